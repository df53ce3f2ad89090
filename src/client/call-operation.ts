import type { Client as OpenapiFetchClient } from 'openapi-fetch';
import { hookingAttempts } from './attempts/attempt-hook.js';
import type { Call, NamedOperation, Platform, Send, UntypedInit } from './call.js';
import { ClientError } from './errors/client-error.js';
import { ConnectionError } from './errors/connection-error.js';
import { UnsupportedBodyError } from './errors/unsupported-body-error.js';
import { keepingFailureBody, responseForCaller } from './response/failure-body.js';
import { headerRecord, headersOf, type HeaderRecord } from './request/headers.js';
import { withLimits } from './limits.js';
import { expandPath } from './request/path.js';
import { readResponse } from './response/read-response.js';
import { retrying } from './attempts/retry.js';
import { keepingTokenAtHome, tokenFor } from './request/token.js';
import type { ClientOptions } from './types/options.js';
import { writeBody } from './request/write-body.js';

/** What the methods of a client share. */
export interface ClientContext {
  base: URL;
  options: ClientOptions;
  /** The headers among the options. */
  headers: HeaderRecord;
  platform: Platform;
  raw: OpenapiFetchClient<Record<string, object>>;
}

/** The method of openapi-fetch that takes the HTTP method as a value. Its types demand a known path. */
type RawRequest = (method: string, path: string, init: object) => Promise<{ error?: unknown; response: Response }>;

/**
 * Calls an operation.
 *
 * @throws TypeError, before anything is sent, when a path parameter would change the path of the request.
 * @throws ClientError, or what the token function, a middleware or the hook of the caller throws.
 */
export async function callOperation(client: ClientContext, operation: NamedOperation, init?: UntypedInit): Promise<object> {
  const { platform, base } = client;
  const options = Object.assign({}, client.options, init);
  const usuallyBodiless = operation.method === 'GET' || operation.method === 'HEAD';
  // In JSON null is a value. Where a method usually has no body, null stands for none.
  const body = options.body === null && usuallyBodiless ? undefined : options.body;
  const fetchRefusesBody = usuallyBodiless && body !== undefined;
  if (fetchRefusesBody && !platform.carryBody) throw new UnsupportedBodyError(operation);
  const path = expandPath(operation.path, options.params?.path);

  return withLimits(operation, options, async (signal) => {
    const token = await tokenFor(operation, options.token);
    const call: Call = { operation, options, base, token, body };
    const callHeaders = headerRecord(init?.headers);
    const headers = headersOf(call, client.headers, callHeaders, platform.cookies?.(call));
    const written = body === undefined ? undefined : writtenBody(call, callHeaders['content-type']);
    const carrier = fetchRefusesBody && written !== undefined ? await platform.carryBody?.(call, written) : undefined;
    // For V8, Object.assign takes a small part of the time of an object literal with a spread.
    const rawInit = Object.assign(optionsOfOpenapiFetch(init), {
      redirect: options.redirect ?? (operation.credential ? 'manual' : 'follow'),
      // Expanded already, before the token is asked for. What openapi-fetch passes begins with the base URL.
      pathSerializer: (url: string) => url.slice(0, -operation.path.length) + path,
      querySerializer: options.querySerializer ?? operation.serializers?.querySerializer,
      // Written already, once: a form has another boundary each time.
      bodySerializer: () => written,
      Request: carrier?.Request,
      body,
      headers,
      parseAs: 'stream',
      signal,
      fetch: requestSteps(call, platform, carrier?.send ?? platform.send(call)),
    });
    const { response, error } = await (client.raw.request as RawRequest)(operation.method, operation.path, rawInit);
    return readResponse(operation, responseForCaller(response, error), options.parseAs);
  });
}

/** The body of a call as `fetch` takes it. */
function writtenBody({ operation, options, body }: Call, asked: string | null | undefined): BodyInit {
  const mediaType = asked ?? operation.contentType ?? 'application/json';
  const { bodySerializer } = options.bodySerializer ? options : (operation.serializers ?? {});
  if (bodySerializer) return bodySerializer(body, new Headers({ 'content-type': mediaType })) as BodyInit;
  return writeBody(body, mediaType, operation);
}

/** What happens to a request after openapi-fetch and its middleware have made it, from the last step to the first. */
function requestSteps(call: Call, platform: Platform, sendNow: Send): Send {
  const send = connecting(call, platform, sendNow);
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
 * The options of a call that are not the client's own; openapi-fetch has those of the client. It sets what it does not
 * know on the Request, for middleware to see, where a token has no place.
 */
function optionsOfOpenapiFetch(init: UntypedInit = {}): object {
  const { token, timeoutMs, retries, onAttempt, ...rest } = init;
  return rest;
}
