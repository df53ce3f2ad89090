import type { Middleware } from 'openapi-fetch';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient, type ClientOptions } from '../../../src/client/index.js';
import { empty, observedFetch } from '../observed-fetch.js';

const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const busy = (retryAfter?: string): Response => empty(503, retryAfter === undefined ? {} : { 'retry-after': retryAfter });

afterEach(() => void vi.useRealTimers());

/** Calls with fake timers. Returns the outcome, and the time in milliseconds at which each request was sent. */
async function attempts(responses: Array<Response | Error>, retries?: number): Promise<{ result: unknown; sentAt: number[] }> {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  const start = Date.now();
  const { fetch } = observedFetch(...responses);
  const sentAt: number[] = [];
  const api = createClient({
    baseUrl: 'http://api.test',
    ...(retries !== undefined && { retries }),
    fetch: (request) => {
      sentAt.push(Date.now() - start);
      return fetch(request);
    },
  });
  const call = api.validatePasswordReset({ params }).then(
    ({ status }) => status,
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return { result: await call, sentAt };
}

describe('a call that is harmless to repeat', () => {
  it('is sent once by default', async () => {
    const { result, sentAt } = await attempts([busy(), empty(204)]);
    expect([result, sentAt.length]).toEqual([expect.objectContaining({ status: 503 }), 1]);
  });

  it.each([408, 429, 500, 502, 503, 504])('is sent again after %i', async (status) => {
    const { result, sentAt } = await attempts([empty(status), empty(204)], 2);
    expect([result, sentAt.length]).toEqual([204, 2]);
  });

  it('is sent again after no response', async () => {
    const { result, sentAt } = await attempts([new Error('reset'), empty(204)], 1);
    expect([result, sentAt.length]).toEqual([204, 2]);
  });

  it.each([204, 400, 404])('is not sent again after %i', async (status) => {
    expect(await attempts([empty(status)], 2)).toEqual({ result: status, sentAt: [0] });
  });

  it('ends with the last failure', async () => {
    const { result, sentAt } = await attempts([busy(), new Error('reset')], 3);
    expect(result).toMatchObject({ name: 'ConnectionError', cause: { message: 'reset' } });
    expect(sentAt).toHaveLength(4);
  });
});

describe('the wait before a retry', () => {
  it('is what Retry-After says in seconds', async () => {
    expect((await attempts([busy('7'), empty(204)], 1)).sentAt).toEqual([0, 7000]);
  });

  it('is what Retry-After says as a date', async () => {
    expect((await attempts([busy('Thu, 01 Jan 2026 00:00:09 GMT'), empty(204)], 1)).sentAt).toEqual([0, 9000]);
  });

  it.each(['0', 'Wed, 31 Dec 2025 00:00:00 GMT'])('is none when Retry-After lies at hand or behind: %s', async (retryAfter) => {
    expect((await attempts([busy(retryAfter), empty(204)], 1)).sentAt[1]).toBeLessThan(2);
  });

  it('is random otherwise, up to a bound that doubles', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    expect((await attempts([busy(), busy('soon'), busy(), empty(204)], 3)).sentAt).toEqual([0, 250, 750, 1750]);
    vi.restoreAllMocks();
  });

  it('grows to half a minute at most', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const { sentAt } = await attempts(
      Array.from({ length: 10 }, () => busy()),
      9,
    );
    const waits = sentAt.slice(1).map((time, index) => time - (sentAt[index] ?? 0));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    vi.restoreAllMocks();
  });

  it.each<[retryAfter: string, result: unknown, sentAt: number[]]>([
    ['60', 204, [0, 60_000]],
    ['61', expect.objectContaining({ status: 503 }), [0]],
  ])('is left to the caller when it is more than a minute: %s', async (retryAfter, result, sentAt) => {
    expect(await attempts([busy(retryAfter), empty(204)], 3)).toEqual({ result, sentAt });
  });

  it.each(['', '-5', '1e1', '7 s', '1 Jan 2026 00:00:09 GMT', '(Thu), 01 Jan 2026 00:00:09 GMT'])(
    'is random when Retry-After is no number and no date: "%s"',
    async (retryAfter) => {
      vi.spyOn(Math, 'random').mockReturnValue(0.5);
      expect((await attempts([busy(retryAfter), empty(204)], 1)).sentAt).toEqual([0, 250]);
      vi.restoreAllMocks();
    },
  );
});

it('a response that is not the last one lets go of its connection', async () => {
  const cancelled: number[] = [];
  const busyWithBody = [1, 2].map((number) => {
    const body = new ReadableStream({ cancel: () => void cancelled.push(number) });
    return new Response(body, { status: 503, headers: { 'retry-after': '0' } });
  });
  const responses = [...busyWithBody, empty(204)];
  const fetch = (): Promise<Response> => Promise.resolve(responses.shift() ?? Response.error());
  const api = createClient({ baseUrl: 'http://api.test', fetch, retries: 2 });
  expect((await api.validatePasswordReset({ params })).status).toBe(204);
  expect(cancelled).toEqual([1, 2]);
});

it('a call that consumes a token is never sent twice', async () => {
  const { fetch, requests } = observedFetch(busy('0'), empty(204));
  const api = createClient({ baseUrl: 'http://api.test', fetch, retries: 3 });
  const body = { password: 'thanosrocks', token: 'G7TwCq1Vkds0DLYnfAuP' };
  await expect(api.completePasswordReset({ body, retries: 3 })).rejects.toMatchObject({ status: 503 });
  expect(requests).toHaveLength(1);
});

it.each([
  ['retries', { retries: 1 }],
  ['a hook', { onAttempt: ({ send }) => send() }],
] satisfies Array<[string, ClientOptions]>)('%s make no copy of a body while the first attempt succeeds', async (_, options) => {
  const { Request: PlatformRequest } = globalThis;
  let made = 0;
  class CountedRequest extends PlatformRequest {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(input, init);
      made += 1;
    }
    override clone(): Request {
      made += 1;
      return super.clone();
    }
  }
  vi.stubGlobal('Request', CountedRequest);
  onTestFinished(() => void vi.unstubAllGlobals());
  const { fetch, requests } = observedFetch(empty(404), empty(503, { 'retry-after': '0' }), empty(404));
  const api = createClient({ baseUrl: 'http://api.test', fetch, ...options });
  const init = { body: { email: 'a' }, headers: { 'Idempotency-Key': 'k' } };
  await api.resetPassword(init);
  expect(made).toBe(1);
  await api.resetPassword(init).catch(() => undefined);
  for (const request of requests) expect(await request.text()).toBe('{"email":"a"}');
});

describe('the body of the second attempt is that of the first', () => {
  /** The requests that arrive at a server that is busy at first. It reads each request while it arrives. */
  async function arriving(body: unknown, middlewares: Middleware[]): Promise<Array<[type: string | null, text: string]>> {
    const arrived: Array<[string | null, string]> = [];
    const fetch = async (request: Request): Promise<Response> => {
      arrived.push([request.headers.get('content-type'), await request.text()]);
      return arrived.length === 1 ? empty(503, { 'retry-after': '0' }) : empty(404);
    };
    const api = createClient({ baseUrl: 'http://api.test', fetch, retries: 1 });
    api.raw.use(...middlewares);
    const init = { body, duplex: 'half', headers: { 'Idempotency-Key': 'k' } } as { body: { email: string } };
    await api.resetPassword(init);
    return arrived;
  }

  it.each<[string, () => unknown, Middleware[], string]>([
    ['an object', () => ({ email: 'a' }), [], '{"email":"a"}'],
    ['a stream', () => new Blob(['{"email":"a"}']).stream(), [], '{"email":"a"}'],
    ['one of a middleware', () => ({ email: 'a' }), [{ onRequest: ({ request }) => new Request(request, { body: '{}' }) }], '{}'],
  ])('%s', async (_, body, middlewares, text) => {
    const [first, second] = await arriving(body(), middlewares);
    expect(first).toEqual(['application/json', text]);
    expect(second).toEqual(first);
  });

  it('a form, with the boundary that its header names', async () => {
    const form = new FormData();
    form.set('email', 'a');
    const arrived = await arriving(form, []);
    expect(arrived).toHaveLength(2);
    for (const [type, text] of arrived) expect(text.split('\r\n')[0]).toBe(`--${type?.split('boundary=')[1] ?? ''}`);
  });

  it('none, of the very request', async () => {
    const { fetch, requests } = observedFetch(empty(503, { 'retry-after': '0' }), empty(204));
    await createClient({ baseUrl: 'http://api.test', fetch, retries: 1 }).validatePasswordReset({ params });
    expect(requests).toHaveLength(2);
    expect(requests[1]).toBe(requests[0]);
  });
});

it('a copy has what the caller has set on the request, but for what a Request has itself', async () => {
  const { fetch, requests } = observedFetch(empty(503, { 'retry-after': '0' }), empty(404));
  const api = createClient({ baseUrl: 'http://api.test', fetch, retries: 1 });
  api.raw.use({
    onRequest: ({ request }) => {
      Object.assign(request, { next: { revalidate: 1 } });
      // As in React Native, where the fields of a request are own properties.
      Object.defineProperty(request, 'url', { value: request.url, enumerable: true });
      return request;
    },
  });
  await api.resetPassword({ body: { email: 'a' }, headers: { 'Idempotency-Key': 'k' } });
  expect(requests.map((request) => (request as { next?: unknown }).next)).toEqual([{ revalidate: 1 }, { revalidate: 1 }]);
  expect(requests[1]).not.toBe(requests[0]);
});
