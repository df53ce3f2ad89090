import { expect, it } from 'vitest';
import { oversizeReason } from '../../src/reading/size-limits.js';

const pair = ['a', 'b'];
/** A value with the given depth, including the outermost level. */
const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)]);
const self: unknown[] = [];
self.push(self);

const tooMany = (most: number): string => `The aliases of the file stand for more than ${most} values.`;
const tooDeep = (most: number): string => `The file nests values more than ${most} levels deep.`;

it.each<[what: string, file: unknown, mostValues: number, reason: string | undefined]>([
  ['a text', 'x', 1, undefined],
  ['nothing', null, 1, undefined],
  ['as many values as it may', { one: pair, two: 1 }, 5, undefined],
  ['one more', { one: pair, two: 1 }, 4, tooMany(4)],
  ['a list that is used three times', [pair, { a: pair }, pair], 11, undefined],
  ['a list that is used three times, and one value more', [pair, { a: pair }, pair], 10, tooMany(10)],
  ['itself', self, 1000, tooMany(1000)],
])('a file that holds %s is held to its limit', (_, file, mostValues, reason) => {
  expect(oversizeReason(file, { mostValues })).toBe(reason);
});

it('a file may nest as deep as the limit says, and no deeper', () => {
  expect([2, 3, 4, 5].map((levels) => oversizeReason(nested(levels), { deepest: 3 }))).toEqual([
    ...[undefined, undefined, undefined],
    tooDeep(3),
  ]);
});

it('without limits it may hold 5,000,000 values, 500 levels deep', () => {
  expect([oversizeReason(self), oversizeReason(nested(501)), oversizeReason(nested(502))]).toEqual([
    ...[tooMany(5_000_000), undefined],
    tooDeep(500),
  ]);
});
