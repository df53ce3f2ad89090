import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarios } from '../../../src/description/scenarios.js';
import { startMock, type Mock } from '../../../src/mock/index.js';
import { description, operationOf, operations, requestOf, validRequest, type Sent } from '../requests.js';
import { send } from '../send.js';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

describe.each(operations)('$operationId', (operation) => {
  const valid = validRequest(operation);
  const all = scenarios(description, operation);

  test.each(operation.responses)('Prefer: code=$status gets it, whatever is sent', async ({ status }) => {
    const requests: Sent[] = [valid, { ...valid, headers: {} }, ...all.map((scenario) => requestOf(operation, scenario))];
    for (const request of requests) {
      const response = await send(mock.url, { ...request, headers: { ...request.headers, prefer: `code=${status}` } });
      expect(response.status).toBe(Number(status));
    }
  });

  test('Prefer: example=… gets the response of that scenario', async () => {
    for (const { name, status } of all) {
      const response = await send(mock.url, { ...valid, headers: { ...valid.headers, prefer: `example="${name}"` } });
      expect(response.status, name).toBe(status);
    }
  });

  test('Prefer: dynamic=true makes a success of every scenario', async () => {
    const success = Math.min(...operation.responses.map(({ status }) => Number(status)));
    for (const scenario of all.filter(({ name }) => name !== 'missing-token')) {
      const request = requestOf(operation, scenario);
      const response = await send(mock.url, { ...request, headers: { ...request.headers, prefer: 'dynamic=true' } });
      expect(response.status, scenario.name).toBe(success);
    }
  });

  test('every documented status is reached by value, but for those that no value can trigger', async () => {
    const reached = new Set(all.map(({ status }) => status));
    const unlike: Sent[] = [
      { ...valid, headers: {} },
      { ...valid, headers: { ...valid.headers, 'content-type': 'image/png' } },
      { method: valid.method, path: operation.path, headers: {} },
      { ...valid, path: operation.path, headers: valid.headers },
    ];
    const documented = operation.responses.map(({ status }) => Number(status));
    for (const request of unlike) {
      const { status } = await send(mock.url, request);
      // A media type that the operation does not accept gets 415, even if 415 is not documented.
      if (status !== 415 || documented.includes(status)) reached.add(status);
    }
    // No other status codes, especially no 422.
    expect([...reached].sort()).toEqual([...documented].sort());
  });
});

test('the scenario with the most equal inputs wins', async () => {
  const operation = operationOf('validatePasswordReset');
  const valid = validRequest(operation);
  const headers = { ...valid.headers, 'content-type': 'text/plain' };
  const sent = (token: string, body?: string): Sent => ({
    ...valid,
    path: `${operation.path}?token=${token}`,
    headers,
    body: body ?? '',
  });
  const name = async (request: Sent): Promise<string | undefined> => (await send(mock.url, request)).headers['mock-scenario'];
  // The token alone matches three scenarios. The first documented one is used.
  expect(await name(sent('G7TwCq1Vkds0DLYnfAuP'))).toBe('reset-validated');
  expect(await name(sent('G7TwCq1Vkds0DLYnfAuP', '{ "email" : "nobody@projectthanos.com" }'))).toBe('unknown-address');
  expect(await name(sent('UnknownResetToken000', '{"email":"jweir@projectthanos.com"}'))).toBe('unknown-token');
  expect(await name(sent('another', '{"email":"jweir@projectthanos.com"}'))).toBeUndefined();
});

test.each([
  ['code=402', 404, 'statuses'],
  ['example=nothing', 404, 'examples'],
  ['code=abc', 400, 'detail'],
  ['dynamic=perhaps', 400, 'detail'],
])('a preference that cannot be met, %s, is answered %i and says what can be', async (prefer, status, member) => {
  const response = await send(mock.url, { ...validRequest(operationOf('resetPassword')), headers: { prefer } });
  expect(response.status).toBe(status);
  expect(JSON.parse(response.body)).toHaveProperty(member);
});

test('preferences of Prism are taken from the query too, where a link is all one has', async () => {
  const request = validRequest(operationOf('resetPassword'));
  expect((await send(mock.url, { ...request, path: `${request.path}?__code=403` })).status).toBe(403);
});
