/** What `fetch` of Node hands each request to (https://undici.nodejs.org/#/docs/api/Dispatcher), as far as it is used here. */
interface Dispatcher {
  dispatch: (request: object, handler: unknown) => boolean;
}

/** The global dispatcher of undici, the one that `setGlobalDispatcher` sets. Node has it once a Request was made. */
const globalDispatcher = Symbol.for('undici.globalDispatcher.1');

/** The dispatcher among the options of a request. */
export function dispatcherOf(options: object | undefined): Dispatcher | undefined {
  return (options as { dispatcher?: Dispatcher } | undefined)?.dispatcher;
}

/** The dispatcher that `fetch` uses without an own one; `undefined` where `fetch` is not undici's. */
export function defaultDispatcher(): Dispatcher | undefined {
  return (globalThis as { [globalDispatcher]?: Dispatcher })[globalDispatcher];
}

/** A dispatcher that adds a body to each request, which undici sends with its Content-Length. */
export class BodyDispatcher implements Dispatcher {
  /** Whether a request went through it. */
  isUsed = false;
  readonly #dispatcher: Dispatcher;
  readonly #body: string | Uint8Array;

  constructor(dispatcher: Dispatcher, body: string | Uint8Array) {
    this.#dispatcher = dispatcher;
    this.#body = body;
  }

  dispatch(request: object, handler: unknown): boolean {
    this.isUsed = true;
    return this.#dispatcher.dispatch({ ...request, body: this.#body }, handler);
  }
}
