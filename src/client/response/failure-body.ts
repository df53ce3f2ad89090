import type { Call, Send } from '../call.js';
import { ConnectionError } from '../errors/connection-error.js';

/** For each response that openapi-fetch was given, one for the caller: openapi-fetch reads the body of every failure. */
const responsesForCallers = new WeakMap<Response, Response>();

/** Receives the body of a failure, and keeps a copy of the response for the caller. */
export function keepingFailureBody({ operation }: Call, send: Send): Send {
  return async (request, init) => {
    const response = await send(request, init);
    if (response.ok || response.body === null) return response;
    if (response.bodyUsed) {
      // It cannot be copied, and reading it would fail.
      const bodiless = new Response(null, response);
      responsesForCallers.set(bodiless, response);
      return bodiless;
    }
    const copy = response.clone();
    try {
      await copy.clone().arrayBuffer();
    } catch (cause) {
      throw new ConnectionError(operation, cause);
    }
    responsesForCallers.set(response, copy);
    return response;
  };
}

/**
 * The response for the caller, its body unread.
 *
 * @param response What openapi-fetch returned.
 * @param failureBody The body that openapi-fetch read of a failure: an object when it is JSON, else text.
 */
export function responseForCaller(response: Response, failureBody: unknown): Response {
  const kept = responsesForCallers.get(response);
  if (kept) return kept;
  if (response.ok || !response.bodyUsed) return response;
  // A middleware put this response in the place of the server's.
  const text = typeof failureBody === 'string' ? failureBody : JSON.stringify(failureBody);
  return new Response(text || null, response);
}
