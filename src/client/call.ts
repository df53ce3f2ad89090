import type { BaseUrl } from './request/base-url.js';
import type { ClientOperation } from './types/description.js';
import type { Attempts, CallOptions, ClientOptions, ParseAs, ParseOption } from './types/options.js';

/** An operation with its name. */
export interface NamedOperation extends ClientOperation {
  readonly operationId: string;
}

/** What a method takes, before its types are known. */
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
  /** Where the request goes. */
  base: BaseUrl;
  /** The token, for an operation that requires one. */
  token: string | undefined;
  /** The body; `undefined` for none. */
  body: unknown;
  /** The body as `fetch` takes it. */
  written: BodyInit | undefined;
  /** The request that openapi-fetch has made of it, where it may be sent again. */
  request?: Request;
}

/** Sends a request, with what openapi-fetch passes besides it (`requestInitExt`). */
export type Send = (request: Request, init?: RequestInit) => Promise<Response>;

/** What sends a body with GET or HEAD. */
export interface BodyCarrier {
  /** A Request that can have such a body, for openapi-fetch and its middleware. */
  Request: typeof Request;
  /** Sends it. */
  send: Send;
}

/** What a platform can do beyond `fetch`. */
export interface Platform {
  /** Sends the requests of a call. */
  send: (call: Call) => Send;
  /**
   * Sends a body with GET or HEAD, which `fetch` refuses. Where this is missing, the client refuses it, too.
   *
   * @throws UnsupportedBodyError where the platform cannot do it after all.
   */
  carryBody?: (call: Call) => Promise<BodyCarrier>;
  /** What sends attempts, where an option does not say. */
  attempts?: Attempts<Call>;
  /** Adds the cookie parameters of a call to its headers. */
  addCookies?: (call: Call, headers: Record<string, string | null>) => void;
  /** Makes safe to print what was thrown while a request was sent. */
  withoutSecrets?: (cause: unknown, call: Call) => unknown;
}

/** The global is looked up at each request: what replaces it later, such as a test double, is used. */
export const globalFetch: Send = (request, init) => fetch(request, init);

/** `fetch` and nothing else. */
export const browser: Platform = { send: ({ options }) => options.fetch ?? globalFetch };
