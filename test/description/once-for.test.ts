import { expect, test } from 'vitest';
import { once, onceFor, onceForFirst } from '../../src/description/once-for.js';

test('a value is made once, also one that is undefined', () => {
  let made = 0;
  const make = (): unknown => {
    made += 1;
    return undefined;
  };
  const [alone, ofObject, ofText] = [once(make), onceFor(make), onceForFirst(2, make)];
  const key = {};
  expect([alone(), alone(), ofObject(key), ofObject(key), ofText('a'), ofText('a')]).toEqual(Array.from({ length: 6 }));
  expect(made).toBe(3);
});

test('values are kept for the first texts, up to a bound', () => {
  const made: string[] = [];
  const read = onceForFirst(2, (text: string) => made.push(text) && text.toUpperCase());
  expect(['a', 'b', 'c', 'a', 'b', 'c'].map(read)).toEqual(['A', 'B', 'C', 'A', 'B', 'C']);
  expect(made).toEqual(['a', 'b', 'c', 'c']);
});
