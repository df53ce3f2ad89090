/**
 * `fetch` on Node passes each request to a dispatcher (https://undici.nodejs.org/#/docs/api/Dispatcher). These are the parts
 * used here.
 */
interface Dispatcher {
  dispatch: (request: object, handler: object) => boolean;
}

/** The dispatcher among the options of a request. */
export function dispatcherOf(options: object | undefined): Dispatcher | undefined {
  return options && 'dispatcher' in options && isDispatcher(options.dispatcher) ? options.dispatcher : undefined;
}

/** Adds a dispatcher to the options of a request. The types of the platform do not know this option. */
export function withDispatcher(dispatcher: Dispatcher | undefined, init: RequestInit = {}): RequestInit {
  return Object.assign({ ...init }, { dispatcher });
}

/**
 * The global dispatcher, which `setGlobalDispatcher` sets. `undefined` if `fetch` is not that of undici, and before the first
 * Request was created. From version 8 on, undici keeps it under another symbol; the old symbol is for older versions.
 */
export function defaultDispatcher(): Dispatcher | undefined {
  const version = Number.parseInt(`${process.versions.undici}`);
  const place = Symbol.for(`undici.globalDispatcher.${version < 8 ? 1 : 2}`);
  const found: unknown = Reflect.get(globalThis, place);
  return isDispatcher(found) ? found : undefined;
}

/** The error callbacks of a dispatch handler: `onError` in undici 6, `onResponseError` from undici 7 on. */
interface Handler {
  onResponseError?: (controller: undefined, error: Error) => void;
  onError?: (error: Error) => void;
}

/**
 * The callbacks that a dispatcher hands a response over with, in both generations of undici. `onRequestStart` is not in the
 * list: its presence tells the generations apart, and undici 7, which supports both, looks for it.
 */
const responseCallbacks = ['onHeaders', 'onComplete', 'onResponseStart', 'onResponseEnd'];

/**
 * Passes requests on to another dispatcher. If that dispatcher and `fetch` are of different generations of undici, it calls
 * handlers that do not exist, and the request would never end. This class makes such a request fail.
 */
export class CheckedDispatcher implements Dispatcher {
  /** Whether a request went through it. */
  isUsed = false;
  readonly #dispatcher: Dispatcher;
  readonly #added: object;

  /** @param added Options to add to each request. */
  constructor(dispatcher: Dispatcher, added: { body?: string | Uint8Array } = {}) {
    this.#dispatcher = dispatcher;
    this.#added = added;
  }

  dispatch(request: object, handler: Handler): boolean {
    this.isUsed = true;
    try {
      return this.#dispatcher.dispatch({ ...request, ...this.#added }, checkedHandler(handler));
    } catch (error) {
      throw error instanceof Error && /^invalid on\w+ method$/.test(error.message) ? otherVersion() : error;
    }
  }
}

function checkedHandler(handler: Handler): object {
  return new Proxy(handler, {
    get: (target, name): unknown => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function') return value.bind(target);
      if (responseCallbacks.includes(String(name))) return () => fail(target);
      return value;
    },
  });
}

function fail(handler: Handler): void {
  if (handler.onResponseError) handler.onResponseError(undefined, otherVersion());
  else handler.onError?.(otherVersion());
}

function isDispatcher(value: unknown): value is Dispatcher {
  return typeof value === 'object' && value !== null && 'dispatch' in value;
}

function otherVersion(): Error {
  const version = process.versions.undici ?? 'none';
  return new Error(`The dispatcher is of another version of undici than fetch, which has ${version}: use one of that version.`);
}
