import type { FailedOperation } from './client-error.js';
import { ResponseError } from './response-error.js';

/**
 * The response has a documented status, but not the documented body: its `Content-Type` is missing or not documented,
 * its JSON does not parse, or its body was read before the client could.
 */
export class UnreadableBodyError extends ResponseError {
  override readonly name = 'UnreadableBodyError';

  /** @param problem What is wrong with the body. */
  constructor(operation: FailedOperation, response: Response, problem: string) {
    super(operation, response, `the body of the response with status ${response.status} ${problem}.`);
  }
}
