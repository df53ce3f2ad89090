import type { NamedOperation } from '../call.js';
import { ConnectionError } from '../errors/connection-error.js';

/**
 * openapi-fetch reads the body of each failure. This lets it read a copy, so that the body stays unread for the client.
 *
 * @param response The response of the server. `responseForCaller` undoes the change.
 */
export function keepFailureBody(operation: NamedOperation, response: Response): Response {
  if (response.ok) return response;
  response.text = async () => {
    try {
      return response.bodyUsed ? '' : await response.clone().text();
    } catch (cause) {
      throw new ConnectionError(operation, cause);
    }
  };
  return response;
}

/**
 * Restores the response for the caller, with an unread body.
 *
 * @param response The response that openapi-fetch returned.
 * @param failureBody The body that openapi-fetch has read: an object if it is JSON, else a string.
 */
export function responseForCaller(response: Response, failureBody: unknown): Response {
  if (response.ok) return response;
  delete (response as Partial<Response>).text;
  if (!response.bodyUsed || failureBody === '') return response;
  // A middleware has replaced the response of the server by this one.
  return new Response(typeof failureBody === 'string' ? failureBody : JSON.stringify(failureBody), response);
}
