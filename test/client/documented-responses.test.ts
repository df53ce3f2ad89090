import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../src/client/index.js';
import { startMock, type Mock } from '../../src/mock/index.js';

const email = 'jweir@projectthanos.com';
const token = 'G7TwCq1Vkds0DLYnfAuP';
const password = 'thanosrocks';

let mock: Mock;
let api: Client;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  api = createClient({ baseUrl: mock.url, token: 'a0f17278bed479ee719ea890b8caf0329e1f3e5b' });
});
afterAll(() => mock.close());

const prefer = (code: number): { headers: { Prefer: string } } => ({ headers: { Prefer: `code=${code}` } });

describe('each documented status of', () => {
  it.each([200, 400, 403, 404, 415])('resetPassword is a value: %i', async (code) => {
    const result = await api.resetPassword({ body: { email }, ...prefer(code) });
    expect(result).toEqual({
      status: code,
      ok: code === 200,
      ...(code === 200 && { data: { reset_token: token } }),
      response: expect.any(Response) as Response,
    });
  });

  it.each([204, 400, 401, 404, 415])('validatePasswordReset is a value: %i', async (code) => {
    const result = await api.validatePasswordReset({ params: { query: { token } }, ...prefer(code) });
    expect(result).toEqual({ status: code, ok: code === 204, response: expect.any(Response) as Response });
  });

  it.each([204, 400, 404, 415])('completePasswordReset is a value: %i', async (code) => {
    const result = await api.completePasswordReset({ body: { password, token }, ...prefer(code) });
    expect(result).toEqual({ status: code, ok: code === 204, response: expect.any(Response) as Response });
  });
});

it('a response whose body is not documented leaves the body to the caller', async () => {
  const result = await api.resetPassword({ body: {} as { email: string } });
  expect(result.status).toBe(400);
  expect(await result.response.json()).toMatchObject({ status: 400, violations: [{ rule: 'required' }] });
});
