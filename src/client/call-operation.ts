import { mergeHeaders, type HeadersOptions } from 'openapi-fetch';
import { sendOnce } from './attempts/send-once.js';
import type { BodyCarrier, Call, ClientContext, NamedOperation, Platform, UntypedInit } from './call.js';
import { withLimits } from './attempts/limits.js';
import { CallRequest } from './request/call-request.js';
import { headerRecord, tokenHeader } from './request/headers.js';
import { expandPath } from './request/path.js';
import { writeBody } from './request/write-body.js';
import { readResponse } from './response/read-response.js';
import type { Attempts, ClientOptions } from './types/options.js';

/**
 * Calls an operation.
 *
 * While a call waits for its response, it holds little memory: no function here is suspended, and the functions that run
 * later are bound to the call, so that they do not hold the variables of this function.
 *
 * @throws TypeError, before a request is sent, when a path parameter would change the path of the request, or when a parameter
 *   or the body cannot be written.
 * @throws ClientError. Errors of the caller's token function, middleware and `onAttempt` hook are thrown unchanged.
 */
export function callOperation(client: ClientContext, operation: NamedOperation, init: UntypedInit = {}): Promise<object> {
  // In V8, Object.assign is much faster than an object literal with a spread.
  const options: UntypedInit & ClientOptions = Object.assign({}, client.options, init);
  const signals = client.signals.concat(init.signal ?? []);

  const start = (signal?: AbortSignal): Promise<object> => {
    const { platform } = client;
    const { method, credential, serializers = {} } = operation;
    const { params = {} } = options;
    const sender = senderOf(platform, options);
    const usuallyBodiless = /^(GET|HEAD)$/.test(method);
    // In JSON, null is a value. With a method that usually has no body, null means no body.
    const body = usuallyBodiless ? (options.body ?? undefined) : options.body;
    const path = (serializers.path ?? expandPath)(operation.path, params.path);
    const callHeaders = headerRecord(init.headers);
    const header = params.header && headerRecord((serializers.header?.(params.header) ?? params.header) as HeadersOptions);
    let contentType = options.contentType ?? callHeaders['content-type'];
    let written: BodyInit | undefined;
    callHeaders['content-type'] = null;
    if (body !== undefined) {
      contentType = serializers.contentType?.(body, contentType) ?? contentType ?? operation.contentType ?? 'application/json';
      written = writeBody(body, contentType, operation);
      // A form in parts has its own Content-Type, with the boundary of its parts.
      const isForm = written instanceof FormData || (written as Partial<Blob>).type?.startsWith('multipart/form-data;');
      if (!isForm) callHeaders['content-type'] = contentType;
    }

    const send = ([token, carrier]: readonly [token: string | undefined, carrier: BodyCarrier | false]): Promise<object> => {
      const headers = mergeHeaders(
        { accept: operation.accept || null },
        client.headers,
        tokenHeader(operation, token),
        callHeaders,
        header,
      );
      const base = operation.server?.(client.base, client.options.baseUrl) ?? client.base;
      const call: Call = { operation, options, platform, base, token, carrier, headers, body: written, request: undefined };
      platform.addCookies?.(call, headers);
      const stockInit = {
        baseUrl: base.href,
        // The path was expanded before the token function runs. The URL that openapi-fetch passes ends in the template.
        pathSerializer: params.path && ((url: string) => url.slice(0, -operation.path.length) + path),
        Request: CallRequest.bind(null, call),
        params: header ? { ...params, header } : params,
        // openapi-fetch sets the method itself. If it is missing here, V8 creates a hidden class for each copy.
        method,
        redirect: options.redirect ?? (credential ? 'manual' : 'follow'),
        querySerializer: serializers.query,
        fetch: sender.bind(null, call),
        signal,
        parseAs: 'stream',
      };
      return client.stock
        .request(method, operation.path, Object.assign(optionsOfFetch(options), stockInit))
        .then(readResponse.bind(null, call), explain);
    };
    const given = credential && options.token;
    // fetch refuses such a body.
    const carrier = usuallyBodiless && body !== undefined && platform.carry(operation, options, written);
    // Without anything to wait for, the call saves the time of a promise.
    return typeof given === 'function' || carrier
      ? Promise.all([typeof given === 'function' ? given() : given, carrier])
          .then(send)
          .catch(explain)
      : send([given, carrier]);
  };
  return withLimits(operation, 'call', options.timeoutMs, signals, (signal) => {
    try {
      return start(signal);
    } catch (error) {
      return explain(error);
    }
  });
}

/** `encodeURIComponent` cannot encode half of a surrogate pair. Its error says only that a URI is malformed. */
function explain(error: unknown): Promise<never> {
  const problem = 'A parameter contains a character that no request can carry: pass another value.';
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- The caller gets other errors unchanged.
  return Promise.reject(error instanceof URIError ? new TypeError(problem) : error);
}

/** The sender of the request of a call: the sender of attempts if an option of the call needs it. */
function senderOf(platform: Platform, options: ClientOptions): Attempts<Call>['send'] {
  const { retries, onAttempt, attemptTimeoutMs, attempts = platform.attempts } = options;
  if (!retries && !onAttempt && attemptTimeoutMs == null) return sendOnce;
  if (attempts) return (attempts as Attempts<Call>).send;
  throw new TypeError('retries, onAttempt and attemptTimeoutMs need the option "attempts": import it beside createClient.');
}

/**
 * The options of a client or a call without those that only this client knows. openapi-fetch sets options that it does not
 * know on the Request, where middleware and `fetch` can read them: a token must not get there.
 */
export function optionsOfFetch(options: UntypedInit & ClientOptions): object {
  const { body, retries, onAttempt, timeoutMs, attempts, token, attemptTimeoutMs, contentType, headers, signal, ...rest } =
    options;
  return rest;
}
