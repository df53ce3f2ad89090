import type { HeadersOptions, Client as OpenapiFetchClient } from 'openapi-fetch';
import { hookingAttempts } from './attempts/attempt-hook.js';
import { limitingAttempts } from './attempts/attempt-limit.js';
import { copyableRequest } from './attempts/copy-request.js';
import { retrying } from './attempts/retry.js';
import { parseBaseUrl, type BaseUrl } from './base-url.js';
import type { BodyCarrier, Call, NamedOperation, Platform, Send, UntypedInit } from './call.js';
import { ClientError } from './errors/client-error.js';
import { ConnectionError } from './errors/connection-error.js';
import { UnsupportedBodyError } from './errors/unsupported-body-error.js';
import { withLimits } from './limits.js';
import { headerRecord, headersOf, type HeaderRecord } from './request/headers.js';
import { expandPath } from './request/path.js';
import { keepingTokenAtHome, tokenFor } from './request/token.js';
import { writeBody } from './request/write-body.js';
import { keepingFailureBody, responseForCaller } from './response/failure-body.js';
import { readResponse } from './response/read-response.js';
import type { ClientOptions } from './types/options.js';

/** What the methods of a client share. */
export interface ClientContext {
  base: BaseUrl;
  options: ClientOptions;
  /** The headers among the options. */
  headers: HeaderRecord;
  /** The signals of the client, and of the one that it was made with. */
  signals: readonly AbortSignal[];
  /** Those of the options that `fetch` may know. */
  fetchOptions: object;
  platform: Platform;
  /** The client that all calls go through. */
  raw: OpenapiFetchClient<Record<string, object>>;
}

/** The method of openapi-fetch that takes the HTTP method as a value. Its types demand a known path. */
type RawRequest = (method: string, path: string, init: object) => Promise<{ error?: unknown; response: Response }>;

/**
 * Calls an operation.
 *
 * @throws TypeError, before anything is sent, when a path parameter would change the path of the request, or the body
 *   cannot be written.
 * @throws ClientError, or what the token function, a middleware or the hook of the caller throws.
 */
export async function callOperation(client: ClientContext, operation: NamedOperation, init: UntypedInit = {}): Promise<object> {
  const { platform } = client;
  const options: UntypedInit & ClientOptions = Object.assign({}, client.options, init);
  const usuallyBodiless = operation.method === 'GET' || operation.method === 'HEAD';
  // In JSON null is a value. Where a method usually has no body, null stands for none.
  const body = options.body === null && usuallyBodiless ? undefined : options.body;
  const fetchRefusesBody = usuallyBodiless && body !== undefined;
  if (fetchRefusesBody && !platform.carryBody) throw new UnsupportedBodyError(operation);
  const { params = {} } = options;
  const { serializers = {} } = operation;
  const path = expandPath(operation.path, params.path, serializers.path);
  const callHeaders = headerRecord(init.headers);
  const contentType =
    body === undefined ? null : contentTypeOf(operation, body, options.contentType ?? callHeaders['content-type']);
  const written = contentType === null ? undefined : writeBody(body, contentType, operation);
  const signals = client.signals.concat(init.signal ?? []);

  return withLimits(operation, { timeoutMs: options.timeoutMs, signals, limited: 'call' }, async (signal) => {
    const token = await tokenFor(operation, options.token);
    const call: Call = { operation, options, base: baseOf(client, operation), token, body };
    const carrier = fetchRefusesBody && written !== undefined ? await platform.carryBody?.(call, written) : undefined;
    const cookies = params.cookie && platform.cookies?.(call);
    // For V8, Object.assign takes a small part of the time of an object literal with a spread.
    const rawInit = Object.assign({}, client.fetchOptions, optionsOfFetch(init), {
      baseUrl: call.base.href,
      params: params.header
        ? Object.assign({}, params, { header: headerRecord((serializers.header ?? asTheyAre)(params.header)) })
        : params,
      redirect: options.redirect ?? (operation.credential ? 'manual' : 'follow'),
      // Expanded already, before the token is asked for. What openapi-fetch passes begins with the base URL.
      pathSerializer: (url: string) => url.slice(0, -operation.path.length) + path,
      querySerializer: serializers.query,
      // Written already, once: a form has another boundary each time.
      bodySerializer: () => written,
      Request: requestClass(call, carrier, written),
      body,
      headers: headersOf(call, client.headers, callHeaders, headerOf(contentType, written), cookies),
      parseAs: 'stream',
      signal,
      fetch: requestSteps(call, platform, carrier?.send ?? platform.send(call)),
    });
    const { response, error } = await (client.raw.request as RawRequest)(operation.method, operation.path, rawInit);
    return readResponse(operation, responseForCaller(response, error), options.parseAs);
  });
}

/** The server of the operation, while the base URL is the one that it replaces. */
function baseOf({ base, options }: ClientContext, { server }: NamedOperation): BaseUrl {
  return server && server.replaces === options.baseUrl ? parseBaseUrl(server.url, base.href) : base;
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

function asTheyAre(values: Record<string, unknown>): HeadersOptions {
  return values as Record<string, string>;
}

/** A request that may be sent again can be copied; `undefined` for the Request of the platform. */
function requestClass({ options }: Call, carrier: BodyCarrier | undefined, written: BodyInit | undefined): unknown {
  if (carrier) return carrier.Request;
  const isCopied = options.retries || options.onAttempt || options.attemptTimeoutMs != null;
  return isCopied && written !== undefined ? copyableRequest(written) : undefined;
}

/** What happens to a request after openapi-fetch and its middleware have made it, from the last step to the first. */
function requestSteps(call: Call, platform: Platform, sendNow: Send): Send {
  const send = limitingAttempts(call, connecting(call, platform, sendNow));
  const sendAttempt = hookingAttempts(call, send);
  const sendUntilDone = retrying(call, sendAttempt);
  return keepingTokenAtHome(call, keepingFailureBody(call, sendUntilDone));
}

/** Sends a request; what is thrown meanwhile is a ConnectionError. */
function connecting(call: Call, platform: Platform, send: Send): Send {
  return async (request, init) => {
    try {
      return await send(request, init);
    } catch (cause) {
      if (cause instanceof ClientError) throw cause;
      throw new ConnectionError(call.operation, platform.withoutSecrets ? platform.withoutSecrets(cause, call) : cause);
    }
  };
}

/**
 * Those options of a client or a call that `fetch` may know. openapi-fetch sets what it does not know on the Request, for
 * middleware and `fetch` to see, where a token has no place.
 */
export function optionsOfFetch(options: UntypedInit & ClientOptions): object {
  const { token, timeoutMs, attemptTimeoutMs, retries, onAttempt, contentType, baseUrl, headers, signal, fetch, ...rest } =
    options;
  return rest;
}
