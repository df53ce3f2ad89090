import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  ClientError,
  createClient,
  headersOf,
  StatusError,
  unwrap,
  type ClientOptions,
  type Outcome,
} from '../../../src/client/index.js';
import type { OperationOutcome } from '../../../src/client/index.js';
import { empty, json, observedFetch } from '../observed-fetch.js';

const call = (response: Response): Promise<Outcome<'resetPassword'>> => {
  const options: ClientOptions = { baseUrl: 'http://api.test', ...observedFetch(response) };
  return createClient(options).resetPassword({ body: { email: 'a' } });
};

describe('unwrap', () => {
  it('gives the data of a success', async () => {
    const data = unwrap(await call(json(200, { reset_token: 'x' })));
    expectTypeOf(data).toEqualTypeOf<{ reset_token: string }>();
    expect(data).toEqual({ reset_token: 'x' });
  });

  it('gives undefined where no body is documented', async () => {
    const api = createClient({ baseUrl: 'http://api.test', ...observedFetch(empty(204)) });
    const result = await api.validatePasswordReset({ params: { query: { token: 'x' } } });
    expectTypeOf(unwrap<typeof result>).returns.toEqualTypeOf<undefined>();
    expect([result].map(unwrap)).toEqual([undefined]);
  });

  it('throws for any other documented status, with the result and the name of the operation', async () => {
    const result = await call(empty(404));
    let error: unknown;
    try {
      unwrap(result);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(StatusError);
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({ name: 'StatusError', status: 404, operationId: 'resetPassword', method: 'POST' });
    expect((error as StatusError<Outcome<'resetPassword'>>).result).toBe(result);
    expect((error as Error).message).toMatch(/^resetPassword: the server responded with status 404\./);
    expectTypeOf<StatusError<Outcome<'resetPassword'>>['result']['status']>().toEqualTypeOf<400 | 403 | 404 | 415>();
    expect(Object.keys(error as object)).not.toContain('result');
  });

  it('throws for a result that was made by hand', () => {
    const response = new Response(null, { status: 404 });
    expect(() => unwrap({ status: 404, ok: false, response } as const)).toThrow(StatusError);
  });
});

it('the documented headers of a result have names that the compiler knows, and are text', () => {
  interface Operation {
    responses: {
      200: {
        headers: { 'X-Total': number; 'X-Next'?: string; [name: string]: unknown };
        content: { 'application/json': string };
      };
      404: { headers: { [name: string]: unknown }; content?: never };
    };
  }
  const response = new Response('', { headers: { 'x-total': '3' } });
  const result = { status: 200, ok: true, data: 'a', response } as OperationOutcome<Operation>;
  if (!result.ok) throw new Error('It is one.');
  const headers = headersOf(result);
  expectTypeOf(headers).toEqualTypeOf<{ readonly 'x-total'?: string; readonly 'x-next'?: string }>();
  expect([headers['x-total'], headers['x-next']]).toEqual(['3', undefined]);
  expectTypeOf(result.response).toExtend<Response>();
});
