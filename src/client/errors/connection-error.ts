import { ClientError } from './client-error.js';

/** There was no answer, or it broke off: no network, no such host, connection refused or lost, blocked by the browser. */
export class ConnectionError extends ClientError {
  override readonly name = 'ConnectionError';
}
