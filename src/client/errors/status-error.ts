import type { FailedOperation } from './client-error.js';
import { ResponseError } from './response-error.js';

/** The results of a call whose status is not 2xx. */
export type FailedOf<Result> = Extract<Result, { readonly ok: false }>;

interface AnyFailure {
  readonly status: number;
  readonly ok: false;
  readonly response: Response;
  readonly error?: unknown;
}

/**
 * The response has a documented status outside 2xx. `unwrap` throws it; a method of the client never does.
 *
 * @typeParam Result What the call resolves to.
 */
export class StatusError<Result = AnyFailure> extends ResponseError {
  override readonly name = 'StatusError';
  readonly #result: FailedOf<Result>;

  constructor(operation: FailedOperation, result: FailedOf<Result> & Pick<AnyFailure, 'response'>) {
    const { response } = result;
    super(
      operation,
      response,
      `the server responded with status ${response.status}. The error's "result" has what is documented.`,
    );
    this.#result = result;
  }

  /** The result, with `status` and the documented `error`. A getter, so that no logger prints it. */
  get result(): FailedOf<Result> {
    return this.#result;
  }
}
