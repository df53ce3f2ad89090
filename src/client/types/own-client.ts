import type { Methods } from '../../../generated/methods.js';
import type { operations, paths } from '../../../generated/schema.js';
import type { RawClient } from './methods.js';
import type { OperationInit } from './options.js';
import type { OperationOutcome } from './outcome.js';

/** The client of this package's own description. */
export interface Client extends Methods, RawClient<paths> {}

/** The argument of a method of the client, such as `Init<'someOperation'>`. */
export type Init<Id extends keyof operations> = OperationInit<operations[Id]>;

/** The result of a method of the client, such as `Outcome<'someOperation'>`. */
export type Outcome<Id extends keyof operations> = OperationOutcome<operations[Id]>;
