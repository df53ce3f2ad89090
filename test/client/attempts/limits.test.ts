import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { withLimits } from '../../../src/client/attempts/limits.js';
import { createClient } from '../../../src/client/index.js';
import { empty, observedFetch } from '../observed-fetch.js';
import { serve } from '../servers.js';

const init = { body: { email: 'jweir@projectthanos.com' } };
const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const never = (): Promise<Response> => new Promise(() => undefined);
const slow = { baseUrl: 'http://api.test', fetch: never };
const one = { operationId: 'one', method: 'GET', path: '/', responses: {} };

afterEach(() => void vi.useRealTimers());

describe('a time limit ends', () => {
  it('a call that gets no response', async () => {
    await expect(createClient({ ...slow, timeoutMs: 50 }).resetPassword(init)).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'resetPassword: the call took longer than 50 ms. The server may have processed it: check before you repeat it.',
      timeoutMs: 50,
    });
  });

  it.each([200, 404])('a response %i whose body stalls', async (status) => {
    const url = await serve((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).write('{'));
    await expect(createClient({ baseUrl: url, timeoutMs: 50 }).resetPassword(init)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('a token function that takes too long', async () => {
    const api = createClient({ ...slow, timeoutMs: 20, token: () => new Promise(() => undefined) });
    await expect(api.validatePasswordReset({ params })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('the waiting for a retry, and leaves no timer behind', async () => {
    vi.useFakeTimers();
    const { fetch, requests } = observedFetch(empty(503, { 'retry-after': '30' }));
    const call = createClient({ baseUrl: 'http://api.test', fetch, retries: 3, timeoutMs: 1000 }).validatePasswordReset({
      params,
    });
    const ended = expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
    await vi.advanceTimersByTimeAsync(1000);
    await ended;
    expect([vi.getTimerCount(), requests.length]).toEqual([0, 1]);
  });
});

it('a time limit of a call replaces that of the client, and undefined lifts it', async () => {
  vi.useFakeTimers();
  const api = createClient({ ...slow, timeoutMs: 1000 });
  const settled = vi.fn();
  void api.resetPassword({ ...init, timeoutMs: undefined }).finally(settled);
  void api.resetPassword({ ...init, timeoutMs: 10_000 }).catch(settled);
  await vi.advanceTimersByTimeAsync(9999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledTimes(1);
});

it('a time limit of null is none, with a signal and in place of that of the client', async () => {
  vi.useFakeTimers();
  const settled = vi.fn();
  const { signal } = new AbortController();
  void createClient({ ...slow, timeoutMs: 1000 })
    .resetPassword({ ...init, signal, timeoutMs: null })
    .finally(settled);
  await vi.advanceTimersByTimeAsync(1e9);
  expect([settled.mock.calls, vi.getTimerCount()]).toEqual([[], 0]);
});

it.each([
  [1e9 - 1, 1],
  [1e9, 0],
  [Number.POSITIVE_INFINITY, 0],
])('a limit of %i ms starts %i timers, for what no timer can count is none', (timeoutMs, timers) => {
  vi.useFakeTimers();
  void withLimits(one, 'call', timeoutMs, [], () => new Promise(() => undefined));
  expect(vi.getTimerCount()).toBe(timers);
});

describe('in React Native, which cannot combine signals', () => {
  const limited = (signals: AbortSignal[], timeoutMs?: number): Promise<unknown> => {
    const any: unknown = Reflect.get(AbortSignal, 'any');
    Reflect.deleteProperty(AbortSignal, 'any');
    onTestFinished(() => void Object.assign(AbortSignal, { any }));
    return withLimits(one, 'call', timeoutMs, signals, () => new Promise(() => undefined));
  };

  it('each signal ends a call, and keeps no listener', async () => {
    const controllers = [new AbortController(), new AbortController()];
    const signals = controllers.map(({ signal }) => signal);
    const call = limited(signals);
    expect(signals.map((signal) => getEventListeners(signal, 'abort').length)).toEqual([1, 1]);
    controllers[1]?.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(signals.map((signal) => getEventListeners(signal, 'abort').length)).toEqual([0, 0]);
  });

  it('a time limit ends one, without a signal', async () => {
    await expect(limited([], 1)).rejects.toMatchObject({ name: 'TimeoutError', timeoutMs: 1 });
  });
});

describe('a signal ends', () => {
  it('a call under way, with its reason as the cause', async () => {
    const controller = new AbortController();
    const call = createClient(slow).resetPassword({ ...init, signal: controller.signal });
    const reason = new Error('The user left.');
    controller.abort(reason);
    await expect(call).rejects.toMatchObject({
      name: 'AbortError',
      message: 'resetPassword: the signal aborted the call.',
      cause: reason,
    });
  });

  it('the request of the call', async () => {
    const controller = new AbortController();
    const closed = vi.fn();
    const url = await serve((request) => {
      request.once('close', closed);
      controller.abort();
    });
    await expect(createClient({ baseUrl: url, signal: controller.signal }).resetPassword(init)).rejects.toMatchObject({
      name: 'AbortError',
    });
    await vi.waitFor(() => {
      expect(closed).toHaveBeenCalled();
    }, 5000);
  });

  it('a call before anything is sent', async () => {
    const { fetch, requests } = observedFetch(empty(200));
    const api = createClient({ baseUrl: 'http://api.test', fetch, signal: AbortSignal.abort() });
    await expect(api.resetPassword(init)).rejects.toMatchObject({ name: 'AbortError', cause: { name: 'AbortError' } });
    expect(requests).toEqual([]);
  });
});

it('a signal of 30 calls at once and 30 in turn warns nowhere', async () => {
  const warnings = vi.spyOn(process, 'emitWarning');
  const printed = vi.spyOn(console, 'error');
  onTestFinished(() => {
    warnings.mockRestore();
    printed.mockRestore();
  });
  const url = await serve((_, response) => response.writeHead(204).end());
  const { signal } = new AbortController();
  const api = createClient({ baseUrl: url, signal, timeoutMs: 10_000, retries: 1 });
  const call = (body?: string): Promise<unknown> => api.validatePasswordReset({ params, body });
  await Promise.all(Array.from({ length: 30 }, (_, index) => call(index % 2 ? '{}' : undefined)));
  for (let index = 0; index < 30; index++) await call(index % 2 ? '{}' : undefined);
  expect([warnings.mock.calls, printed.mock.calls]).toEqual([[], []]);
});

it('a call that ends leaves nothing behind: no timer, no listener', async () => {
  vi.useFakeTimers();
  const { signal } = new AbortController();
  const { fetch } = observedFetch(empty(404));
  await createClient({ baseUrl: 'http://api.test', fetch, signal, timeoutMs: 1000 }).resetPassword(init);
  expect([vi.getTimerCount(), getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
});

describe('a limit of each attempt', () => {
  const slowFirst = (count: number): { fetch: (request: Request) => Promise<Response>; signals: AbortSignal[] } => {
    const signals: AbortSignal[] = [];
    return {
      signals,
      fetch: ({ signal }) => {
        signals.push(signal);
        return signals.length > count ? Promise.resolve(new Response(null, { status: 204 })) : new Promise(() => undefined);
      },
    };
  };

  it('ends a slow attempt, and the next may succeed', async () => {
    vi.useFakeTimers();
    const { fetch, signals } = slowFirst(2);
    const api = createClient({ baseUrl: 'http://api.test', fetch, attemptTimeoutMs: 1000, retries: 2 });
    const call = api.validatePasswordReset({ params });
    await vi.runAllTimersAsync();
    expect((await call).status).toBe(204);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    [{ attemptTimeoutMs: 1000 }, 'validatePasswordReset: the attempt took longer than 1000 ms.'],
    [{ attemptTimeoutMs: 1000, retries: 1, timeoutMs: 1500 }, 'validatePasswordReset: the call took longer than 1500 ms.'],
  ])('%j is the TimeoutError of what took too long', async (options, message) => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const call = createClient({ baseUrl: 'http://api.test', ...slowFirst(9), ...options }).validatePasswordReset({ params });
    const ended = expect(call).rejects.toMatchObject({
      name: 'TimeoutError',
      message: expect.stringContaining(message) as string,
    });
    await vi.runAllTimersAsync();
    await ended;
    vi.restoreAllMocks();
  });

  it('ends an attempt whose body is a GET body, over a real connection', async () => {
    const url = await serve(() => undefined);
    const call = createClient({ baseUrl: url, attemptTimeoutMs: 50 }).validatePasswordReset({ params, body: '{}' });
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError', timeoutMs: 50 });
  });
});
