import { expect, test } from 'vitest';
import { repair, type InvalidPart } from '../../../../src/mock/making/prism/repair-value.js';

/** The parts that are lower than 10, the empty objects, and null. */
function low(value: unknown, attempts = 1, steps: string[] = []): InvalidPart[] {
  if (typeof value === 'number' ? value < 10 : value === null) return [{ steps, attempts }];
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, part]) => low(part, attempts, [...steps, name]));
  return Object.keys(value).length === 0 && !Array.isArray(value) ? [{ steps, attempts }] : inner;
}

interface Run {
  found: unknown;
  calls: string[];
}

/** Repairs a value, and notes which parts are made again, in which round, and how often they were made before. */
function run(value: unknown, remade: (steps: string[], attempt: number) => unknown, attempts = 1): Run {
  const calls: string[] = [];
  const remake = (steps: string[], round: number, attempt: number): unknown => {
    calls.push(`${steps.join('.')} ${round} ${attempt}`);
    return remade(steps, attempt);
  };
  return { found: repair(value, { broken: (whole) => low(whole, attempts), remake }), calls };
}

test.each<[what: string, value: unknown, attempts: number, found: unknown, calls: string[]]>([
  ['what is valid stays', { a: [10, 'x'] }, 1, { a: [10, 'x'] }, []],
  ['a part is made again', { a: 1, b: 20 }, 1, { a: 10, b: 20 }, ['a 0 0']],
  ['an item is made again', [1, 20], 1, [10, 20], ['0 0 0']],
  ['the whole is made again', 1, 1, 10, [' 0 0']],
  [
    'the deepest part comes first, and of items the last',
    { a: { b: 1 }, c: [1, 2], d: 3 },
    1,
    { a: { b: 10 }, c: [10, 10], d: 10 },
    ['a.b 0 0', 'c.1 0 0', 'c.0 0 0', 'd 0 0'],
  ],
  [
    'the last of many items comes first',
    Array<number>(11).fill(1),
    1,
    Array<number>(11).fill(10),
    [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((index) => `${index} 0 0`),
  ],
  ['an empty object is left out', { a: {}, b: 20 }, 1, { b: 20 }, []],
  ['an empty object as the whole is made again', {}, 1, 10, [' 0 0']],
  ['a part may not be made at all', { a: 1, b: 20 }, 0, { b: 20 }, []],
])('%s', (_, value, attempts, found, calls) => {
  const before = structuredClone(value);
  expect(run(value, () => 10, attempts)).toEqual({ found, calls });
  expect(value).toEqual(before);
});

test('a part that stays invalid is made as often as it may be, and then left out', () => {
  expect(run({ a: 1, b: 20 }, (_, attempt) => attempt, 2)).toEqual({ found: { b: 20 }, calls: ['a 0 0', 'a 1 1'] });
  expect(run({ a: 1 }, (_, attempt) => attempt * 10, 2)).toEqual({ found: { a: 10 }, calls: ['a 0 0', 'a 1 1'] });
  expect(run([20, 1, 30, 2], (_, attempt) => attempt, 1)).toEqual({ found: [20, 30], calls: ['3 0 0', '1 0 0'] });
});

test('the whole is made again as often as it may be, within a bound', () => {
  expect(run(1, (_, attempt) => (attempt === 28 ? 10 : attempt === 29 ? 11 : 1), 40)).toMatchObject({ found: 10 });
  const { found, calls } = run(1, () => 1, 40);
  expect([found, calls.length, calls.at(-1)]).toEqual([undefined, 30, ' 29 29']);
  expect(run(1, () => 1, 2)).toEqual({ found: undefined, calls: [' 0 0', ' 1 1'] });
  expect(run(1, () => undefined)).toEqual({ found: undefined, calls: [' 0 0'] });
});

test('a part that is missing and cannot be made ends it at once', () => {
  let rounds = 0;
  const broken = (): InvalidPart[] => {
    rounds += 1;
    return [{ steps: ['a'], attempts: 2 }];
  };
  expect(repair({}, { broken, remake: () => undefined })).toBe(undefined);
  expect(rounds).toBe(1);
});

test('a part that contains another one is judged again after it, and a part that is named twice is made once', () => {
  const calls: string[] = [];
  const rounds = [[['a'], ['a', 'b'], ['a', 'b'], []], [['a']]].map((paths) => paths.map((steps) => ({ steps, attempts: 3 })));
  const remake = (steps: string[], round: number): unknown => {
    calls.push(`${steps.join('.')} ${round}`);
    return { b: round };
  };
  expect(repair({ a: { b: 'x' } }, { broken: () => rounds.shift() ?? [], remake })).toEqual({ a: { b: 1 } });
  expect(calls).toEqual(['a.b 0', 'a 1']);
});

test('a part that is not there is not made', () => {
  const rounds = [[{ steps: ['a', 'b'], attempts: 1 }]];
  const value = { a: 1, c: null };
  expect(repair(value, { broken: () => rounds.shift() ?? [], remake: () => 2 })).toEqual(value);
  const ofNull = [[{ steps: ['c', 'b'], attempts: 1 }]];
  expect(repair(value, { broken: () => ofNull.shift() ?? [], remake: () => 2 })).toEqual(value);
});
