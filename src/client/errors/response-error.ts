import { ClientError, type FailedOperation } from './client-error.js';

/** The base class of the errors that are about a response which was received. */
export abstract class ResponseError extends ClientError {
  /** The status code of the response. */
  readonly status: number;
  readonly #response: Response;

  constructor(operation: FailedOperation, response: Response, problem: string) {
    super(operation, problem);
    this.status = response.status;
    this.#response = response;
  }

  /**
   * The response, to read a request id or `Retry-After` from its headers. It is no property of the error itself, so
   * that no logger prints it: its URL has the query, and its body may be a secret.
   */
  get response(): Response {
    return this.#response;
  }
}
