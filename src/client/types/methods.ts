import type { Client as OpenapiFetchClient } from 'openapi-fetch';
import type { TypedOperation } from './description.js';
import type { ClientOptions, OperationInit, ParseAs, ParseOption } from './options.js';
import type { OperationOutcome } from './outcome.js';

/** The method that calls one operation. Its argument is optional if nothing in it is required. */
export type OperationMethod<Operation> =
  object extends OperationInit<Operation>
    ? <Parse extends ParseAs | undefined = undefined>(
        init?: OperationInit<Operation> & ParseOption<Parse>,
      ) => Promise<OperationOutcome<Operation, Parse>>
    : <Parse extends ParseAs | undefined = undefined>(
        init: OperationInit<Operation> & ParseOption<Parse>,
      ) => Promise<OperationOutcome<Operation, Parse>>;

/** The members of every client besides the methods of its operations. */
export interface RawClient<Paths extends object> {
  /**
   * The plain client of openapi-fetch, by method and path, with the same base URL, headers, `fetch` and `signal`. It
   * sends no token, has no time limit and never retries. Middleware that its `use` registers also runs for the methods.
   */
  readonly raw: OpenapiFetchClient<Paths>;
  /**
   * Creates a client with other options. They replace the options of this client, except that `headers` are merged and each
   * `signal` counts. Middleware of either client runs for both.
   *
   * @throws TypeError when `baseUrl` is not an http or https URL, or a header cannot be sent.
   */
  with(options: Omit<ClientOptions, 'requestInitExt'>): this;
}

/** The name of a method: the name of its operation, with an underscore if the client or JavaScript needs the name itself. */
type MethodName<Id> = Id extends 'raw' | 'with' | 'then' | 'toString' | 'toJSON' ? `${Id}_` : string extends Id ? never : Id;

/**
 * The client of single operations, with a method for each.
 *
 * @typeParam Operations Constants of the `each-operation.ts` that the build writes for a description, under any names.
 */
export type ClientWith<Operations extends Readonly<Record<string, TypedOperation>>> = {
  readonly [Name in keyof Operations as MethodName<Name>]: NonNullable<Operations[Name]['~method']>;
} & RawClient<object>;

/**
 * The client of any description.
 *
 * @typeParam Operations The `Operations` of its generated `operations.ts`, or the `operations` that openapi-typescript
 *   generates, which omit operations without an `operationId`.
 * @typeParam Paths The `paths` that openapi-typescript generates.
 */
export type ClientOf<Operations, Paths extends object = object> = {
  readonly [Id in keyof Operations as MethodName<Id>]: OperationMethod<Operations[Id]>;
} & RawClient<Paths>;
