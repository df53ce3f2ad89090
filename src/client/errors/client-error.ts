/**
 * The base of all errors that a call throws for what its description does not provide for.
 *
 * Neither the message nor any field repeats a token, a parameter, a header or a body of the call.
 */
export abstract class ClientError extends Error {
  abstract override readonly name: string;
  /** The operation that was called. */
  declare readonly operationId: string;
  /** In upper case. */
  declare readonly method: string;
  /** As it stands in the description: no parameter is filled in, and there is no query. */
  declare readonly path: string;
  /** What was thrown before, where there is such a thing; without its message where that repeats what the call carried. */
  declare readonly cause?: unknown;
}

/**
 * Makes an error of a call.
 *
 * @param problem What follows the name of the operation in the message.
 * @param fields What the error has besides the operation, its method and its path.
 */
export type MakeError = (Type: new (message: string) => ClientError, problem: string, fields?: object) => ClientError;
