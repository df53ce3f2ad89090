import type { HeadersOptions, ParamsOption } from 'openapi-fetch';

/** One attempt to send the request of a call: the first, or a retry. */
export interface Attempt {
  /** The operation that is called. */
  readonly operationId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** The request that is sent. */
  readonly request: Request;
  /**
   * Sends a copy of the request. It may be called several times.
   *
   * @param options.token Sent in place of the token of the call, if the operation requires one.
   * @throws ConnectionError when there is no response.
   */
  readonly send: (options?: { token?: string }) => Promise<Response>;
}

/**
 * The type of the constant `attempts`.
 *
 * @typeParam Call Internal to the client.
 */
export interface Attempts<Call = never> {
  /** Sends the request, and again while its response says that a later attempt may succeed. */
  readonly send: (call: Call, request: Request, init?: RequestInit) => Promise<Response>;
}

/** How the body of a 2xx is read: as one of the types of `fetch`, or not at all (`stream`). */
export type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/**
 * Options of a client and of a single call. An option of a call replaces that of the client, even if it is `undefined`:
 * `timeoutMs: undefined` removes the limit for a call. Only `headers` are merged, and each `signal` counts.
 */
export interface SharedOptions extends Omit<RequestInit, 'body' | 'headers' | 'method' | 'signal'> {
  /**
   * The credential, without a prefix such as `Bearer`, or a function that returns it. The function is called once for each call
   * of an operation that requires a credential.
   *
   * It is sent only to operations whose `security` requires it, in the header that the security scheme names, and only
   * to URLs below `baseUrl`. Such a call follows no redirect unless `redirect` is set; a redirect is an undocumented
   * status. Middleware sees it.
   *
   * Supported security schemes: `apiKey` in a header or, outside browsers, in a cookie; `http` (for `basic`, pass
   * `user:password` encoded as in RFC 7617); `oauth2` and `openIdConnect`. Not supported: `apiKey` in the query, two schemes at
   * once, and schemes that are computed for each request or connection, such as `digest` and `mutualTLS`. Use middleware for
   * these.
   */
  token?: string | (() => string | Promise<string>) | undefined;
  /** Headers to add, in any form that `fetch` or openapi-fetch takes; `null` removes one that the client adds. */
  headers?: HeadersOptions | undefined;
  /** Sends the requests in place of the global `fetch`, which is looked up at each request. */
  fetch?: ((request: Request, init?: RequestInit) => Promise<Response>) | undefined;
  /**
   * The time limit of a whole call in milliseconds: from its start to the end of the documented body, including the token
   * function and retries. No limit by default, for `null`, and from 1e9 (eleven days) on.
   */
  timeoutMs?: number | null | undefined;
  /**
   * The time limit of each attempt in milliseconds: from the sending of its request to the head of its response. An attempt
   * that takes longer counts as a network error and may be repeated. No limit by default, as for `timeoutMs`.
   */
  attemptTimeoutMs?: number | null | undefined;
  /**
   * How often to repeat a request after a network error or a response with status 408, 429 or 5xx. Default: 0.
   *
   * A request is repeated only if that is safe: its method is idempotent (RFC 9110, section 9.2.2), the description has
   * `x-idempotent: true`, or the call has an `Idempotency-Key` header, which all attempts carry. `x-idempotent: false` forbids
   * it. The wait is that of `Retry-After`, else exponential backoff with jitter: up to 0.5 s, doubled with each retry, at most
   * 30 s. A response that asks for a wait of more than a minute is returned.
   */
  retries?: number | undefined;
  /** Aborts the call. The signal of a call does not replace that of the client: either aborts the call. */
  signal?: AbortSignal | null | undefined;
  /**
   * Called for each attempt, including retries, in place of sending the request: for logging and metrics, or to repeat the
   * request with a new token after a 401. It returns the response that `send` resolves to. Its errors are thrown unchanged.
   */
  onAttempt?: ((attempt: Attempt) => Promise<Response>) | undefined;
}

/** Options of a client. All other options are those of `fetch`, such as `credentials`. */
export interface ClientOptions extends SharedOptions {
  /**
   * The http or https URL of the API. Default: the first server of the description, or of the operation or its path if they
   * have their own servers. In a browser, a path that begins with a slash is resolved against the page's own origin.
   */
  baseUrl?: string;
  /**
   * The code for `retries`, `attemptTimeoutMs` and `onAttempt`: pass the export `attempts` of the package. It is needed in a
   * browser only, so that a page without these options does not load the code.
   */
  attempts?: Attempts;
  /** Options that a Request cannot hold. On Node, openapi-fetch passes them as the second argument of `fetch`. */
  requestInitExt?: Record<string, unknown>;
}

/** Options of a single call, besides its parameters and its body. All other options are those of `fetch`. */
export type CallOptions = SharedOptions;

/** How the body of a 2xx is read. */
export interface ParseOption<Parse> {
  /** How the body of a 2xx is read. Default: by its media type, as JSON, text, or else a Blob. */
  parseAs?: Parse;
}

/**
 * The body of a call, in any of its media types. The body types of openapi-fetch are not used: they map each type for markers
 * that this client does not use, and a Blob does not survive that.
 */
type BodyOption<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] }
  : Operation extends { requestBody?: infer RequestBody }
    ? { body?: BodyOf<NonNullable<RequestBody>> | undefined }
    : { body?: undefined };
type BodyOf<RequestBody> = RequestBody extends { content: infer Content } ? Content[keyof Content] : never;

/**
 * The argument of a method: the documented `params` and `body`, in the shape of openapi-fetch, and options. `params.cookie` is
 * sent outside browsers only, since a page cannot set the cookies of a request.
 *
 * @typeParam Operation A member of the `operations` that openapi-typescript generates.
 */
export type OperationInit<Operation> = ParamsOption<Operation> &
  BodyOption<Operation> &
  ContentTypeOption<Operation> &
  CallOptions;

/** The option `contentType`, for operations with a request body. */
export type ContentTypeOption<Operation> = Operation extends { requestBody?: { content: infer Content } }
  ? {
      /**
       * The documented media type to write the body in. Default: the first one of the value's own kind. That is text for a
       * string; a form for a URLSearchParams, a FormData or an object with files; bytes or its own type for a Blob; JSON or a
       * form for any other object.
       */
      contentType?: MediaTypeWithin<keyof Content>;
    }
  : unknown;

/** A media type, or any media type within a range. */
type MediaTypeWithin<Key> = Key extends `*${string}`
  ? `${string}/${string}`
  : Key extends `${infer Start}*${infer End}`
    ? `${Start}${string}${End}`
    : Key & string;
