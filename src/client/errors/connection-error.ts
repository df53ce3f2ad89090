import { ClientError, type FailedOperation } from './client-error.js';

/**
 * No response was received, or it ended too early: no network, unknown host, connection refused or lost, blocked by CORS. The
 * `cause` is the error of `fetch`. On Node, its message is withheld if it contains a value of the request.
 */
export class ConnectionError extends ClientError {
  override readonly name = 'ConnectionError';

  constructor(operation: FailedOperation, cause: unknown) {
    super(operation, 'the connection failed before the whole response was received. The cause says why.', { cause });
  }
}
