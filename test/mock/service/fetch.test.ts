import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { mostBytes, type MockRequest } from '../../../src/contract/message/request.js';
import type { MockResponse } from '../../../src/contract/message/response.js';
import type { Client } from '../../../src/mock/client.js';
import { fetchFrom } from '../../../src/mock/service/fetch.js';

const ok: MockResponse = { status: 200, headers: { 'x-a': '1' }, body: 'ok' };

/** A fetch that records its requests, with its response. */
function kept(
  response: MockResponse = ok,
  streamsBodies?: boolean,
): { fetch: ReturnType<typeof fetchFrom>; came: MockRequest[] } {
  const came: MockRequest[] = [];
  const handle = (request: MockRequest): MockResponse => {
    came.push(request);
    return response;
  };
  return { fetch: fetchFrom(handle, streamsBodies), came };
}

test.each<[what: string, input: Request | URL | string, init: RequestInit | undefined, expected: object]>([
  ['a path', '/a?b=c', undefined, { method: 'GET', path: '/a', search: '?b=c', text: '' }],
  ['a URL', new URL('https://x.example/a'), { method: 'POST', body: 'é' }, { method: 'POST', path: '/a', search: '', text: 'é' }],
  [
    'a Request',
    new Request('http://x/a?b', { method: 'PUT', body: 'x', headers: { 'x-b': '2' } }),
    undefined,
    { method: 'PUT', path: '/a', search: '?b', text: 'x', header: '2' },
  ],
  [
    'a Request with another header',
    new Request('http://x/a', { method: 'PUT', body: 'x', headers: { 'x-b': '2' } }),
    { headers: { 'x-b': '3' } },
    { method: 'PUT', path: '/a', search: '', text: 'x', header: '3' },
  ],
  [
    'a Request with another method and body',
    new Request('http://x/a', { method: 'PUT', body: 'x' }),
    { method: 'POST', body: 'y' },
    { method: 'POST', path: '/a', search: '', text: 'y' },
  ],
])('%s arrives', async (_, input, init, expected) => {
  const { fetch, came } = kept();
  const response = await fetch(input, init);
  expect([response.status, response.headers.get('x-a'), await response.text()]).toEqual([200, '1', 'ok']);
  const [request] = came;
  const { method, path, search, headers, body } = request ?? {};
  const header = headers?.['x-b'];
  expect({ method, path, search, text: String(Buffer.from(body ?? [])), ...(header && { header }) }).toEqual(expected);
});

test.each<[size: number, streams: boolean, status: number, lengths: number[]]>([
  [mostBytes, false, 200, [mostBytes]],
  [mostBytes + 1, false, 413, []],
  [mostBytes, true, 200, [mostBytes]],
  [mostBytes + 7, true, 200, [mostBytes, 7]],
])('a body of %i bytes, streamed: %s, gets %i', async (size, streams, status, lengths) => {
  const { fetch, came } = kept(ok, streams);
  const response = await fetch('/a', { method: 'POST', body: new Uint8Array(size) });
  expect(response.status).toBe(status);
  if (status === 413) expect(await response.text()).toContain('larger than 1048576 bytes: send less.');
  const [request] = came;
  const rest = request?.rest ? [(await buffer(request.rest)).length] : [];
  expect([...(request ? [request.body.length] : []), ...rest]).toEqual(lengths);
});

test.each([204, 205, 304])('a response with the status %i has no body', async (status) => {
  const response = await kept({ status, headers: {}, body: 'x' }).fetch('/a');
  expect([response.status, response.body]).toEqual([status, null]);
});

test('a response without a body has none, and cookies stay apart', async () => {
  const bare = await kept({ status: 200, headers: {}, body: undefined }).fetch('/a');
  expect([bare.body, bare.headers.getSetCookie()]).toEqual([null, []]);
  const cookies = await kept({ ...ok, setCookies: ['a=1, 2', 'b=2'] }).fetch('/a');
  expect(cookies.headers.getSetCookie()).toEqual(['a=1, 2', 'b=2']);
});

test('what follows a body while it comes is part of it', async () => {
  const joined = await kept({ ...ok, body: 'a', rest: Readable.from([Buffer.from('b'), Buffer.from('c')]) }).fetch('/a');
  expect(await joined.text()).toBe('abc');
});

test('where a connection would break, fetch fails', async () => {
  await expect(kept({ ...ok, breaksOff: true }).fetch('/a')).rejects.toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: new Error('The mock broke the connection, as it was asked to.'),
  });
});

test('a signal that is aborted before keeps the request from being handled', async () => {
  const { fetch, came } = kept();
  await expect(fetch('/a', { signal: AbortSignal.abort(new Error('Enough.')) })).rejects.toThrow('Enough.');
  expect(came).toEqual([]);
});

test.each([
  ['responds all the same', () => Promise.resolve({ ...ok, rest: new PassThrough() })],
  ['fails', () => Promise.reject(new Error('No.'))],
])('a signal that is aborted meanwhile tells the client, and what %s rejects with its reason', async (_, respond) => {
  const ended = new AbortController();
  const told: unknown[] = [];
  let made: MockResponse | undefined;
  const handle = async (_request: MockRequest, client?: Client): Promise<MockResponse> => {
    client?.onceGone(() => told.push('gone'));
    told.push(client?.isGone());
    ended.abort(new Error('Enough.'));
    told.push(client?.isGone());
    made = await respond();
    return made;
  };
  await expect(fetchFrom(handle)('/a', { signal: ended.signal })).rejects.toThrow('Enough.');
  expect(told).toEqual([false, 'gone', true]);
  expect(made?.rest?.destroyed ?? true).toBe(true);
});

test('what fails while nobody has left is the failure', async () => {
  await expect(fetchFrom(() => Promise.reject(new Error('No.')))('/a')).rejects.toThrow('No.');
});
