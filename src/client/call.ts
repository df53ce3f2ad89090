import type { BaseUrl } from './request/base-url.js';
import type { ClientOperation } from './types/description.js';
import type { Attempts, CallOptions, ClientOptions, ParseAs, ParseOption } from './types/options.js';

/** An operation with its name. */
export interface NamedOperation extends ClientOperation {
  readonly operationId: string;
}

/** The argument of a method, without the types of its operation. */
export interface UntypedInit extends CallOptions, ParseOption<ParseAs | undefined> {
  body?: unknown;
  contentType?: string;
  params?: Partial<Record<'cookie' | 'header' | 'query' | 'path', Record<string, unknown>>>;
}

/** One call of an operation. */
export interface Call {
  operation: NamedOperation;
  /** The options of the client, replaced by those of the call. */
  options: UntypedInit & ClientOptions;
  /** The base URL of the request. */
  base: BaseUrl;
  /** The token, for an operation that requires one. */
  token: string | undefined;
  /** The body; `undefined` for none. */
  body: unknown;
  /** The body in a form that `fetch` takes. */
  written: BodyInit | undefined;
  /** The request that openapi-fetch has made for the call. Set only if it may be sent again. */
  request?: Request;
}

/** Sends a request. The second argument is what openapi-fetch passes on from `requestInitExt`. */
export type Send = (request: Request, init?: RequestInit) => Promise<Response>;

/** Sends a body with GET or HEAD. */
export interface BodyCarrier {
  /** A Request class that can have such a body, for openapi-fetch and its middleware. */
  Request: typeof Request;
  /** Sends a request of that class. */
  send: Send;
}

/** The abilities of a platform beyond `fetch`. */
export interface Platform {
  /** Sends the requests of a call. */
  send: (call: Call) => Send;
  /**
   * Sends a body with GET or HEAD, which `fetch` refuses. If it is missing, the client refuses the body, too.
   *
   * @throws UnsupportedBodyError when this version of the platform cannot send it.
   */
  carryBody?: (call: Call) => Promise<BodyCarrier>;
  /** The default of the option `attempts`. */
  attempts?: Attempts<Call>;
  /** Adds the cookie parameters of a call to its headers. */
  addCookies?: (call: Call, headers: Record<string, string | null>) => void;
  /** Makes an error of a failed request safe to print. */
  withoutSecrets?: (cause: unknown, call: Call) => unknown;
}

/** Looks up the global at each request, so that a later replacement, such as a test double, is used. */
export const globalFetch: Send = (request, init) => fetch(request, init);

/** `fetch` and nothing else. */
export const browser: Platform = { send: ({ options }) => options.fetch ?? globalFetch };
