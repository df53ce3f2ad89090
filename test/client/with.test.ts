import { describe, expect, expectTypeOf, it } from 'vitest';
import { createClient, type Client } from '../../src/client/index.js';
import { empty, observedFetch } from './observed-fetch.js';

const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const { fetch, requests } = observedFetch(empty(204));
const api = createClient({ baseUrl: 'http://api.test', fetch, token: 'a', headers: { 'x-a': '1', 'x-b': '2' } });
const last = (...names: string[]): unknown[] => names.map((name) => requests.at(-1)?.headers.get(name));

describe('a client with other options', () => {
  it('has those of the first where it has none of its own, and merges headers', async () => {
    const other = api.with({ token: 'b', headers: { 'x-b': null, 'x-c': '3' } });
    expectTypeOf(other).toEqualTypeOf<Client>();
    await other.validatePasswordReset({ params });
    expect(last('authorization', 'x-a', 'x-b', 'x-c')).toEqual(['Token b', '1', null, '3']);
    await api.validatePasswordReset({ params });
    expect(last('authorization', 'x-a', 'x-b', 'x-c')).toEqual(['Token a', '1', '2', null]);
  });

  it('is another client for its raw, too', async () => {
    const other = api.with({ baseUrl: 'http://other.test/v2', headers: { 'x-a': null } }).with({ headers: { 'x-d': '4' } });
    for (const send of [
      () => other.raw.GET('/api/organizations/complete-password/', { params, headers: { 'x-e': '5' } }),
      () => other.raw.request('get', '/api/organizations/complete-password/', { params, headers: { 'x-e': '5' } }),
    ]) {
      await send();
      expect(new URL(requests.at(-1)?.url ?? '').href).toMatch(/^http:\/\/other\.test\/v2\/api\//);
      expect(last('x-a', 'x-b', 'x-d', 'x-e', 'authorization')).toEqual([null, '2', '4', '5', null]);
    }
    await api.raw.GET('/api/organizations/complete-password/', { params });
    expect(requests.at(-1)?.url).toMatch(/^http:\/\/api\.test\/api\//);
  });

  it('shares the middleware of the first', async () => {
    const other = api.with({});
    const middleware = {
      onRequest: ({ request }: { request: Request }): void => {
        request.headers.set('x-seen', '1');
      },
    };
    api.raw.use(middleware);
    await other.validatePasswordReset({ params });
    expect(last('x-seen')).toEqual(['1']);
    other.raw.eject(middleware);
    await api.validatePasswordReset({ params });
    expect(last('x-seen')).toEqual([null]);
  });

  it('ends with the signal of either, and with that of the call', async () => {
    const controllers = Array.from({ length: 3 }, () => new AbortController());
    for (const ending of controllers) {
      const [first, second, third] = controllers.map(({ signal }, index) =>
        controllers[index] === ending ? AbortSignal.abort('over') : signal,
      );
      const call = api
        .with({ signal: first ?? null })
        .with({ signal: second ?? null })
        .validatePasswordReset({ params, signal: third ?? null });
      await expect(call).rejects.toMatchObject({ name: 'AbortError', cause: 'over' });
    }
  });

  it('refuses what createClient refuses', () => {
    expect(() => api.with({ baseUrl: 'ftp://api.test' })).toThrow('does not begin with http:// or https://');
    expect(() => api.with({ headers: { 'x-a': 'a\nb' } })).toThrow('contains a character that no header can carry');
  });
});
