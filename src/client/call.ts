import type { Client as OpenapiFetchClient } from 'openapi-fetch';
import { UnsupportedBodyError } from './errors/unsupported-body-error.js';
import type { BaseUrl } from './request/base-url.js';
import type { HeaderRecord } from './request/headers.js';
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

/** The client of openapi-fetch, without the types of its paths. */
export type StockClient = OpenapiFetchClient<Record<string, object>> & { request: StockRequest };

/** The result of openapi-fetch. For a failure, `error` is the body that openapi-fetch has read. */
export interface StockResult {
  error?: unknown;
  response: Response;
}

/** The method of openapi-fetch that takes the HTTP method as an argument. Its own types accept known paths only. */
export type StockRequest = (method: string, path: string, init?: object) => Promise<StockResult>;

/** The state that all methods of a client share. */
export interface ClientContext {
  base: BaseUrl;
  options: ClientOptions;
  /** The headers among the options. */
  headers: HeaderRecord;
  /** The signals of this client and of the clients that it was derived from with `with`. */
  signals: readonly AbortSignal[];
  platform: Platform;
  /** The openapi-fetch client that sends all calls. */
  stock: StockClient;
}

/** One call of an operation. */
export interface Call {
  operation: NamedOperation;
  /** The options of the client, replaced by those of the call. */
  options: UntypedInit & ClientOptions;
  platform: Platform;
  /** The base URL of the request. */
  base: BaseUrl;
  /** The token, for an operation that requires one. */
  token: string | undefined;
  /** Sends a body that `fetch` refuses; `false` if there is none. */
  carrier: BodyCarrier | false;
  /** The headers of the request; `undefined` once the request is made. */
  headers: Headers | undefined;
  /** The body in a form that `fetch` takes; `undefined` for none. */
  body: BodyInit | undefined;
  /** The request that openapi-fetch has made for the call. */
  request: Request | undefined;
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
   * Returns a sender for a body with GET or HEAD, which `fetch` refuses.
   *
   * @throws UnsupportedBodyError when the platform cannot send it.
   */
  carry: (operation: NamedOperation, options: ClientOptions, body: BodyInit | undefined) => Promise<BodyCarrier>;
  /** The default of the option `attempts`. */
  attempts?: Attempts<Call>;
  /** Adds the cookie parameters of a call to its headers. */
  addCookies?: (call: Call, headers: Headers) => void;
  /** Makes an error of a failed request safe to print. */
  redact?: (cause: unknown, call: Call) => unknown;
}

/** Looks up the global at each request, so that a later replacement, such as a test double, is used. */
export const globalFetch: Send = (request, init) => fetch(request, init);

/** `fetch` and nothing else. */
export const browser: Platform = {
  send: ({ options }) => options.fetch ?? globalFetch,
  carry: (operation) => {
    throw new UnsupportedBodyError(operation);
  },
};
