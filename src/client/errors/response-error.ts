import { ClientError, type FailedOperation } from './client-error.js';

/** The base class of all errors about a response that was received. */
export abstract class ResponseError extends ClientError {
  /** The status code of the response. */
  declare readonly status: number;
  readonly #response: Response;

  constructor(operation: FailedOperation, response: Response, problem: string) {
    super(operation, problem);
    this.status = response.status;
    this.#response = response;
  }

  /**
   * The response, to read a request id or `Retry-After` from its headers. A getter, so that no logger prints it: its URL
   * contains the query, and its body may be a secret.
   */
  get response(): Response {
    return this.#response;
  }
}
