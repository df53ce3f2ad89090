import { ClientError } from './client-error.js';

/** The call took longer than `timeoutMs`. Whether the server has done what was asked is not known. */
export class TimeoutError extends ClientError {
  override readonly name = 'TimeoutError';
  /** The limit in milliseconds. */
  declare readonly timeoutMs: number;
}
