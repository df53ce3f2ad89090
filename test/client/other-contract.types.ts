/** Type tests for a contract with features that our own contract does not have. Nothing in this file runs. */
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

// The body may have each of its media types.
expectTypeOf<Extract<List, { status: 200 }>>().toEqualTypeOf<{
  readonly status: 200;
  readonly ok: true;
  readonly data: string[] | string;
  readonly response: Response;
}>();
// A status code with its own entry is not part of its range.
expectTypeOf<At<404>>().toEqualTypeOf<{ readonly status: 404; readonly ok: false; readonly response: Response }>();
// A 3xx is not a success.
expectTypeOf<At<304>['ok']>().toEqualTypeOf<false>();
// A range covers the status codes without their own entry.
type Conflict = Extract<List, { ok: false; error: Problem }>;
expectTypeOf<409 extends Conflict['status'] ? true : false>().toEqualTypeOf<true>();
expectTypeOf<404 extends Conflict['status'] ? true : false>().toEqualTypeOf<false>();
// So does `default`, which may be a success, too.
expectTypeOf<503 extends Conflict['status'] ? true : false>().toEqualTypeOf<true>();
expectTypeOf<Extract<List, { ok: true; data: Problem }>['status'] & 201>().toEqualTypeOf<201>();

declare const api: ClientOf<operations>;
// An operation without required inputs can be called without an argument.
expectTypeOf(api.list).toBeCallableWith();
expectTypeOf(api.list).toBeCallableWith({ params: { query: { page: 2 } } });
