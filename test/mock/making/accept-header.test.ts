import { expect, test } from 'vitest';
import { acceptable, mostRanges } from '../../../src/mock/making/prism/accept-header.js';

const ranges = (count: number): string => Array.from({ length: count }, (_, index) => `a/b${index}`).join(',');

test.each([
  [undefined, undefined],
  ['', undefined],
  ['no range', undefined],
  ['a', undefined],
  ['a/', undefined],
  ['*/*', '*/*'],
  ['text/*', 'text/*'],
  ['a/b+c;q=0.5', 'a/b+c;q=0.5'],
  ['a/b ; q=0.5 ; v="1 2"', 'a/b;q=0.5;v="1 2"'],
  ['a/b;q=high', 'a/b'],
  ['a/b;Q=high', 'a/b'],
  ['a/b;qq=high', 'a/b;qq=high'],
  ['a/b;v', 'a/b'],
  ['a/b, no range ,c/d', 'a/b,c/d'],
  [ranges(mostRanges), ranges(mostRanges)],
  [ranges(mostRanges + 1), ranges(mostRanges)],
])('of the header %s the mock goes by %s', (header, expected) => {
  expect(acceptable(header)).toBe(expected);
});
