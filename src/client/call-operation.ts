import type { HeadersOptions, Client as OpenapiFetchClient } from 'openapi-fetch';
import { parseBaseUrl, type BaseUrl } from './request/base-url.js';
import type { BodyCarrier, Call, NamedOperation, Platform, Send, UntypedInit } from './call.js';
import { ClientError } from './errors/client-error.js';
import { ConnectionError } from './errors/connection-error.js';
import { UnsupportedBodyError } from './errors/unsupported-body-error.js';
import { withLimits } from './limits.js';
import { headerRecord, headersOf, type HeaderRecord } from './request/headers.js';
import { expandPath } from './request/path.js';
import { keepTokenAtHome } from './request/token.js';
import { writeBody } from './request/write-body.js';
import { keepFailureBody, responseForCaller } from './response/failure-body.js';
import { readResponse } from './response/read-response.js';
import type { Attempts, ClientOptions } from './types/options.js';

/** The state that all methods of a client share. */
export interface ClientContext {
  base: BaseUrl;
  options: ClientOptions;
  /** The signals of this client and of the clients that it was derived from with `with`. */
  signals: readonly AbortSignal[];
  /** The options that openapi-fetch gets with each call: the headers, and each option that `fetch` may know. */
  init: { headers: HeaderRecord };
  platform: Platform;
  /** The openapi-fetch client that sends all calls. */
  stock: StockClient;
}

/** The client of openapi-fetch, without the types of its paths. */
export type StockClient = OpenapiFetchClient<Record<string, object>> & { request: StockRequest };

/** The method of openapi-fetch that takes the HTTP method as an argument. Its own types accept known paths only. */
export type StockRequest = (method: string, path: string, init?: object) => Promise<{ error?: unknown; response: Response }>;

/**
 * Calls an operation.
 *
 * @throws TypeError, before a request is sent, when a path parameter would change the path of the request, or when a parameter
 *   or the body cannot be written.
 * @throws ClientError. Errors of the caller's token function, middleware and `onAttempt` hook are thrown unchanged.
 */
export function callOperation(client: ClientContext, operation: NamedOperation, init: UntypedInit = {}): Promise<object> {
  // In V8, Object.assign is much faster than an object literal with a spread.
  const options: UntypedInit & ClientOptions = Object.assign({}, client.options, init);
  const limits = { timeoutMs: options.timeoutMs, signals: client.signals.concat(init.signal ?? []), limited: 'call' } as const;

  const send = async (signal?: AbortSignal): Promise<object> => {
    const { platform } = client;
    const { method, serializers = {} } = operation;
    const { params = {} } = options;
    const attempts = attemptsOf(platform, options);
    const usuallyBodiless = /^(GET|HEAD)$/.test(method);
    // In JSON, null is a value. With a method that usually has no body, null means no body.
    const body = options.body === null && usuallyBodiless ? undefined : options.body;
    const fetchRefusesBody = usuallyBodiless && body !== undefined;
    if (fetchRefusesBody && !platform.carryBody) throw new UnsupportedBodyError(operation);
    const path = expandPath(operation.path, params.path, serializers.path);
    const callHeaders = headerRecord(init.headers);
    const header = params.header && headerRecord((serializers.header?.(params.header) ?? params.header) as HeadersOptions);
    const contentType =
      body === undefined ? null : contentTypeOf(operation, body, options.contentType ?? callHeaders['content-type']);
    const written = contentType === null ? undefined : writeBody(body, contentType, operation);
    const token = operation.credential && (await (typeof options.token === 'function' ? options.token() : options.token));
    const call: Call = { operation, options, base: baseOf(client, operation), token, body, written };
    const carrier = fetchRefusesBody ? await platform.carryBody?.(call) : undefined;
    const headers = headersOf(operation, token, client.init.headers, callHeaders, headerOf(contentType, written));
    if (params.cookie) platform.addCookies?.(call, headers);
    // Without a prototype: otherwise V8 creates a hidden class for each copy that openapi-fetch makes.
    const stockInit = Object.assign(Object.create(null) as object, client.init, optionsOfFetch(init), {
      baseUrl: call.base.href,
      params: header ? Object.assign({}, params, { header }) : params,
      redirect: options.redirect ?? (operation.credential ? 'manual' : 'follow'),
      // The path was expanded before the token function ran. The URL that openapi-fetch passes begins with the base URL.
      pathSerializer: (url: string) => url.slice(0, -operation.path.length) + path,
      querySerializer: serializers.query,
      // The body was written once already. Written again, a form would get a new boundary.
      body: written,
      bodySerializer: asItIs,
      Request: carrier?.Request ?? attempts?.requestClass(call),
      headers,
      parseAs: 'stream',
      signal,
      fetch: sending(call, platform, attempts, carrier),
    });
    // Not awaited, because a suspended async function keeps all its variables in memory.
    return client.stock
      .request(method, operation.path, stockInit)
      .then(({ response, error }) => readResponse(operation, responseForCaller(response, error), options.parseAs));
  };
  return withLimits(operation, limits, (signal) => send(signal).catch(explain));
}

/** The error of `encodeURIComponent` says nothing about the value that it cannot encode. */
function explain(error: unknown): never {
  if (!(error instanceof URIError)) throw error;
  throw new TypeError('A parameter or field contains half of a surrogate pair, which cannot be encoded: pass whole characters.');
}

const asItIs = (written: unknown): unknown => written;

/** The server of the operation, if the base URL is the server that it replaces; else the base URL. */
function baseOf({ base, options }: ClientContext, { server }: NamedOperation): BaseUrl {
  return server && server.replaces === options.baseUrl ? parseBaseUrl(server.url, base.href) : base;
}

/** The sender of attempts; `undefined` if no option of the call needs it. */
function attemptsOf(platform: Platform, options: ClientOptions): Attempts<Call> | undefined {
  const { retries, onAttempt, attemptTimeoutMs, attempts = platform.attempts } = options;
  if (!retries && !onAttempt && attemptTimeoutMs == null) return undefined;
  if (attempts) return attempts as Attempts<Call>;
  throw new TypeError('retries, onAttempt and attemptTimeoutMs need the option "attempts": import it beside createClient.');
}

/** The media type of the body: the one that the call asks for, else the one that fits the value, else the documented one. */
function contentTypeOf({ contentType, serializers }: NamedOperation, body: unknown, asked?: string | null): string {
  return serializers?.contentType?.(body, asked) ?? asked ?? contentType ?? 'application/json';
}

/** The `Content-Type` header. `null` for a FormData: `fetch` sets the header then, with the boundary. */
function headerOf(contentType: string | null, written: BodyInit | undefined): string | null {
  if (written instanceof FormData) return null;
  return written instanceof Blob && written.type.startsWith('multipart/form-data;') ? written.type : contentType;
}

/** Creates the `fetch` that openapi-fetch calls once its middleware has run. */
function sending(call: Call, platform: Platform, attempts: Attempts<Call> | undefined, carrier: BodyCarrier | undefined): Send {
  const { operation } = call;
  const sendNow = carrier?.send ?? platform.send(call);
  const send: Send = async (request, init) => {
    keepTokenAtHome(call, request);
    try {
      return keepFailureBody(operation, await sendNow(request, init));
    } catch (cause) {
      throw cause instanceof ClientError
        ? cause
        : new ConnectionError(operation, platform.withoutSecrets?.(cause, call) ?? cause);
    }
  };
  return attempts ? (request, init) => attempts.send(call, request, (one) => send(one, init)) : send;
}

/**
 * The options of a client or a call that `fetch` may know. openapi-fetch sets each option that it does not know on the Request,
 * where middleware and `fetch` can read it: a token must not get there.
 */
export function optionsOfFetch(options: UntypedInit & ClientOptions): object {
  const { token, timeoutMs, attempts, attemptTimeoutMs, retries, onAttempt, contentType, signal, ...rest } = options;
  return rest;
}
