import { expect, test } from 'vitest';
import { doubled, holdsBigint, isMultiple } from '../../../../src/contract/schema/validate/exact-numbers.js';

test.each<[value: number | bigint, divisor: number | bigint, isRight: boolean]>([
  [6, 3, true],
  [7, 3, false],
  [0, 0.1, true],
  [19.99, 0.01, true],
  [19.995, 0.01, false],
  [1e-7, 1e-8, true],
  [1.5e-7, 1e-7, false],
  [1e300, 7, false],
  [1e21, 0.5, true],
  [0.5, 1, false],
  [-4.5, 1.5, true],
  [18014398509481986n, 9007199254740993n, true],
  [18014398509481987n, 9007199254740993n, false],
  [9007199254740993n, 0.5, true],
  [5, 2n, false],
  [Infinity, 1, false],
])('%d is a multiple of %d: %s', (value, divisor, isRight) => {
  expect(isMultiple(value, divisor)).toBe(isRight);
});

test.each<[value: unknown, isHeld: boolean]>([
  [1n, true],
  [[{ a: [1n] }], true],
  [{ a: 1, b: { c: 1n } }, true],
  [[1, 'a', null, { a: [] }], false],
  [undefined, false],
])('that %o holds a large integer: %s', (value, isHeld) => {
  expect(holdsBigint(value)).toBe(isHeld);
});

test('large integers become the nearest doubles, and the originals are known', () => {
  const whole = { a: [9007199254740993n, null, 'x'], b: { c: 1 }, d: -(10n ** 400n) };
  const { value, whole: alone, originals } = doubled(whole);
  expect(value).toEqual({ a: [9007199254740992, null, 'x'], b: { c: 1 }, d: -Number.MAX_VALUE });
  expect([alone, originals.get(value as object)]).toEqual([undefined, whole]);
  expect(originals.get((value as typeof whole).a)).toBe(whole.a);
  const plain = { a: 1 };
  expect(doubled(plain)).toEqual({ value: plain, whole: undefined, originals: new Map() });
  expect(doubled(plain).value).toBe(plain);
  expect(doubled(10n ** 400n)).toEqual({ value: Number.MAX_VALUE, whole: 10n ** 400n, originals: new Map() });
});
