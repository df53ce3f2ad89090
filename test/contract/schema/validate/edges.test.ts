import { describe, expect, test } from 'vitest';
import { found, lines, pointer, schemasOf } from '../schemas.js';

/** Values of a schema, each on an edge or one beyond. */
interface Row {
  schema: object;
  valid: unknown[];
  invalid: unknown[];
}

function judged({ schema, valid, invalid }: Row): void {
  const isValid = (value: unknown): boolean => found(schema, value).length === 0;
  expect([valid.filter((value) => !isValid(value)), invalid.filter(isValid)]).toEqual([[], []]);
}

test.each<Row>([
  { schema: { maxLength: 0 }, valid: ['', 1], invalid: ['a', '😀'] },
  { schema: { maxLength: 1 }, valid: ['a', '😀'], invalid: ['ab', '😀a', '😀😀'] },
  { schema: { minLength: 0 }, valid: ['', null], invalid: [] },
  { schema: { minLength: 2 }, valid: ['ab', '😀😀', '😀a', 'abcd', 'abcde'], invalid: ['', 'a', '😀'] },
])('a length is a number of characters: $schema', judged);

describe('what is not evaluated', () => {
  const a = { a: 1 };
  const both = { a: 1, b: 1 };

  test.each<Row>([
    {
      schema: { prefixItems: [true], unevaluatedItems: { type: 'string' } },
      valid: [[1, 'a'], [1], []],
      invalid: [
        [1, 2],
        [1, 'a', 2],
      ],
    },
    { schema: { items: true, unevaluatedItems: false }, valid: [[1, 2]], invalid: [] },
    { schema: { unevaluatedItems: false }, valid: [[], 'a'], invalid: [[1]] },
    { schema: { unevaluatedItems: true }, valid: [[1]], invalid: [] },
    { schema: { anyOf: [{ items: true }, { type: 'array' }], unevaluatedItems: false }, valid: [[1, 2]], invalid: [] },
    {
      schema: { anyOf: [{ prefixItems: [true] }, { prefixItems: [{ const: 1 }, true] }], unevaluatedItems: false },
      valid: [[1, 2], [2]],
      invalid: [
        [2, 2],
        [1, 2, 3],
      ],
    },
    {
      schema: { anyOf: [{ prefixItems: [true] }, { items: { const: 1 } }], unevaluatedItems: { type: 'string' } },
      valid: [[1, 1], [2, 'a'], []],
      invalid: [
        [2, 2],
        [1, 2],
      ],
    },
    {
      schema: { contains: { const: 1 }, unevaluatedItems: { const: 2 } },
      valid: [
        [1, 2],
        [2, 1, 1],
      ],
      invalid: [[2], [1, 3]],
    },
    {
      schema: { prefixItems: [true], contains: { const: 1 }, unevaluatedItems: false },
      valid: [[1], [1, 1], [2, 1]],
      invalid: [
        [1, 2],
        [2, 2],
      ],
    },
    {
      schema: { allOf: [{ contains: { const: 1 }, minContains: 0 }], unevaluatedItems: false },
      valid: [[], [1, 1]],
      invalid: [[1, 2]],
    },
    {
      schema: { if: { properties: { a: true }, required: ['a'] }, unevaluatedProperties: false },
      valid: [a, {}],
      invalid: [both, { b: 1 }],
    },
    {
      schema: { if: { required: ['a'] }, then: { properties: { a: true, b: true } }, unevaluatedProperties: false },
      valid: [both, {}],
      invalid: [{ b: 1 }],
    },
    {
      schema: { if: { required: ['a'] }, else: { properties: { b: true } }, unevaluatedProperties: false },
      valid: [{ b: 1 }],
      invalid: [a],
    },
    {
      schema: {
        allOf: [{ required: ['b'] }],
        if: { required: ['a'] },
        then: { properties: { a: true } },
        properties: { b: true },
        unevaluatedProperties: false,
      },
      valid: [both, { b: 1 }],
      invalid: [a, { ...both, c: 1 }],
    },
    {
      schema: { properties: { in: { unevaluatedProperties: false, properties: { a: true } } } },
      valid: [{ in: a, b: 1 }],
      invalid: [{ in: both }],
    },
  ])('by $schema', judged);
});

test.each([
  [{ items: { uniqueItems: true } }, [[1, 1]], '0 uniqueItems: must NOT have duplicate items (items ## 1 and 0 are identical).'],
  [{ format: 'int8' }, 128, ' format: must match format "int8".'],
  [{ minimum: 9007199254740993n }, 1, ' minimum: must be >= 9007199254740993.'],
  [{ maximum: 9007199254740993n }, 1e300, ' maximum: must be <= 9007199254740993.'],
  [{ exclusiveMinimum: 9007199254740993n }, 1, ' exclusiveMinimum: must be > 9007199254740993.'],
  [{ exclusiveMaximum: 9007199254740993n }, 1e300, ' exclusiveMaximum: must be < 9007199254740993.'],
  [{ const: 9007199254740993n }, 1, ' const: must be equal to constant.'],
  [{ enum: [9007199254740993n, 'a'] }, 1, ' enum: must be equal to one of the allowed values: 9007199254740993, a.'],
  [{ minLength: 2 }, 'a', ' minLength: must NOT have fewer than 2 characters.'],
  [{ prefixItems: [true], unevaluatedItems: false }, [1, 2], ' unevaluatedItems: must NOT have more than 1 items.'],
])('what %o says of %o is said in words', (schema, value, line) => {
  expect(found(schema, value)).toEqual([line]);
});

test.each<Row>([
  {
    schema: { properties: { a: { const: 9007199254740993n } }, items: { const: 9007199254740993n } },
    valid: [{ a: 9007199254740993n }, [9007199254740993n], 1],
    invalid: [{ a: 9007199254740992n }, [9007199254740992n], [1]],
  },
  {
    schema: { properties: { a: { maximum: 9007199254740993n } } },
    valid: [{ a: 9007199254740993n }, { a: 1 }, { a: 'x' }],
    invalid: [{ a: 9007199254740994n }, { a: 9007199254740994 }],
  },
  {
    schema: { items: { items: { format: 'int64' } } },
    valid: [[[9223372036854775807n]], [[1n]]],
    invalid: [[[9223372036854775808n]]],
  },
  {
    schema: { const: { a: [9007199254740993n] } },
    valid: [{ a: [9007199254740993n] }],
    invalid: [{ a: [9007199254740992n] }, { a: [1] }, [9007199254740993n]],
  },
])('large integers are compared by their digits, wherever they are: $schema', judged);

const held = (contentSchema?: object): object => ({
  contentMediaType: 'application/json',
  ...(contentSchema !== undefined && { contentSchema }),
});
const a = { properties: { a: { type: 'integer' } }, required: ['a'] };

test.each<[schema: object, value: unknown, found: string[]]>([
  [held(), '{"a": 1}', []],
  [held(), '{', [' contentMediaType: must be valid JSON.']],
  [held(), {}, []],
  [held(a), '{"a": 1}', []],
  [held(a), '{"a": "x"}', ['a type: must be integer.']],
  [held(a), '{}', ['a required: is required.']],
  [held(a), '{', [' contentMediaType: must be valid JSON.']],
  [held(a), { a: 'x' }, []],
  [{ items: held(a) }, ['{"a": 1}', '{"a": "x"}', '{"a": 2}'], ['1.a type: must be integer.']],
  [held({ items: held(a) }), '["{\\"a\\": 1}", "{\\"a\\": \\"x\\"}"]', ['1.a type: must be integer.']],
  [held({ maximum: 9007199254740993n }), '9007199254740993', []],
  [held({ maximum: 9007199254740993n }), '9007199254740994', [' maximum: must be <= 9007199254740993.']],
  [
    { prefixItems: [held({ const: 1 }), { const: 9007199254740993n }] },
    ['1', 9007199254740992n],
    ['1 const: must be equal to constant.'],
  ],
])('by %o, the JSON in %o is judged where it is asked for, and only there', (schema, value, expected) => {
  const schemas = schemasOf(schema);
  expect(lines(schemas.check(pointer, value, 'request', true))).toEqual(expected);
  const outside = expected.filter((line) => line.includes('constant'));
  expect(lines(schemas.check(pointer, value, 'request'))).toEqual(outside);
});
