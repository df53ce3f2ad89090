import { expect, test } from 'vitest';
import { messageShape } from '../../../src/contract/parameters/shape.js';
import type { Description } from '../../../src/description/types.js';

const description: Description = { openapi: '3.1.1', info: { title: '', version: '' } };

test('a name is matched with the patterns of its schema, those that may take long within a time', () => {
  const patternProperties = { '^\\d+$': { type: 'integer' }, '(': { type: 'boolean' }, '[a-z]+!$': { type: 'null' } };
  const { member } = messageShape(description, { type: 'object', patternProperties });
  const long = 'a'.repeat(1500);
  const types = ['12', '1a', 'a!', `${long}!`, 'a'.repeat(60_000)].map((name) => [...member(name).types]);
  expect(types).toEqual([['integer'], [], ['null'], ['null'], []]);
});

test('JSON in a text is read within the bounds of a body', () => {
  const { json } = messageShape(description, {});
  expect([json('[12345678901234567891]'), json('['), json('['.repeat(300) + ']'.repeat(300))]).toEqual([
    [[12345678901234567891n]],
    [],
    [],
  ]);
});
