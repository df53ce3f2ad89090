import { describe, expect, it, vi } from 'vitest';
import * as browser from '../../../src/client/browser.js';
import { attempts, createClient, type ClientOptions } from '../../../src/client/index.js';
import { empty, observedFetch } from '../observed-fetch.js';

const baseUrl = 'http://api.test';
const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const authorization = (requests: Request[]): Array<string | null> => requests.map(({ headers }) => headers.get('authorization'));

describe('the hook of an attempt', () => {
  it('is called for each of them, and sees the request as it is sent', async () => {
    const { fetch } = observedFetch(empty(503, { 'retry-after': '0' }), empty(204));
    const seen: unknown[] = [];
    const api = createClient({
      baseUrl,
      fetch,
      token: 'abc',
      retries: 1,
      onAttempt: async ({ operationId, attempt, request, send }) => {
        const response = await send();
        seen.push([operationId, attempt, request.headers.get('authorization'), response.status]);
        return response;
      },
    });
    await api.validatePasswordReset({ params });
    expect(seen).toEqual([
      ['validatePasswordReset', 1, 'Token abc', 503],
      ['validatePasswordReset', 2, 'Token abc', 204],
    ]);
  });

  it('may repeat it once with a new token after a 401', async () => {
    const { fetch, requests } = observedFetch(empty(401), empty(204));
    const api = createClient({
      baseUrl,
      fetch,
      token: 'old',
      onAttempt: async ({ send }) => {
        const response = await send();
        return response.status === 401 ? send({ token: 'new' }) : response;
      },
    });
    expect((await api.validatePasswordReset({ params, body: '{}' })).status).toBe(204);
    expect(authorization(requests)).toEqual(['Token old', 'Token new']);
    expect(await requests[1]?.text()).toBe('{}');
  });

  it('gives the new token to no operation that requires none', async () => {
    const { fetch, requests } = observedFetch(empty(404));
    const api = createClient({ baseUrl, fetch, onAttempt: ({ send }) => send({ token: 'new' }) });
    await api.resetPassword({ body: { email: 'a' } });
    expect(authorization(requests)).toEqual([null]);
  });

  it('throws what it throws, without a retry', async () => {
    const failure = new Error('Not now.');
    const { fetch, requests } = observedFetch(empty(204));
    const onAttempt = vi.fn(() => Promise.reject(failure));
    const api = createClient({ baseUrl, fetch, retries: 3, onAttempt });
    await expect(api.validatePasswordReset({ params })).rejects.toBe(failure);
    expect([requests.length, onAttempt.mock.calls.length]).toEqual([0, 1]);
  });

  it('sees a failed connection as an error of the client', async () => {
    const names: unknown[] = [];
    const api = createClient({
      baseUrl,
      ...observedFetch(new Error('reset')),
      onAttempt: async ({ send }) =>
        send().catch((error: unknown) => {
          names.push((error as Error).name);
          throw error;
        }),
    });
    await expect(api.validatePasswordReset({ params })).rejects.toMatchObject({ name: 'ConnectionError' });
    expect(names).toEqual(['ConnectionError']);
  });
});

describe('an Idempotency-Key', () => {
  const body = { password: 'thanosrocks', token: 'G7TwCq1Vkds0DLYnfAuP' };

  it('lets a call be repeated, and is the same each time', async () => {
    const { fetch, requests } = observedFetch(empty(503, { 'retry-after': '0' }), empty(204));
    const api = createClient({ baseUrl, fetch, retries: 1 });
    const result = await api.completePasswordReset({ body, headers: { 'Idempotency-Key': 'k-1' } });
    expect(result.status).toBe(204);
    expect(requests.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['k-1', 'k-1']);
    expect(await requests[1]?.json()).toEqual(body);
  });

  it('does not without retries', async () => {
    const { fetch, requests } = observedFetch(empty(503));
    const call = createClient({ baseUrl, fetch }).completePasswordReset({ body, headers: { 'Idempotency-Key': 'k-1' } });
    await expect(call).rejects.toMatchObject({ status: 503 });
    expect(requests).toHaveLength(1);
  });
});

it.each(['-5', '1.5', 'soon', '0', 'Wed, 31 Dec 2025 00:00:00 GMT'])(
  'Retry-After: %s neither warns nor waits long',
  async (retryAfter) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const warnings = vi.spyOn(process, 'emitWarning');
    const { fetch, requests } = observedFetch(empty(503, { 'retry-after': retryAfter }), empty(204));
    await createClient({ baseUrl, fetch, retries: 1 }).validatePasswordReset({ params });
    expect([requests.length, warnings.mock.calls]).toEqual([2, []]);
    vi.restoreAllMocks();
  },
);

it('options of fetch survive a retry: requestInitExt and dispatcher', async () => {
  const seen: unknown[] = [];
  const dispatcher = { dispatch: () => false };
  let sent = 0;
  const api = createClient({
    baseUrl,
    retries: 1,
    requestInitExt: { verbose: true },
    dispatcher,
    fetch: (_: Request, init?: RequestInit) => {
      seen.push(init);
      sent += 1;
      return Promise.resolve(empty(sent === 1 ? 503 : 204, { 'retry-after': '0' }));
    },
  } as Parameters<typeof createClient>[0]);
  await api.validatePasswordReset({ params });
  expect(seen).toEqual([
    { verbose: true, dispatcher },
    { verbose: true, dispatcher },
  ]);
});

describe('in a browser', () => {
  it.each<ClientOptions>([{ retries: 1 }, { attemptTimeoutMs: 10 }, { onAttempt: ({ send }) => send() }])(
    '%o needs the import of attempts',
    async (options) => {
      const { fetch, requests } = observedFetch(empty(503, { 'retry-after': '0' }), empty(204));
      const call = (given: ClientOptions): Promise<{ status: number }> =>
        browser.createClient({ baseUrl, fetch, ...given }).validatePasswordReset({ params });
      await expect(call(options)).rejects.toThrow(
        'retries, onAttempt and attemptTimeoutMs need the option "attempts": import it beside createClient.',
      );
      expect(requests).toEqual([]);
      expect((await call({ attempts, retries: 1, ...options })).status).toBe(204);
      expect(requests).toHaveLength(2);
    },
  );
});

describe('a fetch that throws at once fails the call as one that gets no response does', () => {
  const failure = new Error('Nobody is there for token=G7TwCq1Vkds0DLYnfAuP.');
  const fetch = (): never => {
    throw failure;
  };

  it('with its error as the cause', async () => {
    const call = browser.createClient({ baseUrl, fetch }).validatePasswordReset({ params });
    await expect(call).rejects.toMatchObject({ name: 'ConnectionError', cause: failure });
    expect(((await call.catch((error: unknown) => error)) as Error).cause).toBe(failure);
  });

  it('without the values of the request on Node', async () => {
    const call = createClient({ baseUrl, fetch }).validatePasswordReset({ params });
    const message = 'The message is withheld because it may contain values of the request.';
    await expect(call).rejects.toMatchObject({ name: 'ConnectionError', cause: { message } });
  });
});
