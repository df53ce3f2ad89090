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

/** What the methods of a client share. */
export interface ClientContext {
  base: BaseUrl;
  options: ClientOptions;
  /** The signals of the client, and of the one that it was made with. */
  signals: readonly AbortSignal[];
  /** What openapi-fetch takes with each call: those of the options that `fetch` may know, and the headers. */
  init: { headers: HeaderRecord };
  platform: Platform;
  /** The client that all calls go through. */
  stock: StockClient;
}

/** The client of openapi-fetch, its paths aside. */
export type StockClient = OpenapiFetchClient<Record<string, object>> & { request: StockRequest };

/** The method of openapi-fetch that takes the HTTP method as a value. Its types demand a known path. */
export type StockRequest = (method: string, path: string, init?: object) => Promise<{ error?: unknown; response: Response }>;

/**
 * Calls an operation.
 *
 * @throws TypeError, before anything is sent, when a path parameter would change the path of the request, or the body
 *   cannot be written.
 * @throws ClientError, or what the token function, a middleware or the hook of the caller throws.
 */
export function callOperation(client: ClientContext, operation: NamedOperation, init: UntypedInit = {}): Promise<object> {
  // For V8, Object.assign takes a small part of the time of an object literal with a spread.
  const options: UntypedInit & ClientOptions = Object.assign({}, client.options, init);
  const limits = { timeoutMs: options.timeoutMs, signals: client.signals.concat(init.signal ?? []), limited: 'call' } as const;

  return withLimits(operation, limits, async (signal) => {
    const { platform } = client;
    const { method, serializers = {} } = operation;
    const { params = {} } = options;
    const attempts = attemptsOf(platform, options);
    const usuallyBodiless = /^(GET|HEAD)$/.test(method);
    // In JSON null is a value. Where a method usually has no body, null stands for none.
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
      // Expanded already, before the token is asked for. What openapi-fetch passes begins with the base URL.
      pathSerializer: (url: string) => url.slice(0, -operation.path.length) + path,
      querySerializer: serializers.query,
      // Written already, once: a form has another boundary each time.
      body: written,
      bodySerializer: asItIs,
      Request: carrier?.Request ?? attempts?.requestClass(call),
      headers,
      parseAs: 'stream',
      signal,
      fetch: sending(call, platform, attempts, carrier),
    });
    // Not awaited: a suspended async function keeps all its variables in memory.
    return client.stock
      .request(method, operation.path, stockInit)
      .then(({ response, error }) => readResponse(operation, responseForCaller(response, error), options.parseAs));
  });
}

const asItIs = (written: unknown): unknown => written;

/** The server of the operation, while the base URL is the one that it replaces. */
function baseOf({ base, options }: ClientContext, { server }: NamedOperation): BaseUrl {
  return server && server.replaces === options.baseUrl ? parseBaseUrl(server.url, base.href) : base;
}

/** What sends the attempts of a call, where it has options of them. */
function attemptsOf(platform: Platform, options: ClientOptions): Attempts<Call> | undefined {
  const { retries, onAttempt, attemptTimeoutMs, attempts = platform.attempts } = options;
  if (!retries && !onAttempt && attemptTimeoutMs == null) return undefined;
  if (attempts) return attempts as Attempts<Call>;
  throw new TypeError('retries, onAttempt and attemptTimeoutMs need the option "attempts": import it beside createClient.');
}

/** What the call asks for, what the value chooses, or the one that is documented. */
function contentTypeOf({ contentType, serializers }: NamedOperation, body: unknown, asked?: string | null): string {
  return serializers?.contentType?.(body, asked) ?? asked ?? contentType ?? 'application/json';
}

/** What is sent as the Content-Type; `null` where it comes with the body, and says what its parts are divided by. */
function headerOf(contentType: string | null, written: BodyInit | undefined): string | null {
  if (written instanceof FormData) return null;
  return written instanceof Blob && written.type.startsWith('multipart/form-data;') ? written.type : contentType;
}

/** What becomes of a request after openapi-fetch and its middleware have made it. */
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
 * Those options of a client or a call that `fetch` may know. openapi-fetch sets what it does not know on the Request, for
 * middleware and `fetch` to see, where a token has no place.
 */
export function optionsOfFetch(options: UntypedInit & ClientOptions): object {
  const { token, timeoutMs, attempts, attemptTimeoutMs, retries, onAttempt, contentType, signal, ...rest } = options;
  return rest;
}
