import { ClientError } from './client-error.js';

/**
 * The call has a body that cannot be sent here: `fetch` refuses one on GET and HEAD. Nothing was sent.
 *
 * On Node the client sends such a body without `fetch`, unless a `fetch` of one's own is set.
 */
export class UnsupportedBodyError extends ClientError {
  override readonly name = 'UnsupportedBodyError';
}
