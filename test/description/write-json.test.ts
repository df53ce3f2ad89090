import { expect, it } from 'vitest';
import { writeJson } from '../../src/description/write-json.js';

const big = 9_223_372_036_854_775_807n;

it.each<[value: unknown, space: number | undefined, text: string]>([
  [{ a: 'b' }, undefined, '{"a":"b"}'],
  [[1], 2, '[\n  1\n]'],
  [[1n, -big, 'x'], undefined, `[1,${-big},"x"]`],
  [{ a: big }, 1, `{\n "a": ${big}\n}`],
  // Texts and names that look like a marked integer.
  [{ a: 'integer 5', 'integer 6': 7n }, undefined, '{"a":"integer 5","integer 6":7}'],
  [['integer 5', '#integer 6', 7n], undefined, '["integer 5","#integer 6",7]'],
])('%o is written as JSON with its integers (%#)', (value, space, text) => {
  expect(writeJson(value, space)).toBe(text);
});

it('what JSON cannot hold is refused', () => {
  const circle: unknown[] = [1n];
  circle.push(circle);
  expect(() => writeJson(circle)).toThrow(TypeError);
});
