import { ClientError } from './client-error.js';

/** The `signal` of the call or of the client was aborted; its `reason` is the `cause`. */
export class AbortError extends ClientError {
  override readonly name = 'AbortError';
}
