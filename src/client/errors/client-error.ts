/** The operation that an error is about. */
export interface FailedOperation {
  operationId: string;
  method: string;
  path: string;
}

/**
 * The base class of all errors that a method of the client throws.
 *
 * Neither the message nor any printable field contains a token, a parameter, a header or a body of the request.
 */
export abstract class ClientError extends Error {
  abstract override readonly name: string;
  /** The operation that was called. */
  declare readonly operationId: string;
  /** The HTTP method, in upper case. */
  declare readonly method: string;
  /** The path template of the description: without parameter values and without a query. */
  declare readonly path: string;

  /** @param problem What happened and what to do, as whole sentences. */
  constructor({ operationId, method, path }: FailedOperation, problem: string, options?: ErrorOptions) {
    super(`${operationId}: ${problem}`, options);
    Object.assign(this, { operationId, method, path });
  }
}
