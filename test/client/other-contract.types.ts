/**
 * What the compiler knows of a contract with everything that this one does not have. Nothing in this file runs.
 */
import { expectTypeOf } from 'vitest';
import type { ClientOf, OperationOutcome } from '../../src/client/index.js';

interface Problem {
  title: string;
}

interface operations {
  list: {
    parameters: { query?: { page?: number }; header?: never; path?: never; cookie?: never };
    requestBody?: never;
    responses: {
      200: { headers: Record<string, unknown>; content: { 'application/json': string[]; 'text/plain': string } };
      304: { headers: Record<string, unknown>; content?: never };
      '4XX': { headers: Record<string, unknown>; content: { 'application/problem+json': Problem } };
      404: { headers: Record<string, unknown>; content?: never };
      default: { headers: Record<string, unknown>; content: { 'application/json': Problem } };
    };
  };
}

type List = OperationOutcome<operations['list']>;
type At<Status> = Extract<List, { status: Status }>;

// Each media type of a body is possible.
expectTypeOf<Extract<List, { status: 200 }>>().toEqualTypeOf<{
  readonly status: 200;
  readonly ok: true;
  readonly data: string[] | string;
  readonly response: Response;
}>();
// A status by itself is not in its range.
expectTypeOf<At<404>>().toEqualTypeOf<{ readonly status: 404; readonly ok: false; readonly response: Response }>();
// A redirect and the like are no success.
expectTypeOf<At<304>['ok']>().toEqualTypeOf<false>();
// A range holds what has no entry by itself.
type Conflict = Extract<List, { ok: false; error: Problem }>;
expectTypeOf<409 extends Conflict['status'] ? true : false>().toEqualTypeOf<true>();
expectTypeOf<404 extends Conflict['status'] ? true : false>().toEqualTypeOf<false>();
// So does the default, which may be a success too.
expectTypeOf<503 extends Conflict['status'] ? true : false>().toEqualTypeOf<true>();
expectTypeOf<Extract<List, { ok: true; data: Problem }>['status'] & 201>().toEqualTypeOf<201>();

declare const api: ClientOf<operations>;
// An operation that requires nothing is called without an argument.
expectTypeOf(api.list).toBeCallableWith();
expectTypeOf(api.list).toBeCallableWith({ params: { query: { page: 2 } } });
