import { expect, test } from 'vitest';
import { isSchema, wellFormed } from '../../../../../src/mock/making/prism/schema/well-formed.js';

const schema = { valid: [{}, true, false, []], invalid: [null, 1, 'a'] };
const schemas = { valid: [[{}], [true, {}]], invalid: [[], {}, [1], [{}, null], true] };
const count = { valid: [0, 1, 7], invalid: [-1, 0.5, '1', null, true] };
const limit = { valid: [-1.5, 0, true, false], invalid: ['1', null, []] };
const text = { valid: ['', 'a'], invalid: [1, null, ['a']] };
const texts = { valid: [['a'], ['a', 'b']], invalid: [[], ['a', 1], 'a'] };
const pattern = { valid: ['', '^a$', '\\p{L}'], invalid: ['(', '\\p{Nowhere}', 1, null] };

/** Values of keywords that are kept, and others that are left out. */
const values: Record<string, { valid: unknown[]; invalid: unknown[] }> = {
  ...Object.fromEntries(['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((keyword) => [keyword, schemas])),
  ...Object.fromEntries(
    ['additionalProperties', 'additionalItems', 'items', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'].map(
      (keyword) => [keyword, schema],
    ),
  ),
  ...Object.fromEntries(
    ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minContains'].map((keyword) => [
      keyword,
      count,
    ]),
  ),
  ...Object.fromEntries(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((keyword) => [keyword, limit])),
  properties: { valid: [{}, { a: 1 }], invalid: [[], null, 'a'] },
  dependentSchemas: { valid: [{}, { a: 1 }], invalid: [[], null, 'a'] },
  patternProperties: { valid: [{}, { '^a': 1 }], invalid: [[], null, { '(': {} }, { a: {}, '(': {} }] },
  dependentRequired: { valid: [{}, { a: ['b'] }], invalid: [[], null, { a: [] }, { a: 'b' }, { a: ['b'], c: [1] }] },
  multipleOf: { valid: [1, 0.01], invalid: [0, -1, '1', null] },
  type: {
    valid: ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null', ['string', 'null']],
    invalid: ['text', '', [], ['string', 'text'], null, 1],
  },
  enum: { valid: [[null], [1, 'a']], invalid: [[], 'a', { a: 1 }] },
  required: texts,
  pattern,
  format: text,
  $ref: text,
  examples: { valid: [[], [1]], invalid: [{ a: 1 }, 'a'] },
  title: { valid: [1, null, 'a'], invalid: [] },
};

test.each(Object.entries(values))(
  'the keyword %s is kept with a value of its type, and left out with another',
  (keyword, all) => {
    const kept = (value: unknown): boolean => keyword in wellFormed({ [keyword]: value, title: 'kept' });
    expect([all.valid.filter((value) => !kept(value)), all.invalid.filter(kept)]).toEqual([[], []]);
  },
);

test('limits that no double can hold become the nearest double', () => {
  expect(wellFormed({ minimum: 9007199254740993n, maximum: 2, default: 1n })).toEqual({
    minimum: 9007199254740992,
    maximum: 2,
    default: 1n,
  });
});

test('booleans, objects and lists are schemas', () => {
  expect([true, false, {}, [], null, 1, 'a', undefined].map(isSchema)).toEqual([
    ...Array<boolean>(4).fill(true),
    ...Array<boolean>(4).fill(false),
  ]);
});
