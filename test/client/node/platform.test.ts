import { afterEach, expect, it, vi } from 'vitest';
import type { Call, Send } from '../../../src/client/call.js';
import { withDispatcher } from '../../../src/client/node/dispatcher.js';
import { node } from '../../../src/client/node/platform.js';

afterEach(() => vi.unstubAllGlobals());

/** A call with these parts. */
const callOf = (parts: object): Call => ({ operation: {}, options: {}, ...parts }) as unknown as Call;

it.each<[cookies: object | undefined, before: string | undefined, sent: string | null]>([
  [undefined, undefined, null],
  [{}, undefined, null],
  [{}, 'a=1', 'a=1'],
  [{ b: 'x y', c: [1, 2] }, undefined, 'b=x%20y; c=1; c=2'],
  [{ b: new Date(0) }, 'a=1', 'a=1; b=1970-01-01T00%3A00%3A00.000Z'],
  [{ b: undefined }, undefined, null],
])('the cookies %j are added to %s', (cookie, before, sent) => {
  const headers = new Headers(before === undefined ? {} : { cookie: before });
  node.addCookies?.(callOf({ options: { params: cookie && { cookie } } }), headers);
  expect(headers.get('cookie')).toBe(sent);
});

it('cookies are written in the style that the description has', () => {
  const serializers = { cookie: (values: object) => Object.keys(values).map((name) => `${name}:own`) };
  const headers = new Headers();
  node.addCookies?.(callOf({ operation: { serializers }, options: { params: { cookie: { b: 1, c: 2 } } } }), headers);
  expect(headers.get('cookie')).toBe('b:own; c:own');
});

it.each([
  ['its parameters', { params: { query: { a: 'G7TwCq1V' } } }, undefined],
  ['its body', { body: { a: 'G7TwCq1V' } }, undefined],
  ['its token', {}, 'G7TwCq1V'],
])('an error with a value of %s is withheld', (_, options, token) => {
  const cause = new Error('no G7TwCq1V here');
  expect(node.redact?.(cause, callOf({ options, token }))).not.toBe(cause);
  expect(node.redact?.(cause, callOf({ options: { headers: { a: 'G7TwCq1V' } }, token: undefined }))).toBe(cause);
});

const request = new Request('http://api.test/');
const dispatcher = { dispatch: (...given: object[]) => given.length === 2 };

it('a request goes to the fetch of the call, or to the global one at that time', async () => {
  const [own, global] = [vi.fn<Send>(), vi.fn<Send>()];
  const init = { keepalive: true };
  await node.send(callOf({ options: { fetch: own } }))(request, init);
  const send = node.send(callOf({}));
  vi.stubGlobal('fetch', global);
  await send(request, init);
  expect([own.mock.calls, global.mock.calls]).toEqual([[[request, init]], [[request, init]]]);
});

it('the dispatcher of a call goes to its own fetch as it is, and to the global one with a check', async () => {
  const [own, global] = [vi.fn<Send>(), vi.fn<Send>()];
  vi.stubGlobal('fetch', global);
  await node.send(callOf({ options: { fetch: own, dispatcher } }))(request, { keepalive: true });
  await node.send(callOf({ options: { dispatcher } }))(request);
  const other = { dispatch: () => false };
  await node.send(callOf({ options: { dispatcher } }))(request, withDispatcher(other));
  expect(own.mock.calls).toEqual([[request, { dispatcher, keepalive: true }]]);
  const [first, second] = global.mock.calls.map(([, init]) => (init as { dispatcher: typeof dispatcher }).dispatcher);
  expect([first?.constructor.name, first?.dispatch({}, {})]).toEqual(['CheckedDispatcher', true]);
  // An attempt has its own.
  expect(second).toBe(other);
});
