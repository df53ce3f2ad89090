import { describe, expect, expectTypeOf, it, onTestFinished, vi } from 'vitest';
import { createClient } from '../../src/client/index.js';
import { empty, json, observedFetch } from './observed-fetch.js';

const init = { body: { email: 'jweir@projectthanos.com' } };
const path = '/api/organizations/reset-password/';

describe('raw', () => {
  it('is the client of openapi-fetch, with its results and without a token', async () => {
    const { fetch, requests } = observedFetch(json(200, { reset_token: 'x' }));
    const api = createClient({ baseUrl: 'http://api.test', fetch, token: 'abc', headers: { 'x-app': '1' } });
    const { data, error, response } = await api.raw.POST(path, init);
    expectTypeOf(data).toEqualTypeOf<{ reset_token: string } | undefined>();
    expect([data, error, response.status]).toEqual([{ reset_token: 'x' }, undefined, 200]);
    expect([requests[0]?.headers.get('x-app'), requests[0]?.headers.get('authorization')]).toEqual(['1', null]);
  });

  it('looks the global fetch up at each request', async () => {
    const api = createClient({ baseUrl: 'http://api.test' });
    const { fetch, requests } = observedFetch(json(200, { reset_token: 'x' }));
    vi.stubGlobal('fetch', fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    await api.raw.POST(path, init);
    await api.resetPassword(init);
    expect(requests).toHaveLength(2);
  });
});

describe('middleware', () => {
  it('changes the request and sees the response', async () => {
    const { fetch, requests } = observedFetch(json(200, { reset_token: 'x' }));
    const api = createClient({ baseUrl: 'http://api.test', fetch });
    const seen: number[] = [];
    api.raw.use({
      onRequest: ({ request }) => {
        request.headers.set('x-first', '1');
      },
      onResponse: ({ response }) => void seen.push(response.status),
    });
    await api.resetPassword(init);
    expect([requests[0]?.headers.get('x-first'), seen]).toEqual(['1', [200]]);
  });

  it('may read the body of a failure, and so may the caller', async () => {
    const api = createClient({ baseUrl: 'http://api.test', ...observedFetch(json(404, { detail: 'x' })) });
    const seen: unknown[] = [];
    api.raw.use({ onResponse: async ({ response }) => void seen.push(await response.clone().json()) });
    const result = await api.resetPassword(init);
    expect([seen, await result.response.json()]).toEqual([[{ detail: 'x' }], { detail: 'x' }]);
  });

  it("may put another response in the place of the server's", async () => {
    const api = createClient({ baseUrl: 'http://api.test', ...observedFetch(empty(500)) });
    api.raw.use({ onResponse: () => json(200, { reset_token: 'x' }) });
    expect(await api.resetPassword(init)).toMatchObject({ status: 200, data: { reset_token: 'x' } });
  });

  it.each([200, 404])('may answer %i without a server', async (status) => {
    const api = createClient({ baseUrl: 'http://api.test' });
    api.raw.use({ onRequest: () => json(status, { reset_token: 'x' }) });
    expect(await api.resetPassword(init)).toMatchObject({ status });
  });

  it('throws what it throws', async () => {
    const failure = new Error('Not today.');
    const api = createClient({ baseUrl: 'http://api.test', ...observedFetch(empty(200)) });
    api.raw.use({ onRequest: () => Promise.reject(failure) });
    await expect(api.resetPassword(init)).rejects.toBe(failure);
  });
});

it('headers of a call add to those of the client and remove them', async () => {
  const { fetch, requests } = observedFetch(empty(404));
  const api = createClient({ baseUrl: 'http://api.test', fetch, headers: { 'x-a': '1', 'x-b': '2' } });
  await api.resetPassword({ ...init, headers: { 'x-b': null, 'x-c': '3' } });
  await api.resetPassword({ ...init, headers: new Headers({ 'x-a': '4' }) });
  const sent = requests.map(({ headers }) => ['x-a', 'x-b', 'x-c'].map((name) => headers.get(name)));
  expect(sent).toEqual([
    ['1', null, '3'],
    ['4', '2', null],
  ]);
});
