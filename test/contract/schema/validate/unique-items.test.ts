import { expect, test } from 'vitest';
import { canonical, equalItems } from '../../../../src/contract/schema/validate/unique-items.js';

test.each<[items: unknown[], equal: [number, number] | undefined]>([
  [[], undefined],
  [[1, '1', true, 'true', null, 'null', [], '[]', {}, '{}', 2n, '2', 2], undefined],
  [
    ['a', 'b', 'c', 'b'],
    [1, 3],
  ],
  [
    [0, -0],
    [0, 1],
  ],
  [
    [1n, 2n, 1n],
    [0, 2],
  ],
  [
    [null, 1, null],
    [0, 2],
  ],
  [
    [
      { a: 1, b: [2, 'x'] },
      { b: [2, 'x'], a: 1 },
    ],
    [0, 1],
  ],
  [[{ a: 1, b: 2 }, { a: 2, b: 1 }, { a: 1 }, { ab: 1 }], undefined],
  [[[1, 2], [2, 1], [12], ['1', 2]], undefined],
])('of the items %o, %o are equal', (items, equal) => {
  expect(equalItems(items)).toEqual(equal);
});

test.each<[value: unknown, text: string]>([
  [{ b: 1, a: [null, 'x', -0], c: { e: 2n, d: true } }, '{"a":[null,"x",0],"b":1,"c":{"d":true,"e":2}}'],
  ['a"b', '"a\\"b"'],
])('%o is written as %s, whatever the order of its members', (value, text) => {
  expect(canonical(value)).toBe(text);
});
