import { expect, test } from 'vitest';
import type { Description } from '../../../src/description/types.js';
import { renderTypes } from '../../../src/build/generate/schema-file.js';

const Place = { type: 'string', description: 'Some place', minLength: 2 };
const properties = {
  from: { $ref: '#/components/schemas/Place' },
  to: { $ref: '#/components/schemas/Place', description: 'Where it ends', maxLength: 5, deprecated: true },
  via: { allOf: [{ $ref: '#/components/schemas/Place' }] },
  price: { type: 'number', exclusiveMinimum: 0, multipleOf: 0.25, default: 1 },
};
const description = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: {},
  components: { schemas: { Place, Trip: { type: 'object', properties } } },
} as Description;

test.each([
  ['from', 'Some place', 'at least 2 characters'],
  ['to', 'Where it ends', 'at least 2 characters, at most 5 characters'],
  ['via', 'Some place', 'at least 2 characters'],
  ['price', '', 'more than 0, a multiple of 0.25'],
])('an editor shows of %s the words and the limits that the docs have', async (name, words, limits) => {
  const types = renderTypes(description);
  const [comment = ''] = new RegExp(`/\\*\\*(?:(?!\\*/)[^])*\\*/\\s+${name}\\?`).exec(types) ?? [];
  const text = comment.replaceAll(/[\s*]+/g, ' ');
  expect(text).toContain(`@description ${[words, limits].filter(Boolean).join(' ')}`);
  expect(text.match(/default/gi) ?? []).toHaveLength(name === 'price' ? 1 : 0);
});
