import { ClientError, type FailedOperation } from './client-error.js';

/**
 * The call took longer than `timeoutMs`, or its last attempt longer than `attemptTimeoutMs`. The server may have processed
 * the request: check before you repeat it.
 */
export class TimeoutError extends ClientError {
  override readonly name = 'TimeoutError';
  /** The limit in milliseconds. */
  declare readonly timeoutMs: number;

  constructor(operation: FailedOperation, timeoutMs: number, limited: 'call' | 'attempt') {
    super(
      operation,
      `the ${limited} took longer than ${timeoutMs} ms. The server may have processed it: check before you repeat it.`,
    );
    this.timeoutMs = timeoutMs;
  }
}
