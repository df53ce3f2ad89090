import type { HeadersOptions, ParamsOption } from 'openapi-fetch';

/** One attempt to send the request of a call: the first, or a retry. */
export interface Attempt {
  /** The operation that is called. */
  readonly operationId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** The request, as it is sent. */
  readonly request: Request;
  /**
   * Sends the request. It may be called again: each time a copy is sent.
   *
   * @param options.token Sent in place of the token of the call, if the operation requires one.
   * @throws ConnectionError when there is no response.
   */
  readonly send: (options?: { token?: string }) => Promise<Response>;
}

/**
 * What sends the attempts of a call: the constant `attempts`.
 *
 * @typeParam Call What only the client knows.
 */
export interface Attempts<Call = never> {
  /** The class of the request, by which its copies can be made. */
  readonly requestClass: (call: Call) => typeof Request;
  /** Sends the request, and again while its response says that a later attempt may succeed. */
  readonly send: (call: Call, request: Request, send: (request: Request) => Promise<Response>) => Promise<Response>;
}

/** How the body of a 2xx is read: as JSON, as another type of `fetch`, or not at all (`stream`). */
export type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/**
 * Options of a client, and again of a single call. Those of a call replace those of the client; `undefined` stands for
 * none: `timeoutMs: undefined` lifts the limit for a call. Only `headers` are merged, and each `signal` counts.
 */
export interface SharedOptions extends Omit<RequestInit, 'body' | 'headers' | 'method' | 'signal'> {
  /**
   * The credential, without the word that the description puts before it; or a function that returns it, called once
   * for each call of an operation that requires one.
   *
   * It is sent only to operations whose `security` requires it, in the header that the security scheme names, and only
   * to URLs below `baseUrl`. Such a call follows no redirect unless `redirect` is set; a redirect is an undocumented
   * status. Middleware sees it.
   *
   * Supported are the schemes `apiKey` in a header or, outside browsers, a cookie; `http` (for `basic`, pass
   * `user:password` encoded as RFC 7617 says); `oauth2` and `openIdConnect`. Not supported are an `apiKey` in the
   * query, two schemes at once, and what is computed for each request or connection, such as `digest` and `mutualTLS`:
   * use middleware.
   */
  token?: string | (() => string | Promise<string>) | undefined;
  /** Headers to add, in any form that `fetch` or openapi-fetch takes; `null` removes one that the client adds. */
  headers?: HeadersOptions | undefined;
  /** Sends the requests in place of the global `fetch`, which is looked up at each request. */
  fetch?: ((request: Request, init?: RequestInit) => Promise<Response>) | undefined;
  /**
   * The time in milliseconds that a call may take, from its beginning to the end of the documented body, token function
   * and retries included. No limit by default, for `null`, and from 1e9 (eleven days) on.
   */
  timeoutMs?: number | null | undefined;
  /**
   * The time in milliseconds that each attempt may take, from the sending of its request to the head of its response. An
   * attempt that takes longer counts as a network error: it may be repeated. No limit by default, as for `timeoutMs`.
   */
  attemptTimeoutMs?: number | null | undefined;
  /**
   * How often to repeat a request after a network error or a response with status 408, 429 or 5xx. Default: 0.
   *
   * Only requests that are safe to repeat are: the method is idempotent (RFC 9110, section 9.2.2), the description says
   * `x-idempotent: true`, or the call has an `Idempotency-Key` header, which all attempts carry. With
   * `x-idempotent: false` none is. The wait is that of `Retry-After`, else exponential backoff with jitter: up to 0.5 s,
   * doubled with each retry, at most 30 s. A response that asks to wait longer than a minute is returned.
   */
  retries?: number | undefined;
  /** Ends the call when it is aborted. That of a call does not replace that of the client: either ends the call. */
  signal?: AbortSignal | null | undefined;
  /**
   * Called for each attempt, retries included, in place of sending it: for logging and metrics, or to repeat it with a
   * new token after a 401. It returns what `send` resolves to. What it throws is thrown unchanged.
   */
  onAttempt?: ((attempt: Attempt) => Promise<Response>) | undefined;
}

/** Options of a client. What is not listed here is what `fetch` takes, such as `credentials`. */
export interface ClientOptions extends SharedOptions {
  /**
   * The URL of the API, with http or https. Default: the first server of the description; where an operation or its path
   * has servers of its own, the first of those. In a browser, a path that begins with a slash stands for the page's own
   * origin.
   */
  baseUrl?: string;
  /**
   * The code for `retries`, `attemptTimeoutMs` and `onAttempt`: what the package exports under that name. Only in a browser
   * it has to be given, so that a page which needs none of them does not load it.
   */
  attempts?: Attempts;
  /** The second argument of `fetch`, as openapi-fetch passes it on Node: for options that a Request cannot hold. */
  requestInitExt?: Record<string, unknown>;
}

/** Options of a single call, besides its parameters and its body. What is not listed here is what `fetch` takes. */
export type CallOptions = SharedOptions;

/** How the body of a 2xx is read. */
export interface ParseOption<Parse> {
  /** How the body of a 2xx is read. Default: as its media type says: JSON, text, or else a Blob. */
  parseAs?: Parse;
}

/**
 * The body of a call, of any of its media types. openapi-fetch would map the types of a body anew, for markers that are not
 * used here, and a Blob would be none after that.
 */
type BodyOption<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] }
  : Operation extends { requestBody?: infer RequestBody }
    ? { body?: BodyOf<NonNullable<RequestBody>> | undefined }
    : { body?: undefined };
type BodyOf<RequestBody> = RequestBody extends { content: infer Content } ? Content[keyof Content] : never;

/**
 * What a call takes: `params` and `body` as documented, in the shape of openapi-fetch, and options. A page cannot set
 * cookies for a request, so `params.cookie` is sent outside browsers only.
 *
 * @typeParam Operation A member of the `operations` that openapi-typescript generates.
 */
export type OperationInit<Operation> = ParamsOption<Operation> &
  BodyOption<Operation> &
  ContentTypeOption<Operation> &
  CallOptions;

/** What a call with a body may say of it. */
export type ContentTypeOption<Operation> = Operation extends { requestBody?: { content: infer Content } }
  ? {
      /**
       * The media type to write the body in, of those that are documented. Default: the first that is of the value's own
       * kind: text for a string, a form for a URLSearchParams, a FormData, or an object that holds files, bytes or its own
       * type for a Blob, JSON or a form for any other object.
       */
      contentType?: MediaTypeWithin<keyof Content>;
    }
  : unknown;

/** A media type, or any one within a range. */
type MediaTypeWithin<Key> = Key extends `*${string}`
  ? `${string}/${string}`
  : Key extends `${infer Start}*${infer End}`
    ? `${Start}${string}${End}`
    : Key & string;
