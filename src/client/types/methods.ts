import type { Client as OpenapiFetchClient } from 'openapi-fetch';
import type { OperationInit } from './options.js';
import type { OperationOutcome } from './outcome.js';

/** The method that calls one operation; its argument may be left out where nothing in it is required. */
export type OperationMethod<Operation> =
  object extends OperationInit<Operation>
    ? (init?: OperationInit<Operation>) => Promise<OperationOutcome<Operation>>
    : (init: OperationInit<Operation>) => Promise<OperationOutcome<Operation>>;

/** What every client has besides its methods. */
export interface RawClient<Paths extends object> {
  /**
   * The plain client of openapi-fetch, by method and path, with the same base URL, headers, `fetch` and `signal`. It
   * sends no token, has no limit of time and retries nothing. Middleware given to its `use` runs for the methods too.
   */
  readonly raw: OpenapiFetchClient<Paths>;
}

/**
 * The client of any description.
 *
 * @typeParam Operations The `operations` that openapi-typescript generates from it.
 * @typeParam Paths The `paths` that openapi-typescript generates from it.
 */
export type ClientOf<Operations, Paths extends object> = {
  readonly [Id in keyof Operations]: OperationMethod<Operations[Id]>;
} & RawClient<Paths>;
