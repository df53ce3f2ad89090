import type { NamedOperation } from '../call.js';
import { ConnectionError } from '../errors/connection-error.js';

/**
 * Lets openapi-fetch, which reads the body of each failure, read a copy of it.
 *
 * @param response From the server; its body stays unread until `responseForCaller`.
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
 * The response for the caller, its body unread.
 *
 * @param response What openapi-fetch returned.
 * @param failureBody The body that openapi-fetch read of a failure: an object when it is JSON, else text.
 */
export function responseForCaller(response: Response, failureBody: unknown): Response {
  if (response.ok) return response;
  Reflect.deleteProperty(response, 'text');
  if (!response.bodyUsed || failureBody === '') return response;
  // A middleware put this response in the place of the server's.
  return new Response(typeof failureBody === 'string' ? failureBody : JSON.stringify(failureBody), response);
}
