import { ClientError, type FailedOperation } from './client-error.js';

/** The `signal` of the call or of the client was aborted; the signal's `reason` is the `cause`. */
export class AbortError extends ClientError {
  override readonly name = 'AbortError';

  constructor(operation: FailedOperation, cause: unknown) {
    super(operation, 'the signal aborted the call.', { cause });
  }
}
