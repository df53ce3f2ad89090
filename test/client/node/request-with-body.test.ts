import { expect, it } from 'vitest';
import { requestWithBody, writtenBody, type RequestWithBody } from '../../../src/client/node/request-with-body.js';

const url = 'http://api.test/';
const textOf = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

it.each<[BodyInit | undefined, content: string, isText: boolean, mediaType: string | null]>([
  [undefined, '', false, null],
  ['text', 'text', true, 'text/plain;charset=UTF-8'],
  [new URLSearchParams({ a: 'b' }), 'a=b', false, 'application/x-www-form-urlencoded;charset=UTF-8'],
  [new Blob(['x'], { type: 'a/b' }), 'x', false, 'a/b'],
  [new Uint8Array([97]), 'a', false, null],
])('the body %s is written once', async (body, content, isText, mediaType) => {
  const written = await writtenBody(body);
  expect([textOf(written.content), typeof written.content === 'string', written.mediaType]).toEqual([content, isText, mediaType]);
});

const make = (content = '{"a":"b"}', mediaType: string | null = 'a/b', init: RequestInit = {}): RequestWithBody =>
  new (requestWithBody({ content, mediaType }))(url, init);

it.each<[name: string, read: (request: Request) => Promise<unknown>, value: unknown]>([
  ['text', (request) => request.text(), '{"a":"b"}'],
  ['json', (request) => request.json(), { a: 'b' }],
  ['arrayBuffer', async (request) => textOf(new Uint8Array(await request.arrayBuffer())), '{"a":"b"}'],
  ['bytes', async (request) => textOf(await request.bytes()), '{"a":"b"}'],
  ['blob', async (request) => (await request.blob()).text(), '{"a":"b"}'],
  ['body', async (request) => new Response(request.body).text(), '{"a":"b"}'],
])('a request of GET has its body once: %s', async (_, read, value) => {
  const request = make();
  expect([request.method, request.bodyUsed, await read(request), request.bodyUsed]).toEqual(['GET', false, value, true]);
  await expect(request.text()).rejects.toThrow(TypeError);
});

it('a request reads its body as a form of its media type', async () => {
  const type = 'application/x-www-form-urlencoded';
  expect(Object.fromEntries(await make('a=b', type).formData())).toEqual({ a: 'b' });
  await expect(make('a=b', null).formData()).rejects.toThrow(TypeError);
});

it.each([
  ['a/b', {}, 'a/b'],
  ['a/b', { 'content-type': 'c/d' }, 'c/d'],
  [null, {}, null],
])('a body of type %s with the headers %j is sent as %s', (mediaType, headers, type) => {
  expect(make('x', mediaType, { headers }).headers.get('content-type')).toBe(type);
});

it('the options of a request hold, but for its body', async () => {
  const request = make('mine', null, { method: 'HEAD', body: 'theirs', headers: { 'x-a': 'b' } });
  expect([request.method, request.headers.get('x-a'), await request.text()]).toEqual(['HEAD', 'b', 'mine']);
});

it('the signal of a request is that of its call, or one of its own', () => {
  const { signal } = new AbortController();
  const given = make('x', null, { signal });
  const WithBody = requestWithBody({ content: 'x', mediaType: null });
  const inherited = new WithBody(given);
  const [none, removed] = [make(), new WithBody(given, { signal: null })];
  expect([given.signal, inherited.signal]).toEqual([signal, signal]);
  expect(given.signal).toBe(signal);
  expect(inherited.signal).toBe(signal);
  expect(removed.signal).not.toBe(signal);
  expect(none.signal).toBeInstanceOf(AbortSignal);
  expect(none.signal).toBe(none.signal);
  // What the platform does with the request follows it, too.
  const { signal: ended } = new Request(make('x', null, { signal: AbortSignal.abort() }));
  expect(ended.aborted).toBe(true);
});

it('a clone has the body, the options and the signal, unless the body was read', async () => {
  const dispatcher = { dispatch: () => true };
  const { signal } = new AbortController();
  const request = make('x', 'a/b', { headers: { 'x-a': 'b' }, signal, ...{ dispatcher } });
  const clone = request.clone();
  expect([await request.text(), await clone.clone().text(), await clone.text()]).toEqual(['x', 'x', 'x']);
  expect([clone.headers.get('x-a'), clone.headers.get('content-type')]).toEqual(['b', 'a/b']);
  expect(clone.signal).toBe(signal);
  expect(() => request.clone()).toThrow(new TypeError('A request whose body was read cannot be cloned.'));
});

it('a request of the platform passes as one with a body, and nothing else does', () => {
  const WithBody = requestWithBody({ content: 'x', mediaType: null });
  expect([make() instanceof WithBody, new Request(url) instanceof WithBody]).toEqual([true, true]);
  expect([{} as object, new Response(), undefined].map((value) => (value as object) instanceof WithBody)).toEqual([
    false,
    false,
    false,
  ]);
});

it.each<[what: string, act: (request: RequestWithBody) => unknown, isCopied: boolean]>([
  ['nothing', () => undefined, false],
  ['a clone', (request) => request.clone(), false],
  ['a copy', (request) => new Request(request), true],
  ['a copy of a clone', (request) => new Request(request.clone()), true],
  ['a copy of a clone of a clone', (request) => new Request(request.clone().clone()), true],
  ['a listener to its signal', (request) => request.signal.addEventListener('abort', () => undefined), false],
])('after %s a request counts as copied unread', async (_, act, isCopied) => {
  const request = make();
  act(request);
  expect(request.isCopiedUnread).toBe(isCopied);
  await request.text();
  // What was read could be taken along.
  expect(request.isCopiedUnread).toBe(isCopied && String(act).includes('clone'));
});
