import { describe, expect, it, vi } from 'vitest';
import { createClient, type ClientOptions } from '../../../src/client/index.js';
import { empty, observedFetch } from '../observed-fetch.js';
import { serve } from '../servers.js';

const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const authorization = (requests: Request[]): Array<string | null> => requests.map(({ headers }) => headers.get('authorization'));

function clientWith(options: ClientOptions): { api: ReturnType<typeof createClient>; requests: Request[] } {
  const { fetch, requests } = observedFetch(empty(204));
  return { api: createClient({ baseUrl: 'http://api.test', fetch, ...options }), requests };
}

describe('the token', () => {
  it('goes to the operation whose security asks for it, as its scheme says', async () => {
    const { api, requests } = clientWith({ token: 'abc' });
    await api.validatePasswordReset({ params });
    expect(authorization(requests)).toEqual(['Token abc']);
  });

  it('goes to no operation whose security does not', async () => {
    const { api, requests } = clientWith({ token: 'abc' });
    await api.completePasswordReset({ body: { password: 'thanosrocks', token: 'G7TwCq1Vkds0DLYnfAuP' } });
    expect(authorization(requests)).toEqual([null]);
  });

  it('may be a function, called once for a call that asks for it, retries or not', async () => {
    const token = vi.fn(() => Promise.resolve('abc'));
    const { fetch, requests } = observedFetch(empty(503, { 'retry-after': '0' }), empty(204));
    const api = createClient({ baseUrl: 'http://api.test', fetch, token, retries: 1 });
    await api.validatePasswordReset({ params });
    await api.completePasswordReset({ body: { password: 'thanosrocks', token: 'G7TwCq1Vkds0DLYnfAuP' } });
    expect(token).toHaveBeenCalledTimes(1);
    expect(authorization(requests)).toEqual(['Token abc', 'Token abc', null]);
  });

  it('of a call replaces that of the client, and undefined sends none', async () => {
    const { api, requests } = clientWith({ token: 'abc' });
    await api.validatePasswordReset({ params, token: 'def' });
    await api.validatePasswordReset({ params, token: undefined });
    expect(authorization(requests)).toEqual(['Token def', null]);
  });

  it('does not follow a redirect to another origin', async () => {
    const seen: Array<string | undefined> = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(204).end();
    });
    const url = await serve((_, response) => response.writeHead(302, { location: other }).end());
    await expect(createClient({ baseUrl: url, token: 'abc' }).validatePasswordReset({ params })).rejects.toMatchObject({
      status: 302,
    });
    expect(seen).toEqual([]);
  });

  it.each([
    ['as it is', {}, null],
    ['without its headers', { headers: {} }, null],
    ['with another credential', { headers: { authorization: 'Token other' } }, 'Token other'],
  ])('does not go where a middleware sends the request %s', async (_, init, sent) => {
    const { api, requests } = clientWith({ token: 'abc' });
    api.raw.use({ onRequest: ({ request }) => new Request(new Request('http://api.test.evil/', request), init) });
    await api.validatePasswordReset({ params });
    expect(authorization(requests)).toEqual([sent]);
  });

  it.each([
    ['below', 'http://api.test/v1/users', 'Token abc'],
    ['at', 'http://api.test/v1', 'Token abc'],
    ['beside', 'http://api.test/v1evil/users', null],
    ['above', 'http://api.test/', null],
    ['above, by dots,', 'http://api.test/v1/../users', null],
    ['on another port than', 'http://api.test:81/v1/users', null],
    ['with another scheme than', 'https://api.test/v1/users', null],
  ])('is sent to a URL %s the base URL: %s', async (_, url, sent) => {
    const { api, requests } = clientWith({ baseUrl: 'http://api.test/v1', token: 'abc' });
    api.raw.use({ onRequest: ({ request }) => new Request(url, request) });
    await api.validatePasswordReset({ params });
    await api.validatePasswordReset({ params, onAttempt: ({ send }) => send({ token: 'def' }) });
    expect(authorization(requests)).toEqual([sent, sent && 'Token def']);
  });

  it('is seen by the onRequest of a middleware', async () => {
    const { api, requests } = clientWith({ token: () => Promise.resolve('abc') });
    const seen: Request[] = [];
    api.raw.use({ onRequest: ({ request }) => void seen.push(request) });
    await api.validatePasswordReset({ params });
    expect(authorization(seen)).toEqual(['Token abc']);
    expect(authorization(requests)).toEqual(['Token abc']);
  });

  it('that cannot be fetched fails the call with its own error', async () => {
    const failure = new Error('The vault is closed.');
    const { api } = clientWith({ token: () => Promise.reject(failure) });
    await expect(api.validatePasswordReset({ params })).rejects.toBe(failure);
  });
});
