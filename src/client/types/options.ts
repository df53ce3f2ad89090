import type {
  HeadersOptions,
  Middleware,
  ParamsOption,
  PathSerializer,
  QuerySerializer,
  QuerySerializerOptions,
  RequestBodyOption,
} from 'openapi-fetch';

/**
 * What can be set for a client, and again for a single call. What a call gives replaces what the client has, and
 * `undefined` stands for nothing: `timeoutMs: undefined` lifts the limit for a call. Only `headers` add up.
 */
export interface SharedOptions extends Omit<RequestInit, 'body' | 'headers' | 'method' | 'signal'> {
  /**
   * The credential, without the word that the description puts before it; or a function that returns it, called once
   * for each call of an operation that asks for one.
   *
   * It goes only to operations whose `security` asks for it, in the header that the security scheme names, and only
   * below `baseUrl`. Such a call follows no redirect unless `redirect` is set; a redirect is an undocumented status.
   *
   * Served are the schemes `apiKey` in a header or, outside browsers, a cookie; `http` (for `basic`, give
   * `user:password` encoded as RFC 7617 says); `oauth2` and `openIdConnect`. Not served are an `apiKey` in the query,
   * two schemes at once, and what is computed for each request or connection, such as `digest` and `mutualTLS`: a
   * middleware does that.
   */
  token?: string | (() => string | Promise<string>) | undefined;
  /** Headers to add; `null` removes one that the client adds. */
  headers?: HeadersOptions;
  /** Sends the requests in place of the global `fetch`, which is looked up at each request. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * The time in milliseconds that a call may take, from its beginning to the end of the described body, token function
   * and retries included. No limit by default, nor from 1e9 (eleven days) on.
   */
  timeoutMs?: number | undefined;
  /**
   * How often to send a request again that got no answer, or the answer 408, 429 or 5xx. None by default.
   *
   * It has an effect only where repeating is harmless: the method is idempotent by RFC 9110, section 9.2.2, or the
   * description says `x-idempotent: true`, and not `false`. The wait is what `Retry-After` asks for, else a random
   * time of up to half a second, doubled with each retry. An answer that asks for more than a minute is handed back.
   */
  retries?: number | undefined;
  /** Ends the call when it is aborted. */
  signal?: AbortSignal | null | undefined;
}

/** Options of a client. What is not listed here is what `fetch` takes, such as `credentials`. */
export interface ClientOptions extends SharedOptions {
  /** Where the API is; by default the first server of the description. In a browser it may be relative to the page. */
  baseUrl?: string;
  /** How query parameters are written; by default, as the description asks for. */
  querySerializer?: QuerySerializer<unknown> | QuerySerializerOptions;
  /** How path parameters are written; by default, as the description asks for. */
  pathSerializer?: PathSerializer;
}

/** Options of a single call, besides its parameters and its body. What is not listed here is what `fetch` takes. */
export interface CallOptions extends SharedOptions {
  /** Middleware of openapi-fetch for this call alone, run after that of `raw`. */
  middleware?: Middleware[];
  /** How query parameters are written; by default, as the description asks for. */
  querySerializer?: QuerySerializer<unknown> | QuerySerializerOptions;
  /** How path parameters are written; by default, as the description asks for. */
  pathSerializer?: PathSerializer;
  /** Writes the body; by default it is written as its media type says. The headers are those of the request. */
  bodySerializer?(body: unknown, headers: Headers): unknown;
}

/**
 * What a call takes: `params` and `body` as the description has them, in the shape of openapi-fetch, and options. A page
 * cannot set cookies for a request, so `params.cookie` is sent on Node alone.
 *
 * @typeParam Operation A member of the `operations` that openapi-typescript generates.
 */
export type OperationInit<Operation> = ParamsOption<Operation> & RequestBodyOption<Operation> & CallOptions;
