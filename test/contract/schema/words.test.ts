import { expect, test } from 'vitest';
import { found } from './schemas.js';

test.each<[what: string, schema: object, value: unknown, lines: string[]]>([
  ['a missing property', { required: ['a'] }, {}, ['a required: is required.']],
  ['another type', { properties: { a: { type: 'integer' } } }, { a: 'x' }, ['a type: must be integer.']],
  ['another of several types', { type: ['string', 'null'] }, 1, [' type: must be string,null.']],
  ['a number below its minimum', { items: { minimum: 1 } }, [0], ['0 minimum: must be >= 1.']],
  ['a number above its exclusive maximum', { exclusiveMaximum: 1 }, 1, [' exclusiveMaximum: must be < 1.']],
  ['a number of another step', { multipleOf: 0.01 }, 0.001, [' multipleOf: must be multiple of 0.01.']],
  ['a text that is too long', { maxLength: 1 }, 'abc', [' maxLength: must NOT have more than 1 characters.']],
  ['a text of another pattern', { pattern: '^a$' }, 'b', [' pattern: must match pattern "^a$".']],
  ['a text of another format', { format: 'email' }, 'b', [' format: must match format "email".']],
  [
    'a value outside of an enum',
    { enum: ['a', 1, null] },
    'b',
    [' enum: must be equal to one of the allowed values: a, 1, null.'],
  ],
  [
    'equal items',
    { uniqueItems: true },
    [1, 2, 1],
    [' uniqueItems: must NOT have duplicate items (items ## 2 and 0 are identical).'],
  ],
  [
    'a property too many',
    { additionalProperties: false },
    { secret: 1 },
    [' additionalProperties: must NOT have additional properties.'],
  ],
  [
    'properties that another one requires',
    { dependentRequired: { card: ['holder', 'iban', 'name'] } },
    { card: 1, name: 'x' },
    [
      'holder dependentRequired: is required, because card is there.',
      'iban dependentRequired: is required, because card is there.',
    ],
  ],
  [
    'two faults',
    { required: ['a'], properties: { 'b/c': { type: 'string' } } },
    { 'b/c': 1 },
    ['a required: is required.', 'b/c type: must be string.'],
  ],
])('%s is said in a sentence without a value', (_, schema, value, expected) => {
  expect(found(schema, value)).toEqual(expected);
});

test('in a response, what is required is missing', () => {
  expect(found({ required: ['a'] }, {}, '3.1.1', 'response')).toEqual(['a required: is missing.']);
  expect(found({ dependentRequired: { a: ['b'] } }, { a: 1 }, '3.1.1', 'response')).toEqual([
    'b dependentRequired: is missing, because a is there.',
  ]);
});
