import { StatusError, type FailedOf } from '../errors/status-error.js';
import { operationOf } from './read-response.js';

interface AnyOutcome {
  readonly status: number;
  readonly ok: boolean;
  readonly response: Response;
  readonly data?: unknown;
}

/** The data of a result with a status 2xx; `undefined` if no body is documented. */
export type DataOf<Result> = Result extends { readonly ok: true }
  ? Result extends { readonly data: infer Data }
    ? Data
    : undefined
  : never;

/**
 * Returns the data of a 2xx result and throws any other, for code that expects errors to be thrown.
 *
 * @param result What a method of the client resolves to.
 * @returns The data of a status 2xx; `undefined` if no body is documented.
 * @throws StatusError for any other documented status.
 * @example
 * const data = unwrap(await api.someOperation(init));
 */
export function unwrap<Result extends AnyOutcome>(result: Result): DataOf<Result> {
  if (!result.ok) throw new StatusError<Result>(operationOf(result.response), result as FailedOf<Result> & AnyOutcome);
  return result.data as DataOf<Result>;
}
