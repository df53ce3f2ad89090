import { ClientError } from './client-error.js';

/**
 * The answer has a documented status and should have a body, but its `Content-Type` is missing or not described, or
 * what should be JSON does not parse.
 */
export class UnreadableBodyError extends ClientError {
  override readonly name = 'UnreadableBodyError';
  declare readonly status: number;
}
