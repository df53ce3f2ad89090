import { expect, onTestFinished, test, vi } from 'vitest';
import { violation } from '../../../src/contract/message/violation.js';
import type { Client } from '../../../src/mock/client.js';
import type { LoggedExchange } from '../../../src/mock/exchange.js';
import type { MockResponse } from '../../../src/contract/message/response.js';
import { requestHandler, type HandlerOptions } from '../../../src/mock/service/handle-request.js';
import type { Service } from '../../../src/mock/service/service.js';

const request = { method: 'GET', path: '/', search: '', query: {}, headers: {}, body: new Uint8Array(), malformed: undefined };

/** The header of a response whose violations have messages of these lengths. */
async function headerOf(lengths: number[]): Promise<string | undefined> {
  const exchange = {
    ...{ method: 'GET', path: '/', requestViolations: [] },
    responseViolations: lengths.map((length) => violation(['body'], 'type', 'x'.repeat(length))),
    response: { status: 200, headers: {}, body: undefined },
  };
  const service = (): Service => ({ respondTo: () => Promise.resolve(exchange) }) as unknown as Service;
  const handle = requestHandler({ service, control: () => undefined, cors: false, delayMs: 0 });
  return (await handle(request)).headers['sl-violations'];
}

test('sl-violations has at most 4,096 characters, and is JSON wherever it is cut', async () => {
  const around = ((await headerOf([0])) ?? '').length;
  const fits = 4096 - 1 - around;
  const both = (await headerOf([fits - around + 1, 0])) ?? '';
  expect([both.length, (JSON.parse(both) as unknown[]).length]).toEqual([4095, 2]);
  const first = (await headerOf([fits - around + 2, 0])) ?? '';
  expect((JSON.parse(first) as unknown[]).length).toBe(1);
  const last = (await headerOf([5000, 3])) ?? '';
  expect(JSON.parse(last)).toMatchObject([{ message: 'body xxx' }]);
  expect(await headerOf([5000])).toBeUndefined();
  expect(await headerOf([])).toBeUndefined();
});

const response = { status: 200, headers: { 'x-a': '1', 'content-type': 'text/plain' }, body: 'a' };
const bare = { method: 'GET', path: '/', requestViolations: [], responseViolations: [] };

interface Options {
  cors?: boolean;
  delayMs?: number;
  respondTo?: () => unknown;
  control?: HandlerOptions['control'];
}

/** Handles requests with a given response, and records the log. */
function handler({ cors = false, delayMs = 0, respondTo = () => ({ ...bare, response }), control = () => undefined }: Options): {
  handle: (headers?: Record<string, string>, method?: string, client?: Client) => Promise<MockResponse>;
  logged: LoggedExchange[];
} {
  const logged: LoggedExchange[] = [];
  const service = (): Service => ({ respondTo }) as unknown as Service;
  const handle = requestHandler({ service, control, cors, delayMs, log: (one) => void logged.push(one) });
  return {
    handle: async (headers = {}, method = 'GET', client?: Client) => handle({ ...request, method, headers }, client),
    logged,
  };
}

const corsOf = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'x-a',
  vary: 'origin',
});

test('without CORS, violations and a scenario, a response is sent as it is', async () => {
  expect(await handler({}).handle({ origin: 'http://a' })).toBe(response);
});

test('the same response is presented anew where the scenario, the origin or CORS is another', async () => {
  const own = { ...response };
  const named = (scenario?: string) => (): unknown => ({ ...bare, response: own, scenario });
  const sent = async (cors: boolean, scenario?: string, origin?: string): Promise<Record<string, string>> =>
    (await handler({ cors, respondTo: named(scenario) }).handle(origin === undefined ? {} : { origin })).headers;
  expect(await sent(true)).toEqual({ ...corsOf('*'), ...own.headers });
  expect(await sent(true, undefined, 'http://a')).toEqual({ ...corsOf('http://a'), ...own.headers });
  expect(await sent(true, 'one', 'http://a')).toEqual({
    ...corsOf('http://a'),
    ...own.headers,
    'mock-scenario': 'one',
    'access-control-expose-headers': 'x-a, mock-scenario',
  });
  expect(await sent(false, 'one', 'http://a')).toEqual({ ...own.headers, 'mock-scenario': 'one' });
  expect(await sent(false, 'two', 'http://a')).toEqual({ ...own.headers, 'mock-scenario': 'two' });
  expect(await sent(true, 'two', 'http://a')).toMatchObject({ 'access-control-expose-headers': 'x-a, mock-scenario' });
  expect(own.headers).toEqual(response.headers);
});

test('a response that was presented before is the same object, but for one with violations', async () => {
  const own = { ...response };
  const responseViolations = [violation(['body'], 'type', 'must be string.')];
  const valid = handler({ cors: true, respondTo: () => ({ ...bare, response: own }) });
  expect(await valid.handle()).toBe(await valid.handle());
  const broken = handler({ cors: true, respondTo: () => ({ ...bare, response: own, responseViolations }) });
  expect((await broken.handle()).headers['sl-violations']).toContain('must be string.');
  expect((await valid.handle()).headers['sl-violations']).toBeUndefined();
});

test.each([
  [true, ['response']],
  [undefined, ['request', 'response']],
] as const)('of a problem body that explains itself (%s), the header names %j', async (explains, sides) => {
  const found = { requestViolations: [violation(['query'], 'a', 'é')], responseViolations: [violation(['body'], 'b', 'x')] };
  const exchange = { ...bare, ...found, response: { ...response, ...(explains && { explains }) } };
  const { headers } = await handler({ respondTo: () => exchange }).handle();
  const shown = JSON.parse(headers['sl-violations'] ?? '') as Array<{ location: string[]; message: string }>;
  expect(shown.map(({ location: [side] }) => side)).toEqual(sides);
  expect(headers['sl-violations']).toMatch(/^[\x20-\x7e]+$/);
  if (!explains) expect(shown[0]?.message).toBe('query ?');
});

const preflight = { origin: 'http://a', 'access-control-request-method': 'PUT' };

test.each<[what: string, cors: boolean, method: string, headers: Record<string, string>, isPreflight: boolean]>([
  ['a preflight', true, 'OPTIONS', preflight, true],
  ['a preflight without CORS', false, 'OPTIONS', preflight, false],
  ['another method', true, 'GET', preflight, false],
  ['OPTIONS without an origin', true, 'OPTIONS', { 'access-control-request-method': 'PUT' }, false],
  ['OPTIONS without a method', true, 'OPTIONS', { origin: 'http://a' }, false],
])('%s, with CORS: %s', async (_, cors, method, headers, isPreflight) => {
  const { handle, logged } = handler({ cors });
  const { status, headers: sent, body } = await handle(headers, method);
  expect([status, body]).toEqual(isPreflight ? [204, undefined] : [200, 'a']);
  expect(sent['access-control-allow-methods']).toBe(isPreflight ? 'PUT' : undefined);
  if (isPreflight) expect(sent).toMatchObject({ 'access-control-allow-headers': '*', 'access-control-max-age': '600' });
  expect(logged).toHaveLength(1);
});

test.each<[what: string, respondTo: () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('No.');
    },
  ],
  ['rejects', () => Promise.reject(new Error('No.'))],
])('a service that %s gets a 500, and is logged', async (_, respondTo) => {
  const { handle, logged } = handler({ respondTo });
  const { status, body } = await handle();
  const detail = 'The mock could not make a response: the description may require what cannot be made.';
  expect([status, JSON.parse(String(body))]).toEqual([500, expect.objectContaining({ detail })]);
  expect(logged).toEqual([
    expect.objectContaining({
      method: 'GET',
      path: '/',
      requestViolations: [],
      responseViolations: [],
      request: expect.anything() as unknown,
    }),
  ]);
});

test('what the mock itself responds is logged as its own', async () => {
  const { handle, logged } = handler({ control: () => response });
  expect(await handle()).toBe(response);
  expect(logged).toMatchObject([{ isOwn: true, method: 'GET', path: '/', response }]);
  expect(logged[0]?.milliseconds).toBeGreaterThanOrEqual(0);
  expect(logged[0]?.milliseconds).toBeLessThan(5000);
});

test('a response waits as long as it is told to, which is no part of its time, or until the client is gone', async () => {
  const { handle, logged } = handler({ delayMs: 60 });
  const started = performance.now();
  expect((await handle()).status).toBe(200);
  expect(performance.now() - started - (logged[0]?.milliseconds ?? 0)).toBeGreaterThanOrEqual(59);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const leaving = handler({ delayMs: 9_999_999 });
  const client: Client = { isGone: () => true, onceGone: queueMicrotask };
  await expect(leaving.handle({}, 'GET', client)).rejects.toThrow('The client disconnected.');
  expect([leaving.logged, vi.getTimerCount()]).toEqual([[], 0]);
});
