import { ClientError } from './client-error.js';

/** The answer has a status that the description does not document for the operation. */
export class UndocumentedStatusError extends ClientError {
  override readonly name = 'UndocumentedStatusError';
  declare readonly status: number;
}
