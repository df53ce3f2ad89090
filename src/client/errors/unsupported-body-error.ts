import { ClientError, type FailedOperation } from './client-error.js';

/**
 * The call has a body that cannot be sent here: `fetch` refuses a body on GET and HEAD. Omit the body.
 *
 * Node, Deno from 2.9 and Bun from 1.4 send such a body.
 */
export class UnsupportedBodyError extends ClientError {
  override readonly name = 'UnsupportedBodyError';

  constructor(
    operation: FailedOperation,
    problem = `fetch cannot send a body with ${operation.method} here, so nothing was sent`,
  ) {
    super(operation, `${problem}. Omit the body.`);
  }
}
