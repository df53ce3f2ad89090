import type { FailedOperation } from './client-error.js';
import { ResponseError } from './response-error.js';

/** The response has a status that the description does not document for the operation. Its body is unread. */
export class UndocumentedStatusError extends ResponseError {
  override readonly name = 'UndocumentedStatusError';

  constructor(operation: FailedOperation, response: Response) {
    super(
      operation,
      response,
      `the server responded with status ${response.status}, which the description does not document. The error's "response" has the headers and the body.`,
    );
  }
}
