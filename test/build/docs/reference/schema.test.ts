import { describe, expect, test } from 'vitest';
import type { Description, Schema } from '../../../../src/description/types.js';
import { RowLists } from '../../../../src/build/docs/reference/schema/rows/row-lists.js';
import { isChoice, type Direction, type Row } from '../../../../src/build/docs/reference/schema/rows/rows.js';
import { Shapes } from '../../../../src/build/docs/reference/schema/shape/shape.js';
import { valueOf, type Value } from '../../../../src/build/docs/reference/schema/value.js';
import { plainText } from '../../../../src/build/docs/reference/words.js';

/** The schemas that others refer to, by name. */
const schemas = {
  Node: { type: 'object', required: ['id'], properties: { id: { type: 'integer', minimum: 1 }, next: ref('Node') } },
  Place: { type: 'string', description: 'Some place', minLength: 2 },
  User: { type: 'object', properties: { name: { type: 'string' }, email: { type: 'string', format: 'email' } } },
  Required: { ...ref('User'), required: ['name'] },
  Stricter: { ...ref('Required'), required: ['email'] },
  Dog: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' }, bark: { type: 'integer' } } },
  Cat: { type: 'object', properties: { kind: { type: 'string' } } },
  Shape: { type: 'object', properties: { side: { type: 'integer' } }, discriminator: { propertyName: 'form' } },
  Square: { allOf: [{ $ref: '#/components/schemas/Shape' }, { type: 'object', properties: { color: { type: 'string' } } }] },
  List: { type: 'array', items: ref('List') },
  Pair: { type: 'array', prefixItems: [{ type: 'string' }, ref('Pair')] },
  Json: {
    anyOf: [{ type: 'string' }, { type: 'array', items: ref('Json') }, { type: 'object', additionalProperties: ref('Json') }],
  },
  Tree: { $dynamicAnchor: 'node', type: 'object', properties: { below: { type: 'array', items: { $dynamicRef: '#node' } } } },
  Word: { $anchor: 'word', type: 'string', maxLength: 3 },
  Page: { $defs: { item: { $dynamicAnchor: 'item' } }, type: 'array', items: { $dynamicRef: '#item' } },
  Users: { $defs: { item: { $dynamicAnchor: 'item', type: 'integer' } }, allOf: [{ $ref: '#/components/schemas/Page' }] },
};
const description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas } } as Description;
const shapes = new Shapes(description);

function ref(name: string, beside: object = {}): object {
  return { $ref: `#/components/schemas/${name}`, ...beside };
}

/** The text about a value, on one line. */
function said({ type, limits, title, meaning, values, details }: Value, requirement = ''): string {
  const words = [type, requirement, ...limits.map(plainText)].filter(Boolean).join(', ');
  const named = values.map(({ value, name, meaning: text }) => ` ${[value, name, text].filter(Boolean).join(' ')};`).join('');
  const more = details.map(({ label, words: text }) => ` ${label}: ${plainText(text)}`).join('');
  return `${words}${title && ` "${title}"`}${meaning && ` — ${meaning}`}${named}${more}`;
}

/** A line for each row. The rows of an alternative are indented. */
function lines(rows: Row[], indent = ''): string[] {
  return rows.flatMap((row) => {
    if (!isChoice(row)) return [`${indent}${row.name}: ${said(row, row.requirement)}`];
    const all = row.alternatives.flatMap((one) => [
      `${indent}- ${[one.name, plainText(one.when)].filter(Boolean).join(' if ')}: ${said(one)}`,
      ...lines(one.rows, `${indent}  `),
    ]);
    return [`${indent}${row.name}${row.name && ': '}${row.words}`, ...all];
  });
}

function listed(schema: unknown, direction: Direction = 'request', among: Shapes = shapes): string[] {
  return lines(new RowLists(among).of(schema, direction));
}

function value(schema: unknown): string {
  return said(valueOf(shapes, shapes.of(schema)));
}

test.each<[kind: string, schema: unknown, words: string]>([
  ['nothing', {}, 'any'],
  ['an empty schema in YAML', null, 'any'],
  ['true', true, 'any'],
  ['false', false, 'no value'],
  ['types that no value has together', { allOf: [{ type: 'string' }, { type: 'integer' }] }, 'no value'],
  ['listed values that no value is together', { allOf: [{ enum: ['a'] }, { enum: ['b'] }] }, 'no value'],
  ['two constants', { allOf: [{ const: 'a' }, { const: 'b' }] }, 'no value'],
  ['a constant beside other listed values', { allOf: [{ const: 'a' }, { enum: ['b', 'c'] }] }, 'no value'],
  ['a constant among listed values', { allOf: [{ const: 'a' }, { enum: ['a', 'b'] }] }, 'string, one of "a", "b", always "a"'],
  ['formats of two parts', { type: 'string', allOf: [{ format: 'uri' }, { format: 'iri' }] }, 'string, format uri, format iri'],
  [
    'words of two parts',
    { allOf: [{ description: 'One' }, { description: 'Other' }, { description: 'One' }] },
    'any — One\n\nOther',
  ],
  [
    'words before those of its parts',
    { description: 'Own', allOf: [{ description: 'One' }, ref('Place')] },
    'string, at least 2 characters — Own',
  ],
  [
    'words of what it refers to before those of its parts',
    { allOf: [ref('Place', { description: 'Near' })] },
    'string, at least 2 characters — Near',
  ],
  ['a reference to an anchor', { $ref: '#word' }, 'string, at most 3 characters'],
  ['a reference to an anchor that several have', { $dynamicRef: '#item' }, 'any'],
  [
    'a list whose items are told by one of them',
    { type: 'array', contains: { type: 'integer' }, unevaluatedItems: false },
    'list of any, contains at least 1 item (integer), no other items',
  ],
  ['a type', { type: 'string', format: 'email' }, 'string, format email'],
  ['several types', { type: ['string', 'null'] }, 'string or null'],
  ['nullable of 3.0', { type: 'string', nullable: true }, 'string or null'],
  ['null listed', { type: ['string', 'null'], enum: ['a', null] }, 'string or null, one of "a", null'],
  ['null not listed', { type: ['string', 'null'], enum: ['a', 'b'] }, 'string, one of "a", "b"'],
  ['null listed, but of another type', { type: 'string', enum: ['a', 'b', null] }, 'string, one of "a", "b"'],
  ['null listed alone', { enum: ['a', null] }, 'string or null, one of "a", null'],
  ['null listed and nullable of 3.0', { type: 'string', nullable: true, enum: ['a', null] }, 'string or null, one of "a", null'],
  ['null not listed, but nullable of 3.0', { type: 'string', nullable: true, enum: ['a', 'b'] }, 'string, one of "a", "b"'],
  ['nullable of 3.0 without a type', { nullable: true, enum: ['a', 'b'] }, 'string, one of "a", "b"'],
  ['nullable of 3.0 beside a part that is not', { type: 'string', nullable: true, allOf: [{ type: 'string' }] }, 'string'],
  ['null beside listed values', { oneOf: [{ enum: ['a', 'b'] }, { type: 'null' }] }, 'string or null, one of "a", "b", null'],
  [
    'null beside a constant in a part',
    { oneOf: [{ allOf: [{ const: 'a' }] }, { type: 'null' }] },
    'string or null, always "a" or null',
  ],
  ['a constant that is not null', { type: ['string', 'null'], const: 'a' }, 'string, always "a"'],
  ['constants without null', { type: ['string', 'null'], oneOf: [{ const: 'a' }, { const: 'b' }] }, 'string, one of "a", "b"'],
  ['null beside one schema', { anyOf: [{ type: 'integer', minimum: 2 }, { type: 'null' }] }, 'integer or null, at least 2'],
  ['no type', { properties: {} }, 'object'],
  ['a list', { type: 'array', items: { type: 'string' }, uniqueItems: true }, 'list of string, no item twice'],
  ['a list without items', { type: 'array' }, 'list of any'],
  ['nested lists', { type: 'array', items: { type: 'array', items: { type: 'number' } } }, 'list of list of number'],
  ['a list of itself', ref('List'), 'list of the same type'],
  ['a tuple of itself', ref('Pair'), 'list of items (string, the same type)'],
  ['a choice that holds itself', ref('Json'), 'one or more of: string, list of the same type, object'],
  ['a list of lists of themselves', { type: 'array', items: ref('List') }, 'list of list of List'],
  [
    'a tuple',
    { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], items: false, minItems: 2 },
    'list of exactly 2 items (number, string)',
  ],
  [
    'a tuple that may be shorter',
    { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], items: false, minItems: 1 },
    'list of at most 2 items (number, string), at least 1 item',
  ],
  ['an open tuple', { prefixItems: [{ type: 'number' }], items: { type: 'string' } }, 'list of items (number, then string)'],
  ['exclusive limits', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 100 }, 'number, more than 0, less than 100'],
  ['exclusive limits of 3.0', { type: 'number', minimum: 1, exclusiveMinimum: true }, 'number, more than 1'],
  ['limits of 3.0', { type: 'number', maximum: 1, exclusiveMaximum: false }, 'number, at most 1'],
  ['multipleOf', { type: 'number', multipleOf: 0.25 }, 'number, a multiple of 0.25'],
  ['lengths', { type: 'string', minLength: 1, maxLength: 3 }, 'string, at least 1 character, at most 3 characters'],
  ['a pattern', { type: 'string', pattern: '^a+$' }, 'string, matches ^a+$'],
  ['counts of items', { type: 'array', minItems: 1, maxItems: 2 }, 'list of any, at least 1 item, at most 2 items'],
  [
    'contains',
    { type: 'array', contains: { type: 'integer' }, minContains: 2 },
    'list of any, contains at least 2 items (integer)',
  ],
  [
    'items that may be missing',
    { type: 'array', contains: { type: 'integer' }, minContains: 0, maxContains: 3 },
    'list of any, contains at most 3 items (integer)',
  ],
  [
    'a range of items that must be there',
    { type: 'array', contains: { const: 5 }, minContains: 2, maxContains: 4, minItems: 2 },
    'list of any, at least 2 items, contains 2 to 4 items (integer, always 5)',
  ],
  [
    'a number of items that must be there',
    { type: 'array', contains: true, minContains: 2, maxContains: 2 },
    'list of any, contains exactly 2 items (any)',
  ],
  [
    'items of which there may be any number',
    { type: 'array', contains: { type: 'integer' }, minContains: 0 },
    'list of any, may contain items (integer)',
  ],
  ['an exact length', { type: 'string', minLength: 4, maxLength: 4 }, 'string, exactly 4 characters'],
  [
    'lower limits of 0',
    { type: ['string', 'array'], minLength: 0, minItems: 0, maxItems: 0 },
    'string or list of any, at most 0 items',
  ],
  ['a list that may be null', { type: ['array', 'null'], items: { type: 'string' } }, 'null or list of string'],
  [
    'alternatives that may be null',
    { type: 'null', oneOf: [ref('Dog'), { type: 'array', items: ref('Cat') }] },
    'null or one of: Dog, list of object',
  ],
  [
    'a constant or null',
    {
      oneOf: [
        { const: 1, title: 'One' },
        { const: null, title: 'Nothing' },
      ],
    },
    'integer or null 1 One; null Nothing;',
  ],
  ['a constant or the type null', { anyOf: [{ const: 1 }, { type: 'null' }] }, 'integer (always 1) or null'],
  ['alternatives of one type', { anyOf: [{ enum: ['a'] }, { type: 'string' }] }, 'string'],
  [
    'words of values, of which another part allows fewer',
    {
      allOf: [
        { enum: ['no', 'yes'], 'x-enum-varnames': ['NO', 'YES'], 'x-enum-descriptions': ['Never', 'Always'] },
        { enum: ['yes'] },
      ],
    },
    'string "yes" YES Always;',
  ],
  [
    'counts of properties',
    { type: 'object', minProperties: 2, maxProperties: 8 },
    'object, at least 2 properties, at most 8 properties',
  ],
  [
    'the limits of a packed list',
    {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: { type: 'array', minItems: 2, description: 'Packed' },
    },
    'string, holds application/json, its content (list of any, at least 2 items) — Packed',
  ],
  [
    'words of a text and of what it holds',
    { type: 'string', description: 'A text', contentSchema: { type: 'object', description: 'A claim' } },
    'string — A text\n\nA claim',
  ],
  [
    'the largest number of 64 bits',
    { maximum: 9223372036854775807n, exclusiveMaximum: 2 ** 63 },
    'any, at most 9223372036854775807, less than 9223372036854775808',
  ],
  [
    'the stricter of large limits',
    { allOf: [{ minimum: 9007199254740993n }, { minimum: 2 ** 53 }] },
    'any, at least 9007199254740993',
  ],
  [
    'large values',
    { enum: [9007199254740993n, 1], default: 9007199254740993n, example: [9007199254740993n] },
    'integer, one of 9007199254740993, 1, default 9007199254740993 Example: [ 9007199254740993 ]',
  ],
  ['the least number of 64 bits', { exclusiveMinimum: -(2 ** 63) }, 'any, more than -9223372036854775808'],
  ['a number of many digits', { minimum: 2 ** 60, maximum: 1e30 }, 'any, at least 1152921504606846976, at most 1e+30'],
  [
    'a value or a list of such values',
    { oneOf: [{ type: 'array', items: { type: 'string' } }, { type: 'integer' }] },
    'integer or list of string',
  ],
  [
    'a value or a list with limits of its items',
    { oneOf: [{ type: 'array', items: { type: 'string', maxLength: 3 } }, { type: 'integer' }] },
    'one of: list of string, integer',
  ],
  ['names without a limit', { type: 'object', propertyNames: { type: 'string' } }, 'object'],
  [
    'names of a pattern',
    { type: 'object', propertyNames: { pattern: '^[a-z]+$', enum: ['a', 'b'] } },
    'object, names (one of "a", "b", matches ^[a-z]+$)',
  ],
  ['names of properties', { type: 'object', propertyNames: { maxLength: 3 } }, 'object, names (at most 3 characters)'],
  ['what names mean', { type: 'object', propertyNames: { description: 'A code' } }, 'object Names: A code'],
  ['closed', { type: 'object', additionalProperties: false }, 'object, no other fields'],
  ['open', { type: 'object', additionalProperties: true }, 'object, any other fields'],
  ['unevaluated', { type: 'object', unevaluatedProperties: false }, 'object, no other fields'],
  [
    'dependentRequired',
    { type: 'object', dependentRequired: { card: ['cvc', 'name'] } },
    'object, cvc and name required with card',
  ],
  ['required elsewhere', { type: 'object', required: ['a', 'b', 'c'] }, 'object, a, b and c required'],
  [
    'content of text',
    { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' },
    'string, holds image/png, encoded as base64',
  ],
  ['default false', { type: 'boolean', default: false }, 'boolean, default false'],
  ['default 0', { type: 'integer', default: 0 }, 'integer, default 0'],
  ['an empty default', { type: 'string', default: '' }, 'string, default ""'],
  ['default null', { type: ['string', 'null'], default: null }, 'string or null, default null'],
  ['the text false', { type: 'string', default: 'false' }, 'string, default "false"'],
  ['a constant', { const: false }, 'boolean, always false'],
  ['a constant null', { const: null }, 'null, always null'],
  ['an enumeration', { enum: ['a', 2] }, 'string or integer, one of "a", 2'],
  ['marks', { type: 'string', deprecated: true, readOnly: true }, 'string, read-only, deprecated'],
  ['a display format', { type: 'string', format: 'password' }, 'string'],
  [
    'described values',
    { type: 'string', enum: ['air', 'sea'], 'x-enumDescriptions': { air: 'By air' } },
    'string "air" By air; "sea";',
  ],
  [
    'named values',
    { enum: [0, 1], 'x-enum-varnames': ['No', 'Yes'], 'x-enum-descriptions': ['Never', 'Always'] },
    'integer 0 No Never; 1 Yes Always;',
  ],
  [
    'constants with words',
    { oneOf: [{ const: 'cash', title: 'Cash', description: 'At once' }, { const: 'card' }] },
    'string "cash" Cash At once; "card";',
  ],
  ['plain alternatives', { oneOf: [{ type: 'string' }, { type: 'integer', minimum: 1 }] }, 'string or integer (at least 1)'],
  ['named alternatives', { oneOf: [ref('Dog'), ref('Cat')] }, 'one of: Dog, Cat'],
  ['one or more', { anyOf: [ref('Dog'), ref('Cat')] }, 'one or more of: Dog, Cat'],
  [
    'siblings of a reference',
    ref('Place', { description: 'Where', maxLength: 5, deprecated: true }),
    'string, at least 2 characters, at most 5 characters, deprecated — Where',
  ],
  ['a reference', ref('Place'), 'string, at least 2 characters — Some place'],
  ['one part', { allOf: [ref('Place')], description: 'Where' }, 'string, at least 2 characters — Where'],
  [
    'the stricter limit',
    {
      allOf: [
        { minimum: 1, maximum: 5 },
        { minimum: 3, maximum: 9 },
      ],
      type: 'integer',
    },
    'integer, at least 3, at most 5',
  ],
  ['shared values', { allOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] }, 'string, always "b"'],
  ['shared types', { allOf: [{ type: 'number' }, { type: 'integer' }] }, 'integer'],
  ['both patterns', { allOf: [{ pattern: 'a' }, { pattern: 'b' }], type: 'string' }, 'string, matches a, matches b'],
  [
    'a description that is the title',
    { type: 'string', title: 'Simple User', description: 'simple user.' },
    'string — simple user.',
  ],
  ['a title', { type: 'string', title: 'The name' }, 'string "The name"'],
  ['examples', { type: 'string', examples: ['a', ''] }, 'string Examples: a, ""'],
  ['XML', { type: 'string', xml: { name: 'n', attribute: true } }, 'string In XML: named n, an attribute'],
  ['further reading', { type: 'string', externalDocs: { url: 'https://a.example' } }, 'string See: https://a.example'],
  ['a reference that leads nowhere', { $ref: '#/nowhere' }, 'any'],
])('%s', (_, schema, words) => {
  expect(value(schema)).toBe(words);
});

test.each<[kind: string, schema: unknown, rows: string[]]>([
  ['a value that has none', { type: 'string' }, []],
  [
    'nested objects and lists after their parent',
    {
      properties: { items: { type: 'array', minItems: 1, items: { type: 'object', properties: { price: { default: 0 } } } } },
      required: ['items'],
    },
    ['items: list of object, required, at least 1 item', 'items[].price: any, default 0'],
  ],
  [
    'each limit at its level',
    {
      properties: {
        m: { type: 'array', maxItems: 3, items: { type: 'array', maxItems: 2, items: { type: 'number', minimum: 0 } } },
      },
    },
    ['m: list of list of number, at most 3 items', 'm[]: list of number, at most 2 items', 'm[][]: number, at least 0'],
  ],
  [
    'what an item that must be there holds',
    {
      type: 'array',
      contains: { type: 'object', required: ['id'], properties: { id: { type: 'string', description: 'Its id' } } },
    },
    ['[]: Such an item', '- : object', '  [].id: string, required — Its id'],
  ],
  [
    'a tuple with words',
    {
      properties: {
        place: { type: 'array', prefixItems: [{ type: 'number', description: 'North' }, { type: 'number' }], items: false },
      },
    },
    ['place: list of 2 items (number, number), or fewer', 'place[0]: number — North'],
  ],
  [
    'values of any name and of a pattern',
    {
      patternProperties: { '^x-': { type: 'number' } },
      additionalProperties: { type: 'object', properties: { d: { type: 'number' } } },
    },
    ['/^x-/: number', '*: object', '*.d: number'],
  ],
  [
    'each field of the parts once, required where any part says so',
    { allOf: [ref('User'), { required: ['name', 'email'] }, { properties: { email: { maxLength: 50 } } }] },
    ['name: string, required', 'email: string, required, format email, at most 50 characters'],
  ],
  [
    'required beside the parts',
    { allOf: [ref('User')], required: ['id'], properties: { id: { type: 'integer' } } },
    ['id: integer, required', 'name: string', 'email: string, format email'],
  ],
  [
    'alternatives beside fields',
    {
      required: ['amount'],
      properties: { amount: { type: 'number' }, email: {} },
      oneOf: [
        { title: 'By card', required: ['card'], properties: { card: { type: 'string' } } },
        { title: 'By bank', properties: { iban: { type: 'string' } } },
      ],
      anyOf: [{ required: ['email'] }, { required: ['phone'] }],
    },
    [
      'amount: number, required',
      'email: any',
      'Exactly one of',
      '- By card: object',
      '  card: string, required',
      '- By bank: object',
      '  iban: string',
      'One or more of',
      '- : email required',
      '- : phone required',
    ],
  ],
  [
    'the values of a discriminator',
    {
      type: 'array',
      items: {
        oneOf: [ref('Dog'), ref('Cat')],
        discriminator: { propertyName: 'kind', mapping: { hound: '#/components/schemas/Dog', puppy: 'Dog' } },
      },
    },
    [
      '[]: Exactly one of',
      '- Dog if kind is hound or puppy: object',
      '  [].kind: string, required',
      '  [].bark: integer',
      '- Cat if kind is Cat: object',
      '  [].kind: string',
    ],
  ],
  [
    'the values of a discriminator that the alternatives allow themselves',
    {
      oneOf: [
        { title: 'A', properties: { kind: { const: 'a' } } },
        { title: 'B', properties: { kind: { enum: ['b', 'c'] } } },
      ],
      discriminator: { propertyName: 'kind' },
    },
    [
      'Exactly one of',
      '- A if kind is a: object',
      '  kind: string, always "a"',
      '- B if kind is b or c: object',
      '  kind: string, one of "b", "c"',
    ],
  ],
  [
    'what extends a schema with a discriminator',
    ref('Shape'),
    ['side: integer', 'Exactly one of', '- Square if form is Square: object', '  color: string'],
  ],
  [
    'what is not allowed, and conditions',
    { not: { required: ['a'] }, if: { properties: { b: { const: 1 } } }, then: { required: ['c'] }, else: { required: ['d'] } },
    [
      'Not allowed',
      '- : a required',
      'Depends on the value',
      '- If: object',
      '  b: integer, always 1',
      '- Then: c required',
      '- Otherwise: d required',
    ],
  ],
  [
    'what an alternative adds to the fields around it',
    {
      properties: { zip: { type: 'string' }, inner: ref('User'), kind: { type: 'string' }, other: {} },
      oneOf: [
        {
          title: 'A',
          required: ['zip'],
          properties: { zip: { pattern: 'a' }, inner: ref('User'), kind: { const: 'a' }, other: false, own: {} },
        },
        { title: 'B', properties: { kind: { type: 'string' } } },
      ],
    },
    [
      'zip: string',
      'inner: object',
      'inner.name: string',
      'inner.email: string, format email',
      'kind: string',
      'other: any',
      'Exactly one of',
      '- A: object',
      '  zip: required, matches a',
      '  kind: string, always "a"',
      '  other: not allowed',
      '  own: any',
      '- B: object',
    ],
  ],
  [
    'what depends on a field',
    { dependentSchemas: { card: { properties: { cvc: { type: 'string' } } } } },
    ['Depends on the fields', '- with card: object', '  cvc: string'],
  ],
  ['JSON that is sent as text', { type: 'string', contentSchema: { properties: { a: { type: 'string' } } } }, ['a: string']],
  [
    'a schema that contains itself once',
    ref('Node'),
    ['id: integer, required, at least 1', 'next: object, fields as in the body itself'],
  ],
  ['a list of itself', ref('List'), []],
  [
    'what stands beside references that lead to each other',
    { properties: { one: ref('Required'), other: ref('Stricter') } },
    [
      'one: object',
      'one.name: string, required',
      'one.email: string, format email',
      'other: object',
      'other.name: string, required',
      'other.email: string, required, format email',
    ],
  ],
  ['a schema that contains itself by an anchor', ref('Tree'), ['below: list of object, fields as in the body itself']],
  [
    'a tuple as it was written before 2020-12',
    { type: 'array', items: [{ type: 'string', description: 'First' }], additionalItems: { type: 'integer', minimum: 2 } },
    ['[0]: string — First', '[]: integer, at least 2'],
  ],
  ['what a value is not', { properties: { a: { not: { type: 'string' } } } }, ['a: any', 'a: Not allowed', '- : string']],
  [
    'fields of a schema at its first place',
    { properties: { one: ref('User'), other: ref('User'), list: { type: 'array', items: ref('User') } } },
    [
      'one: object',
      'one.name: string',
      'one.email: string, format email',
      'other: object, fields as in one',
      'list: list of object, fields as in one',
    ],
  ],
  [
    'the same text at each place',
    { properties: { one: ref('Place'), other: ref('Place') } },
    ['one: string, at least 2 characters — Some place', 'other: string, at least 2 characters — Some place'],
  ],
])('lists %s', (_, schema, rows) => {
  expect(listed(schema)).toEqual(rows);
});

describe('what is not sent or not received', () => {
  const user = {
    required: ['id', 'name', 'secret'],
    properties: {
      id: { readOnly: true },
      name: {},
      secret: { writeOnly: true },
      inner: {
        oneOf: [
          { title: 'A', properties: { id: { readOnly: true } } },
          { title: 'B', properties: { x: {} } },
        ],
      },
    },
  };
  test.each<[Direction, string[]]>([
    [
      'request',
      [
        'name: any, required',
        'secret: any, required, write-only',
        'inner: one of: A, B',
        'inner: Exactly one of',
        '- A: object',
        '- B: object',
        '  inner.x: any',
      ],
    ],
    [
      'response',
      [
        'id: any, required, read-only',
        'name: any, required',
        'inner: one of: A, B',
        'inner: Exactly one of',
        '- A: object',
        '  inner.id: any, read-only',
        '- B: object',
        '  inner.x: any',
      ],
    ],
  ])('is left out of a %s', (direction, rows) => {
    expect(listed(user, direction)).toEqual(rows);
  });
});

describe('a read-only field that something else requires', () => {
  const properties = { id: { type: 'integer', readOnly: true }, name: { type: 'string' }, note: { type: 'string' } };
  test.each<[string, object, request: string[], response: string[]]>([
    [
      'any of several',
      { anyOf: [{ required: ['id'] }, { required: ['name'] }] },
      [],
      ['One or more of', '- : id required', '- : name required'],
    ],
    [
      'exactly one of several',
      { oneOf: [{ required: ['id', 'note'] }, { required: ['name'] }] },
      ['Exactly one of', '- : note required', '- : name required'],
      ['Exactly one of', '- : id and note required', '- : name required'],
    ],
    [
      'what depends on a field',
      { dependentSchemas: { name: { required: ['id'] } } },
      [],
      ['Depends on the fields', '- with name: id required'],
    ],
    [
      'what depends on the value',
      { if: { required: ['id'] }, then: { required: ['id', 'note'] } },
      ['Depends on the value', '- If: id required', '- Then: note required'],
      ['Depends on the value', '- If: id required', '- Then: id and note required'],
    ],
    [
      'what is not allowed',
      { not: { required: ['id'] } },
      ['Not allowed', '- : id required'],
      ['Not allowed', '- : id required'],
    ],
  ])('%s', (_, keywords, request, response) => {
    const schema = { type: 'object', properties, ...keywords };
    const choices = (direction: Direction): string[] => listed(schema, direction).filter((row) => !/^(id|name|note):/.test(row));
    expect([choices('request'), choices('response')]).toEqual([request, response]);
  });

  test('another field', () => {
    const inner = { type: 'object', properties, dependentRequired: { name: ['id', 'note'], note: ['id'] } };
    const [request, response] = (['request', 'response'] as const).map((one) => listed({ properties: { inner } }, one)[0]);
    expect(request).toBe('inner: object, note required with name');
    expect(response).toBe('inner: object, id and note required with name, id required with note');
  });
});

test('beside a reference, OpenAPI 3.0 takes only texts', () => {
  const schema = ref('Place', { maxLength: 5, nullable: true, description: 'Beside', deprecated: true });
  const shapes30 = new Shapes({ ...description, openapi: '3.0.3' });
  expect(said(valueOf(shapes30, shapes30.of(schema)))).toBe('string, at least 2 characters, deprecated — Beside');
});

describe('bounds', () => {
  test('lists schemas that contain each other once each, however many ways lead through them', () => {
    const names = Array.from({ length: 12 }, (_, index) => `S${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, ref(name)]));
    const all = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]));
    const mutual = new Shapes({ ...description, components: { schemas: all as Record<string, Schema> } });
    const rows = listed(ref('S0'), 'request', mutual);
    expect(rows).toHaveLength(names.length * names.length);
    expect(rows.find((row) => row.startsWith('S2:'))).toBe('S2: object, fields as in S1.S2');
  });

  test('lists rows only as deep as a reader can follow: 150 at most, but always the first level', () => {
    const group = (size: number, inner: object): object => ({
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: size }, (_, index) => [`f${index}`, structuredClone(inner)])),
    });
    const text = { type: 'string' };
    expect(listed(group(12, group(11, text)))).toHaveLength(12 + 12 * 11);
    const deep = listed(group(10, { type: 'array', items: group(10, { oneOf: [group(10, text), text] }) }));
    expect(deep).toHaveLength(10 + 100);
    expect(deep[1]).toBe('f0[].f0: one of: object, string, its fields are in openapi.yaml');
    expect(listed(group(201, group(2, text)))).toHaveLength(201);
    // The objects of few fields still have room.
    const large = { type: 'object', properties: { large: group(140, text), small: group(2, text), other: group(20, text) } };
    expect(listed(large).map((row) => row.replace(/:.*its/, ' its'))).toEqual([
      'large its fields are in openapi.yaml',
      'small: object',
      'small.f0: string',
      'small.f1: string',
      'other its fields are in openapi.yaml',
    ]);
  });

  test('ends where the parts of a schema are itself', () => {
    const loop: { allOf: unknown[]; type: string } = { allOf: [], type: 'object' };
    loop.allOf.push(loop);
    expect(value(loop)).toBe('object');
    expect(listed(loop)).toEqual([]);
  });
});
