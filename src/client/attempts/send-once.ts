import type { Call } from '../call.js';
import { ClientError } from '../errors/client-error.js';
import { ConnectionError } from '../errors/connection-error.js';
import { keepTokenAtHome } from '../request/token.js';
import { keepFailureBody } from '../response/failure-body.js';

/**
 * Sends a request of a call once. It is no async function, because a suspended one takes more memory.
 *
 * @param request The request that openapi-fetch and its middleware have made.
 * @param init The second argument that openapi-fetch passes to `fetch`.
 * @throws ConnectionError when no response arrives.
 */
export function sendOnce(call: Call, request: Request, init?: RequestInit): Promise<Response> {
  const fail = (cause: unknown): never => {
    throw cause instanceof ClientError
      ? cause
      : new ConnectionError(call.operation, call.platform.redact?.(cause, call) ?? cause);
  };
  keepTokenAtHome(call, request);
  try {
    const send = call.carrier ? call.carrier.send : call.platform.send(call);
    // A test double may return the response itself.
    return Promise.resolve(send(request, init)).then((response) => keepFailureBody(call.operation, response), fail);
  } catch (cause) {
    return fail(cause);
  }
}
