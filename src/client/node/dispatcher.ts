/** What `fetch` of Node hands each request to (https://undici.nodejs.org/#/docs/api/Dispatcher), as far as it is used here. */
interface Dispatcher {
  dispatch: (request: object, handler: object) => boolean;
}

/** The dispatcher among the options of a request. */
export function dispatcherOf(options: object | undefined): Dispatcher | undefined {
  return options && 'dispatcher' in options && isDispatcher(options.dispatcher) ? options.dispatcher : undefined;
}

/** Options of a request with a dispatcher among them, which the types of the platform do not know. */
export function withDispatcher(dispatcher: Dispatcher | undefined, init: RequestInit = {}): RequestInit {
  return Object.assign({ ...init }, { dispatcher });
}

/**
 * The dispatcher that `fetch` uses without an own one, which `setGlobalDispatcher` sets; `undefined` where `fetch` is not
 * undici's. Node has it once a Request was made. From its version 8 on, undici keeps it in another place, and what is in the
 * older one is for older versions.
 */
export function defaultDispatcher(): Dispatcher | undefined {
  const version = Number.parseInt(process.versions.undici ?? '');
  const place = Symbol.for(`undici.globalDispatcher.${version < 8 ? 1 : 2}`);
  const found: unknown = Reflect.get(globalThis, place);
  return isDispatcher(found) ? found : undefined;
}

/**
 * What a dispatcher calls to hand over a response, in the two generations of undici. What only tells them apart, such as
 * `onRequestStart`, is not among them: version 7 asks for it, and knows both.
 */
/** The error callbacks of a dispatch handler, of undici 6 and of undici 7 and later. */
interface Handler {
  onResponseError?: (controller: undefined, error: Error) => void;
  onError?: (error: Error) => void;
}

const responseCallbacks = ['onHeaders', 'onComplete', 'onResponseStart', 'onResponseEnd'];

/**
 * Hands requests to another dispatcher. One that is of another generation of undici than `fetch` would call what is not
 * there, and the request would never end: here it fails.
 */
export class CheckedDispatcher implements Dispatcher {
  /** Whether a request went through it. */
  isUsed = false;
  readonly #dispatcher: Dispatcher;
  readonly #added: object;

  /** @param added What each request has besides. */
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
      if (value === undefined && responseCallbacks.includes(String(name))) return () => fail(target);
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
