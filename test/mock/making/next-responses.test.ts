import { expect, test } from 'vitest';
import { keyOf, mostNext, NextResponses } from '../../../src/mock/making/next-responses.js';

/** The maximum number of waiting responses, each of another operation. */
function full(): NextResponses {
  const next = new NextResponses();
  for (let index = 0; index < mostNext; index += 1) next.add(`operation ${index}`, { code: index }, index < 10 ? 'ten' : '');
  return next;
}

const refusal = `${mostNext} responses are waiting already: send the requests that take them.`;

test.each<[string, (next: NextResponses) => unknown, room: number]>([
  ['as they are', () => undefined, 0],
  ['after one was taken', (next) => next.take('operation 10', {}), 1],
  ['after one was asked for that does not wait', (next) => next.take('operation 0', {}), 0],
  ['after those of one key were cleared', (next) => next.clear('ten'), 10],
  ['after those of a key that none has were cleared', (next) => next.clear('te'), 0],
  ['after all were cleared', (next) => next.clear(), mostNext],
])('so many responses wait and no more: %s', (_, change, room) => {
  const next = full();
  change(next);
  for (let index = 0; index < room; index += 1) next.add(`more ${index}`, { code: 200 }, '');
  expect(() => {
    next.add('one more', { code: 200 }, '');
  }).toThrow(new RangeError(refusal));
});

test('each response is given once, in the order of adding, to requests with its key alone', () => {
  const next = new NextResponses();
  for (const [code, key] of [
    [1, ''],
    [2, 'k'],
    [3, ''],
  ] as const) {
    next.add('a', { code }, key);
  }
  const requests = [{}, { 'mock-key': 'k' }, { 'mock-key': 'k' }, { cookie: 'a=b; mock-key=k' }, {}, {}];
  const taken = requests.map((headers) => next.take('a', headers));
  expect(taken).toEqual([{ code: 1 }, { code: 2 }, undefined, undefined, { code: 3 }, undefined]);
  expect(next.take('b', {})).toBeUndefined();
});

test.each([
  [{}, ''],
  [{ 'mock-key': ' a ' }, 'a'],
  [{ 'mock-key': ' ', cookie: 'mock-key=b' }, 'b'],
  [{ 'mock-key': 'a', cookie: 'mock-key=b' }, 'a'],
  [{ cookie: 'x=1;mock-key=b=c ; y=2' }, 'b=c'],
  [{ cookie: 'not-mock-key=b' }, ''],
])('the key of %j is "%s"', (headers, key) => {
  expect(keyOf(headers)).toBe(key);
});
