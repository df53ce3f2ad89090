import { describe, expect, test } from 'vitest';
import { lines, pointer, schemasOf } from './schemas.js';

/** An object with one property whose schema can be checked and one whose schema cannot. */
const partly = (part: unknown): object => ({
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, part },
});
const place = 'components.schemas.Tested.properties.part';

interface Row {
  what: string;
  openapi?: string;
  part: unknown;
  /** A value that would violate the schema of the part if it could be checked. */
  value?: unknown;
  reason: string;
}

const rows: Row[] = [
  { what: 'an unknown type', part: { type: 'file' }, reason: `${place}.type: "file" is no type of JSON Schema.` },
  { what: 'a type among others', part: { type: ['string', 'any'] }, reason: `${place}.type: "any" is no type of JSON Schema.` },
  {
    what: 'a pattern of another language',
    part: { pattern: '(?i)abc' },
    value: 'x',
    reason: `${place}.pattern: it is no regular expression of ECMAScript.`,
  },
  {
    what: 'an anchor of another language',
    part: { pattern: 'abc\\Z' },
    value: 'x',
    reason: `${place}.pattern: it is no regular expression of ECMAScript.`,
  },
  {
    what: 'a name pattern that is invalid',
    part: { patternProperties: { '(': {} }, additionalProperties: false },
    value: { a: 1 },
    reason: `${place}.patternProperties: "(": it is no regular expression of ECMAScript.`,
  },
  { what: 'a limit as text', part: { minimum: '5' }, value: 1, reason: `${place}.minimum: it is no number.` },
  {
    what: 'a length as text',
    part: { maxLength: '5' },
    value: 'x',
    reason: `${place}.maxLength: it is no whole number from 0 on.`,
  },
  {
    what: 'required in a property',
    part: { required: true },
    value: {},
    reason: `${place}.required: it is a boolean: list the property in "required" of its object.`,
  },
  { what: 'an enum that is no list', part: { enum: 'a' }, reason: `${place}.enum: it is no list.` },
  { what: 'properties that are a list', part: { properties: [] }, value: {}, reason: `${place}.properties: it is no object.` },
  { what: 'no alternative', part: { anyOf: [] }, reason: `${place}.anyOf: it lists no schema.` },
  { what: 'a schema that is a text', part: 'string', reason: `${place}: it is no schema.` },
  {
    what: 'a boolean limit of 3.0',
    part: { minimum: 1, exclusiveMinimum: true },
    value: 2,
    reason: `${place}.exclusiveMinimum: it is a boolean: write the number of "minimum" here.`,
  },
  {
    what: 'a reference to nothing',
    part: { $ref: '#/components/schemas/Nowhere' },
    reason: `${place}.$ref: the reference "#/components/schemas/Nowhere" points to nothing.`,
  },
  {
    what: 'a reference to another document',
    part: { $ref: 'https://schemas.test/other' },
    reason: `${place}.$ref: the reference "https://schemas.test/other" leads out of the description.`,
  },
  {
    what: 'an unknown dialect',
    part: { $schema: 'https://schemas.test/dialect' },
    reason: `${place}: its dialect "https://schemas.test/dialect" is unknown here.`,
  },
  {
    what: 'not of what is not known',
    part: { not: { pattern: '(' } },
    value: 'x',
    reason: `${place}.not.pattern: it is no regular expression of ECMAScript.`,
  },
  {
    what: 'one of what is not known',
    part: { oneOf: [{ pattern: '(' }, { type: 'integer' }] },
    value: 1,
    reason: `${place}.oneOf.0.pattern: it is no regular expression of ECMAScript.`,
  },
  {
    what: 'a condition that is not known',
    part: { if: { type: 'file' }, then: false },
    reason: `${place}.if.type: "file" is no type of JSON Schema.`,
  },
];

describe.each(rows)('$what', ({ openapi = '3.1.1', part, value = 'x', reason }) => {
  const schemas = schemasOf(partly(part), { openapi });

  test('is said at the start', () => {
    expect(schemas.problems(pointer, 'request')).toEqual([`${reason} It is not checked.`]);
  });

  test('turns nothing off beside it', () => {
    expect(lines(schemas.check(pointer, { id: 'x' }, 'request'))).toEqual(['id type: must be integer.']);
    expect(lines(schemas.check(pointer, {}, 'request'))).toEqual(['id required: is required.']);
  });

  test('is no violation, and not taken for valid', () => {
    expect(lines(schemas.check(pointer, { id: 1, part: value }, 'request'))).toEqual([`part not checked: ${reason}`]);
  });

  test('is not spoken of where a value does not depend on it', () => {
    expect(schemas.check(pointer, { id: 1 }, 'request')).toEqual([]);
  });
});

test('what is not checked counts for nothing where an alternative holds without it', () => {
  const schemas = schemasOf({ anyOf: [{ type: 'file' }, { type: 'string' }] });
  expect(schemas.check(pointer, 'x', 'request')).toEqual([]);
  expect(lines(schemas.check(pointer, 1, 'request'))).toEqual([
    ' not checked: components.schemas.Tested.anyOf.0.type: "file" is no type of JSON Schema.',
  ]);
});

describe.each<{ what: string; openapi: string; schema: object; problem: string; valid: unknown; invalid: unknown }>([
  {
    what: 'nullable without a type',
    openapi: '3.0.4',
    schema: { nullable: true, oneOf: [{ type: 'string' }] },
    problem: 'nullable: has no effect without "type" (OpenAPI 3.0.3, Schema Object).',
    valid: 'a',
    invalid: 1,
  },
  {
    what: 'nullable after 3.0',
    openapi: '3.1.1',
    schema: { type: 'string', nullable: true },
    problem: 'nullable: has no effect since OpenAPI 3.1: write "null" among the types.',
    valid: 'a',
    invalid: null,
  },
  {
    what: 'an enum with a value twice',
    openapi: '3.1.1',
    schema: { enum: ['a', 'a'] },
    problem: 'enum: the value "a" is in it twice.',
    valid: 'a',
    invalid: 'b',
  },
])('$what', ({ openapi, schema, problem, valid, invalid }) => {
  test('is checked as the standard has it, and said', () => {
    const schemas = schemasOf(schema, { openapi });
    expect(schemas.problems(pointer, 'request')).toEqual([`components.schemas.Tested.${problem}`]);
    expect(schemas.check(pointer, valid, 'request')).toEqual([]);
    expect(schemas.check(pointer, invalid, 'request')).not.toEqual([]);
  });
});

test.each(['^\\d{3}\\-\\d{2}$', '^[\\w\\-\\.]+\\@x$', '^\\_a{$', '^a]$'])(
  'the pattern %s is read as its author means it',
  (pattern) => {
    const schemas = schemasOf({ pattern });
    const text = { '^\\d{3}\\-\\d{2}$': '123-45', '^[\\w\\-\\.]+\\@x$': 'a-b.c@x', '^\\_a{$': '_a{', '^a]$': 'a]' }[pattern];
    expect(schemas.problems(pointer, 'request')).toEqual([]);
    expect(schemas.check(pointer, text, 'request')).toEqual([]);
    expect(schemas.check(pointer, 'other', 'request')).not.toEqual([]);
  },
);

test('an empty enum allows nothing', () => {
  const schemas = schemasOf({ enum: [] });
  expect(schemas.check(pointer, {}, 'request')).not.toEqual([]);
  expect(schemas.check(pointer, null, 'request')).not.toEqual([]);
});

test('a place without a schema allows anything, and one that is not there is said', () => {
  const schemas = schemasOf({});
  expect(schemas.check('/components/schemas/Tested/items', 1, 'request')).toEqual([]);
  expect(schemas.check('/components/nowhere/Tested', 1, 'request')).toEqual([
    {
      kind: 'not checked',
      path: [],
      reason: 'components.nowhere.Tested: there is no components.nowhere. It is not checked.',
    },
  ]);
});

test('what a condition that is not known evaluates is not taken for unevaluated', () => {
  const schemas = schemasOf({ if: { properties: { a: { type: 'file' } } }, unevaluatedProperties: false });
  expect(schemas.check(pointer, { a: 1 }, 'request').map(({ kind }) => kind)).toEqual(['not checked']);
});

test('what is not checked in one of several schemas that are referred to is said of values that depend on it, and only of them', () => {
  const properties = Object.fromEntries(['A', 'B'].map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
  const schemas = schemasOf({ properties }, { others: { A: { type: 'file' }, B: { type: 'string' } } });
  expect(lines(schemas.check(pointer, { A: 1, B: 'x' }, 'request'))).toEqual([
    'A not checked: components.schemas.A.type: "file" is no type of JSON Schema.',
  ]);
  expect(lines(schemas.check(pointer, { A: 1, B: 2 }, 'request'))).toEqual([
    'B type: must be string.',
    'A not checked: components.schemas.A.type: "file" is no type of JSON Schema.',
  ]);
  expect(schemas.check(pointer, { B: 'x' }, 'request')).toEqual([]);
});
