import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { documentedOperations } from '../../../src/description/operations.js';
import type { Description, Schema } from '../../../src/description/types.js';
import { Schemas } from '../../../src/contract/schema/schemas.js';
import { createMock, startMock, type InProcessMock, type Mock } from '../../../src/mock/index.js';
import { responseValidator } from '../../proof/response-validator.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { send } from '../send.js';

const text = { type: 'string' };
const object = (properties: object, required?: string[], more: object = {}): object => {
  return { type: 'object', properties, ...(required && { required }), ...more };
};

/** Schemas for which a value of the right type is not enough. */
const schemas = {
  pattern: { type: 'object', required: ['code'], properties: { code: { type: 'string', pattern: '^[A-Z]{3}-[0-9]+$' } } },
  'top-level': { type: 'string', pattern: '^[a-f0-9]{8}$' },
  multiple: { type: 'object', properties: { price: { type: 'number', minimum: 4, multipleOf: 3 } } },
  distinct: { type: 'array', minItems: 3, uniqueItems: true, items: { type: 'string', minLength: 4, maxLength: 9 } },
  reference: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Category' } },
  recursive: { $ref: '#/components/schemas/Category' },
  parts: {
    allOf: [
      { $ref: '#/components/schemas/Category' },
      { type: 'object', required: ['rank'], properties: { rank: { const: 7 } } },
    ],
  },
  alternatives: {
    oneOf: [
      {
        type: 'object',
        required: ['kind', 'id'],
        properties: { kind: { const: 'one' }, id: { type: 'string', pattern: '^one-' } },
      },
      {
        type: 'object',
        required: ['kind', 'no'],
        properties: { kind: { const: 'two' }, no: { type: 'integer', multipleOf: 7 } },
      },
    ],
  },
  map: { type: 'object', minProperties: 1, additionalProperties: { type: 'string', pattern: '^[0-9]{4}$' } },
  tuple: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string', maxLength: 3 }], items: false, minItems: 2 },
  'tuple in an object': {
    type: 'object',
    required: ['point'],
    properties: { point: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], minItems: 2, maxItems: 2 } },
  },
  'open bounds': { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  'open bounds of an integer': { type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 5 },
  'parts that other parts do not describe': {
    oneOf: ['cat', 'dog'].map((kind) => ({
      allOf: [{ $ref: '#/components/schemas/Category' }],
      required: ['kind'],
      properties: { kind: { const: kind } },
      unevaluatedProperties: false,
    })),
  },
  'fields of a condition alone': {
    type: 'object',
    properties: { a: text },
    ...{ if: { properties: { a: { const: 'x' } } }, then: { properties: { b: text }, required: ['b'] } },
    unevaluatedProperties: false,
  },
  'an empty list': { type: 'array', maxItems: 0 },
  'a list without evaluated items': { type: 'array', maxItems: 1, unevaluatedItems: false },
  'a tuple that contains something': {
    type: 'array',
    prefixItems: [{ enum: ['a'] }, text],
    minItems: 2,
    items: false,
    contains: {},
  },
  'a full tuple that contains something': {
    type: 'array',
    prefixItems: [text, { const: 1 }],
    maxItems: 2,
    contains: { const: 1 },
  },
  'a fraction above an open bound': { type: 'number', exclusiveMinimum: -0.5, multipleOf: 0.25 },
  'fewer properties than there are': {
    type: 'object',
    properties: { a: text, b: text, c: { multipleOf: 3, type: 'number', exclusiveMinimum: 1 } },
    required: ['c', 'd'],
    maxProperties: 3,
  },
  anything: true,
  durations: { type: 'array', minItems: 3, items: { type: 'string', format: 'duration' } },
  'letters of Unicode': { type: 'string', pattern: '^\\p{Lu}[\\p{L}\\p{N}]+$' },
  'names by a pattern': { type: 'object', minProperties: 2, propertyNames: { pattern: '^[a-z]{3}$' } },
  'items that contain some': {
    type: 'array',
    contains: { type: 'integer' },
    minContains: 2,
    items: { type: ['integer', 'string'] },
  },
  'names that are keywords': {
    type: 'object',
    required: ['not', 'type', 'enum', 'const'],
    properties: { not: { type: 'integer' }, type: { type: 'string' }, enum: { const: 1 }, const: { type: 'boolean' } },
  },
  ...Object.fromEntries(
    ['byte', 'relative-json-pointer', 'base64url', 'char', 'decimal', 'http-date', 'media-range', 'idn-email', 'iri', 'url'].map(
      (format) => [`a text of the format ${format}`, { type: 'string', format }],
    ),
  ),
  ...Object.fromEntries(['int8', 'uint8'].map((format) => [`the format ${format}`, { type: 'integer', format }])),
  'a tuple, and more': {
    type: 'array',
    prefixItems: [{ type: 'object', required: ['a'], properties: { a: { const: 3 } } }],
    items: { type: 'boolean' },
    minItems: 3,
  },
  'no more than is evaluated': {
    allOf: [{ type: 'object', required: ['a'], properties: { a: { type: 'integer' } } }],
    required: ['b'],
    properties: { b: { type: 'string' } },
    unevaluatedProperties: false,
  },
  dependents: {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'integer' } },
    dependentRequired: { a: ['b'] },
    dependentSchemas: { a: { required: ['c'], properties: { c: { const: 7 } } } },
  },
  'names that are listed': {
    type: 'object',
    minProperties: 1,
    propertyNames: { enum: ['a.b', 'c'] },
    additionalProperties: true,
  },
  'a name that is written as a pattern': {
    type: 'object',
    minProperties: 1,
    patternProperties: { '^x$': { const: 3 } },
    additionalProperties: false,
  },
  'an object without members': { type: 'object', maxProperties: 0, properties: { a: { type: 'integer' } } },
  'values without some': { enum: ['a', 'b', 'c'], not: { enum: ['a', 'b'] } },
  'a pointer within a resource': {
    $id: 'https://example.com/resource',
    type: 'object',
    required: ['a'],
    properties: { a: { $ref: '#/$defs/a' } },
    $defs: { a: { const: 4 } },
  },
  'what follows from a condition': {
    type: 'object',
    required: ['country', 'code'],
    properties: { country: { enum: ['US', 'NL'] } },
    if: { properties: { country: { const: 'US' } } },
    then: { properties: { code: { type: 'string', pattern: '^[0-9]{5}$' } } },
    else: { properties: { code: { type: 'string', pattern: '^[A-Z]{2}$' } } },
  },
  'several conditions': {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: ['x', 'y'] } },
    allOf: ['x', 'y'].map((kind) => ({
      if: { properties: { kind: { const: kind } } },
      then: { required: [kind], properties: { [kind]: { type: 'integer' } } },
    })),
  },
  'a condition of any type': { if: { type: 'string' }, then: { minLength: 3 }, else: { type: 'integer' } },
  'values that two schemas list': { allOf: [{ enum: ['a', 'b', 'c'] }, { enum: ['b', 'c', 'd'] }] },
  'values of a type': { allOf: [{ type: 'string' }, { enum: [1, 2, 'x'] }] },
  'a discriminator whose values are not listed': {
    oneOf: [['kind'], ['kind', 'bark']].map((required) => ({
      type: 'object',
      required,
      properties: { kind: { type: 'string' }, bark: { type: 'string' } },
    })),
    discriminator: { propertyName: 'kind' },
  },
  'names within a resource': {
    $id: 'https://example.com/names',
    $defs: { one: { $anchor: 'one', const: 1 }, two: { $dynamicAnchor: 'two', const: 2 } },
    type: 'array',
    prefixItems: [{ $ref: '#one' }, { $ref: '#two' }],
    minItems: 2,
  },
  'numbers beyond the usual': {
    type: 'array',
    prefixItems: [
      { type: 'integer', minimum: 1e10 },
      { type: 'number', maximum: -1e10 },
    ],
    minItems: 2,
  },
  hundredths: { type: 'number', multipleOf: 0.01, minimum: 0.05, maximum: 0.2 },
  // Patterns with syntax that the text generator does not support.
  ...Object.fromEntries(
    [
      ...[
        '^(?<year>\\d{4})-\\d\\d$',
        '^(?<a>x|y)-\\k<a>$',
        '^(\\d)(?<b>[a-c])\\k<b>\\1$',
        '^\\u{1F600}$',
        '(?<=x)y$',
        '^x(?<=x)y$',
        '^y(?<!x)z$',
      ],
      ...[
        '^\\P{L}+$',
        '^\\p{Script=Greek}+$',
        '^\\p{Sc}\\d+$',
        '^[\\p{Lu}\\]-]{3}$',
        '^[^\\p{C}]{2,5}$',
        '^\\p{Emoji_Presentation}$',
      ],
    ].map((pattern) => [`a text like ${pattern}`, { type: 'string', pattern }]),
  ),
  // Formats with further keywords that the generators ignore.
  ...Object.fromEntries(
    (
      [
        ['date-time', { minLength: 24 }],
        ['date-time', { maxLength: 20 }],
        ['date-time', { pattern: 'Z$' }],
        ['date-time', { pattern: '[+-]\\d\\d:\\d\\d$', minLength: 29 }],
        ['time', { maxLength: 9 }],
        ['email', { pattern: '@example\\.org$' }],
        ['uuid', { pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-4' }],
        ['uri', { pattern: '^http://' }],
        ['hostname', { maxLength: 5 }],
        ['ipv4', { pattern: '^10\\.' }],
        ['ipv6', { minLength: 39 }],
      ] as const
    ).map(([format, limit]) => [`the format ${format} with ${JSON.stringify(limit)}`, { type: 'string', format, ...limit }]),
  ),
  // An `enum` with further keywords that say how to make texts.
  ...Object.fromEntries(
    [
      { format: 'date-time', enum: ['2024-01-02T03:04:05Z'] },
      { format: 'date-time', const: '2024-01-02T03:04:05Z' },
      { format: 'time', enum: ['03:04:05Z'] },
      { format: 'duration', enum: ['P1Y'] },
      { pattern: '^[A-Z]+$', enum: ['GBP', 'EUR'] },
      { pattern: '^[A-Z]+$', enum: ['eur', 'EUR'] },
      { maxLength: 1, enum: ['ab', '😀'] },
    ].map((text) => [`a listed text, ${JSON.stringify(text)}`, { type: 'string', ...text }]),
  ),
  'the largest number of a format': { type: 'integer', format: 'int32', minimum: 2147483647 },
  'the smallest number of a format': { type: 'integer', format: 'int32', maximum: -2147483647 },
  'small fractions': { type: 'number', multipleOf: 0.000001, minimum: -90, maximum: 90 },
  ...Object.fromEntries(
    [{}, { items: {} }, { items: true }, { prefixItems: [{ const: 1 }] }].map((part) => [
      `different items of any kind, ${JSON.stringify(part)}`,
      { type: 'array', minItems: 3, uniqueItems: true, ...part },
    ]),
  ),
  'a required name that matches a pattern': {
    type: 'object',
    required: ['x-a', 'other'],
    patternProperties: { '^x-': { const: 2 } },
    additionalProperties: { const: 3 },
  },
  ...Object.fromEntries(
    [
      { $ref: '#/components/schemas/Language' },
      { minLength: 2, maxLength: 2 },
      { minLength: 9 },
      { maxLength: 3 },
      { format: 'uuid' },
      { const: 'a' },
    ].map((propertyNames) => [
      `names like ${JSON.stringify(propertyNames)}`,
      { type: 'object', minProperties: 1, propertyNames, additionalProperties: { type: 'integer' } },
    ]),
  ),
  'names by a pattern beside one that is described': {
    type: 'object',
    properties: { ab: { const: 1 } },
    required: ['ab'],
    propertyNames: { pattern: '^[a-z]{2}$' },
    minProperties: 2,
  },
  'a name that is required and not described': object({ a: text }, ['a', 'b']),
  'a name that another part describes': { allOf: [object({ a: { type: 'integer' } }), { required: ['a', 'b'] }] },
  'two patterns': { allOf: [{ type: 'string', pattern: '^[a-z]' }, { pattern: '[0-9]$' }] },
  'a text by rules': object(
    { secret: { type: 'string', minLength: 12, allOf: ['[A-Z]', '[a-z]', '\\d'].map((pattern) => ({ pattern })) } },
    ['secret'],
  ),
  'a pattern with lookaheads': { type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d)(?=.*[!#])[A-Za-z\\d!#]{8,}$' },
  'alternatives that share their names': {
    oneOf: [object({ kind: text, a: text }), object({ kind: text, b: { type: 'integer' } })],
  },
  'an alternative within another': { oneOf: [object({ name: text }, ['name']), object({ name: text, id: text }, ['name'])] },
  // Alternatives that allow the same values in the middle.
  ...Object.fromEntries(
    [
      { oneOf: [{ type: 'integer' }, { type: 'number' }] },
      {
        oneOf: [
          { type: 'number', minimum: 0 },
          { type: 'number', maximum: 10 },
        ],
      },
      { oneOf: [{ type: 'string' }, { type: 'string', maxLength: 30 }] },
      { oneOf: [{ type: 'string' }, { type: 'string', format: 'email' }] },
      {
        oneOf: [
          { type: 'string', pattern: '^[a-z ]*$' },
          { type: 'string', minLength: 1 },
        ],
      },
      { oneOf: [{ enum: ['a', 'b'] }, { enum: ['a', 'c'] }] },
      { oneOf: [{ type: ['string', 'null'] }, { type: ['string', 'integer'] }] },
      { oneOf: [{ type: 'boolean' }, { const: true }] },
      {
        oneOf: [
          { type: 'array', items: { type: 'integer' } },
          { type: 'array', items: { type: 'number' } },
        ],
      },
      {
        oneOf: [
          { type: 'array', items: text },
          { type: 'array', items: text, maxItems: 2 },
        ],
      },
      { oneOf: [object({ a: { type: 'integer' } }, ['a']), object({ a: { type: 'number' } }, ['a'])] },
      { oneOf: [object({ a: text }, ['a']), object({ a: { ...text, enum: ['x'] } }, ['a'])] },
      { type: 'string', not: { maxLength: 30 } },
      { type: ['integer', 'string'], not: { type: 'integer' } },
      { type: 'integer', not: { minimum: 0 } },
      { ...object({ kind: text, b: text }, ['kind']), not: object({ b: text }, ['b']) },
      { ...object({ kind: text }, ['kind']), not: object({ kind: { minLength: 3 } }, ['kind']) },
      { type: 'integer', oneOf: [{ minimum: 21 }, { oneOf: [{ minimum: 21 }, { minimum: 16, maximum: 21 }] }] },
      { type: 'array', if: { type: 'null' }, then: { type: 'number' }, else: { minItems: 1 } },
      { type: 'number', minimum: 2.5, exclusiveMinimum: 1.5, maximum: 2.5, exclusiveMaximum: 3 },
    ].map((schema) => [JSON.stringify(schema), schema]),
  ),
  'alternatives in a list': {
    type: 'array',
    minItems: 2,
    items: { oneOf: ['a', 'b', 'c'].map((name) => object({ [name]: text })) },
  },
  'an object in itself or null': { $ref: '#/components/schemas/Linked' },
  'many that contain each other': { allOf: [1, 2, 3].map((number) => ({ $ref: `#/components/schemas/Each${number}` })) },
  'a list in allOf': object(
    {
      items: {
        allOf: [{ type: 'array', minItems: 2, items: object({ code: { type: 'string', pattern: '^[A-Z]{3}$' } }, ['code']) }],
      },
    },
    ['items'],
  ),
  'numbers with a format of texts': object(
    Object.fromEntries(['decimal', 'date-time', 'byte'].map((format) => [format, { type: 'number', format }])),
    ['decimal', 'date-time', 'byte'],
  ),
  'limits in several parts': {
    allOf: [
      { type: 'number', minimum: 5 },
      { type: 'integer', maximum: 7 },
    ],
  },
  'names of a type that are required': object({}, ['a'], { additionalProperties: { type: 'integer' }, minProperties: 3 }),
  'pointer~/name': { type: 'object', required: ['a/b~c'], properties: { 'a/b~c': { type: 'string', pattern: '^x+$' } } },
};
const authored = { code: 'this is what the author wrote' };

const description = {
  openapi: '3.1.0',
  info: { title: 'Made', version: '1' },
  paths: Object.fromEntries(
    [...Object.entries(schemas), ['authored', schemas.pattern] as const].map(([name, schema]) => [
      `/${encodeURIComponent(name)}`,
      {
        get: {
          operationId: name,
          responses: {
            200: {
              description: 'Made',
              content: { 'application/json': { schema, ...(name === 'authored' && { example: authored }) } },
            },
          },
        },
      },
    ]),
  ),
  components: {
    schemas: {
      Linked: object({ next: { anyOf: [{ $ref: '#/components/schemas/Linked' }, { type: 'null' }] } }, ['next']),
      ...Object.fromEntries(
        [1, 2, 3].map((number) => [
          `Each${number}`,
          object({
            all: { type: 'array', items: { allOf: [1, 2, 3].map((other) => ({ $ref: `#/components/schemas/Each${other}` })) } },
          }),
        ]),
      ),
      Language: { type: 'string', enum: ['de', 'en', 'fr'] },
      Category: {
        type: 'object',
        required: ['id', 'title'],
        properties: {
          id: { type: 'string', pattern: '^c[0-9]{2}$' },
          title: { type: 'string' },
          parent: { $ref: '#/components/schemas/Category' },
          children: { type: 'array', items: { $ref: '#/components/schemas/Category' } },
        },
      },
    },
  },
} as unknown as Description;

let mock: Mock;
/** Another mock of the same description. */
let again: InProcessMock;
const endings: Array<() => unknown> = [];
beforeAll(async () => {
  const directory = await temporaryDirectory({ onTestFinished: (ending) => void endings.push(ending as () => unknown) });
  const file = join(directory, 'openapi.json');
  await writeFile(file, JSON.stringify(description));
  mock = await startMock({ port: 0, description: file });
  again = await createMock({ description: file });
});
afterAll(async () => {
  await mock.close();
  for (const end of endings) await end();
});

const problems = responseValidator(description);
const get = (path: string, headers: Record<string, string> = {}) => send(mock.url, { method: 'GET', path, headers });
const operations = documentedOperations(description).filter(({ operationId }) => operationId !== 'authored');

describe.each(operations)('what is made of the schema "$operationId"', (operation) => {
  test('is valid by it', async () => {
    const response = await get(operation.path);
    expect(response.status).toBe(200);
    expect(problems(operation, response), response.body).toEqual([]);
  });

  test('is the same each time', async () => {
    const other = await again.fetch(`http://mock${operation.path}`);
    expect(await other.text()).toBe((await get(operation.path)).body);
  });

  test('is valid by it when it is made at random', async () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const response = await get(operation.path, { Prefer: `dynamic=true, seed=${seed}` });
      expect(problems(operation, response), response.body).toEqual([]);
    }
  });
});

test('at random, a schema that contains itself has other values and alternatives from time to time', async () => {
  const components = {
    schemas: {
      Node: object(
        {
          kind: { enum: ['a', 'b', 'c'] },
          either: { oneOf: [{ const: 'x' }, { const: 'y' }] },
          nodes: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
        },
        ['kind', 'either', 'nodes'],
      ),
    },
  };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } };
  const paths = { '/a': { get: { responses: { 200: { description: 'Made', content } } } } };
  const other = await createMock({ description: { openapi: '3.1.0', paths, components } });
  const made = async (seed: number): Promise<string> =>
    (await other.fetch('http://mock/a', { headers: { prefer: `dynamic=true, seed=${seed}` } })).text();
  const all = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(made));
  const roots = all.map((one) => JSON.parse(one) as { kind: string; either: string; nodes: unknown[] });
  expect(new Set(roots.map(({ kind }) => kind))).toEqual(new Set(['a', 'b', 'c']));
  expect(new Set(roots.map(({ either }) => either))).toEqual(new Set(['x', 'y']));
  expect(new Set(roots.map(({ nodes }) => nodes.length)).size).toBeGreaterThan(1);
  expect(await made(1)).toBe(all[0]);
});

const nothing = [
  { not: {} },
  { type: 'string', minLength: 5, maxLength: 3 },
  { allOf: [{ type: 'integer' }, { type: 'string' }] },
  { type: 'string', pattern: '^a$', minLength: 3 },
  object({ a: { $ref: '#/components/schemas/Endless' } }, ['a']),
];
test.each(nothing)('that a schema has no value is found after few attempts: %j', async (schema) => {
  const components = { schemas: { Endless: object({ a: { $ref: '#/components/schemas/Endless' } }, ['a']) } };
  const paths = { '/a': { get: { responses: { 200: { description: 'Made', content: { 'application/json': { schema } } } } } } };
  const other = await createMock({ description: { openapi: '3.1.0', paths, components } });
  const check = vi.spyOn(Schemas.prototype, 'check');
  onTestFinished(() => check.mockRestore());
  const response = await other.fetch('http://mock/a');
  expect([response.status, check.mock.calls.length < 100]).toEqual([500, true]);
});

test.each(['', 'dynamic=true'])('a response has no write-only property (%s)', async (prefer) => {
  const password = { type: 'string', writeOnly: true };
  const schema = { type: 'object', required: ['name', 'password'], properties: { name: { type: 'string' }, password } };
  const responses = { 200: { description: 'Made', content: { 'application/json': { schema } } } };
  const other = await createMock({ description: { openapi: '3.1.0', paths: { '/a': { get: { responses } } } } });
  const response = await other.fetch('http://mock/a', { headers: prefer === '' ? {} : { prefer } });
  const made = (await response.json()) as object;
  expect(made).toHaveProperty('name');
  expect(made).not.toHaveProperty('password');
  expect(response.headers.get('sl-violations')).toBe(null);
});

test.each([
  { allOf: {} },
  { oneOf: 5 },
  { properties: null },
  { patternProperties: { '(': {} } },
  { enum: 'a' },
  { maxLength: '5', type: 'string' },
  { required: 'a' },
  { type: 'string', contentMediaType: 5 },
  { type: 'array', items: [null] },
  { $ref: '#/components/schemas/None' },
])('a keyword that has not the form of its own is left out: %o', async (part) => {
  const schema = { type: 'object', required: ['id', 'part'], properties: { id: { type: 'integer' }, part } };
  const content = { 'application/json': { schema }, 'application/xml': { schema } };
  const paths = { '/a': { get: { responses: { 200: { description: 'Made', content } } } } };
  const other = await createMock({ description: { openapi: '3.1.0', paths } });
  for (const accept of Object.keys(content)) {
    const response = await other.fetch('http://mock/a', { headers: { accept } });
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('id')]);
  }
});

test.each(['', 'dynamic=true'])('a dynamic reference is followed (%s)', async (prefer) => {
  const schema = {
    $id: 'https://example.com/list',
    $defs: { item: { $dynamicAnchor: 'item', const: 2 } },
    type: 'array',
    minItems: 1,
    maxItems: 1,
    items: { $dynamicRef: '#item' },
  };
  const responses = { 200: { description: 'Made', content: { 'application/json': { schema } } } };
  const other = await createMock({ description: { openapi: '3.1.0', paths: { '/a': { get: { responses } } } } });
  const response = await other.fetch('http://mock/a', { headers: prefer === '' ? {} : { prefer } });
  expect(await response.json()).toEqual([2]);
});

/** Schemas that Ajv alone does not validate, and what a value of them has. */
const parents = {
  Pet: object({ kind: text }, ['kind'], {
    oneOf: ['Cat', 'Dog'].map((name) => ({ $ref: `#/components/schemas/${name}` })),
    discriminator: { propertyName: 'kind' },
  }),
  Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, object({ meows: { type: 'integer' } }, ['meows'])] },
  Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, object({ barks: text }, ['barks'])] },
  Page: {
    $id: 'https://example.com/page',
    $defs: { item: { $dynamicAnchor: 'item', not: {} } },
    ...object({ items: { type: 'array', minItems: 1, items: { $dynamicRef: '#item' } } }, ['items']),
  },
  People: {
    $id: 'https://example.com/people',
    $defs: { item: { $dynamicAnchor: 'item', ...object({ id: { type: 'integer' } }, ['id']) } },
    $ref: 'page',
  },
};

test.each([
  ['a parent with alternatives that contain it', 'Pet', { kind: expect.any(String) as string }],
  ['an alternative that contains its parent', 'Cat', { kind: expect.any(String) as string, meows: expect.any(Number) as number }],
  ['a page of items of a given type', 'People', { items: [{ id: expect.any(Number) as number }] }],
])('%s is made', async (_, name, expected) => {
  const schema = { $ref: `#/components/schemas/${name}` };
  const responses = { 200: { description: 'Made', content: { 'application/json': { schema } } } };
  const description = { openapi: '3.1.0', paths: { '/a': { get: { responses } } }, components: { schemas: parents } };
  const other = await createMock({ description });
  const response = await other.fetch('http://mock/a');
  expect([response.headers.get('sl-violations'), await response.json()]).toEqual([null, expect.objectContaining(expected)]);
  const random = await other.fetch('http://mock/a', { headers: { prefer: 'dynamic=true' } });
  expect([random.status, random.headers.get('sl-violations')]).toEqual([200, null]);
});

test('what has an example and no schema is the same at random', async () => {
  const responses = { 200: { description: 'Made', content: { 'application/json': { example: authored } } } };
  const other = await createMock({ description: { openapi: '3.1.0', paths: { '/a': { get: { responses } } } } });
  const response = await other.fetch('http://mock/a', { headers: { prefer: 'dynamic=true' } });
  expect([response.status, await response.json()]).toEqual([200, authored]);
});

test.each([
  [{ type: 'string', enum: [null] }, 'body must be string'],
  [{ oneOf: [object({ a: text }), object({ a: text })] }, 'body must match exactly one schema in oneOf'],
  [{ $ref: '#/components/schemas/Endless' }, 'body.child.child is missing'],
])('a schema without a value asks for an example, and an invalid request still gets its status: %o', async (schema, reason) => {
  const content = { 'application/json': { schema } };
  const Endless = object({ child: { $ref: '#/components/schemas/Endless' } }, ['child']);
  const operation = {
    parameters: [{ name: 'n', in: 'query', schema: { type: 'integer' } }],
    responses: { 200: { description: 'Made', content }, 400: { description: 'Refused', content } },
  };
  const other = await createMock({
    description: { openapi: '3.1.0', paths: { '/a': { get: operation } }, components: { schemas: { Endless } } },
  });
  const asked = await other.fetch('http://mock/a');
  expect([asked.status, await asked.text()]).toEqual([500, expect.stringContaining(`(${reason}): add an example`)]);
  const refused = await other.fetch('http://mock/a?n=x');
  expect([refused.status, await refused.json()]).toEqual([400, expect.objectContaining({ detail: 'query.n must be integer.' })]);
});

test('what cannot be made asks for an example', async () => {
  const responses = {
    200: { description: 'Made', content: { 'application/json': { schema: { type: 'integer', minimum: 2, maximum: 1 } } } },
  };
  const other = await createMock({ description: { openapi: '3.1.0', paths: { '/a': { get: { responses } } } }, errors: true });
  const response = await other.fetch('http://mock/a');
  expect([response.status, await response.text()]).toEqual([
    500,
    expect.stringContaining('cannot be made from its schema (body must be integer): add an example'),
  ]);
});

test('whoever requires the names that Prism makes values of gets the module itself', () => {
  const ofPrism = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-http'));
  expect(Object.keys(ofPrism('@faker-js/faker') as object)).toEqual(expect.arrayContaining(['Faker', 'faker']));
});

test('a recursive schema is followed before it ends', async () => {
  const { body } = await get('/recursive');
  expect(JSON.parse(body)).toMatchObject({ parent: { title: 'string' } });
});

test('an example that its schema does not allow stays what the author wrote', async () => {
  expect(JSON.parse((await get('/authored')).body)).toEqual(authored);
});

test.each(['', 'dynamic=true', 'dynamic=true, seed=a'])('a text that is to hold JSON holds some (%s)', async (prefer) => {
  const Held = { type: 'object', required: ['code'], properties: { code: { type: 'string', pattern: '^[a-z]{3}$' } } };
  const held = { type: 'string', contentMediaType: 'application/json', contentSchema: { $ref: '#/components/schemas/Held' } };
  const whole = { type: 'object', required: ['data'], properties: { data: held, kept: { ...held, example: '[1]' } } };
  const content = {
    'text/plain': { schema: held },
    'application/json': { schema: whole },
    'text/event-stream': { itemSchema: { type: 'object', required: ['data'], properties: { data: held } } },
  };
  const paths = { '/a': { get: { responses: { 200: { description: 'Made', content } } } } };
  const other = await createMock({ description: { openapi: '3.2.0', paths, components: { schemas: { Held } } } });
  const texts = await Promise.all(
    Object.keys(content).map(async (accept) => (await other.fetch('http://mock/a', { headers: { accept, prefer } })).text()),
  );
  const [text = '', json = '', events = ''] = texts;
  const { data, kept } = JSON.parse(json) as { data: string; kept?: string };
  const event = /^data: (.*)$/m.exec(events)?.[1] ?? '';
  for (const one of [text, data, event])
    expect(JSON.parse(one)).toMatchObject({ code: expect.stringMatching(/^[a-z]{3}$/) as string });
  if (prefer === '') expect(kept).toBe('[1]');
});

test.each(['', 'dynamic=true, seed=a'])('JSON in a text is made valid, as a body is (%s)', async (prefer) => {
  const name = { type: 'string', pattern: '^[a-z]{3}$' };
  const parts = {
    type: 'object',
    required: ['a', 'b', 'n'],
    properties: { a: name, b: { not: { type: 'string' } }, n: { multipleOf: 7, minimum: 1 } },
  };
  const oneOf = [
    { type: 'object', required: ['c'], properties: { c: name } },
    { type: 'object', required: ['d'], properties: { d: name } },
  ];
  const held = (contentSchema: object): object => ({ type: 'string', contentMediaType: 'application/json', contentSchema });
  const list = (items: Schema): Schema & { uniqueItems: true } => ({ type: 'array', minItems: 2, uniqueItems: true, items });
  const all = {
    parts,
    choice: { oneOf },
    list: list({ enum: [1, 2] }),
    deep: { type: 'object', required: ['x'], properties: { x: parts } },
  };
  const event = (data: object): object => ({ type: 'object', required: ['data'], properties: { data } });
  const chosen = {
    required: ['event', 'data'],
    properties: { event: { type: 'string' } },
    oneOf: [{ properties: { event: { const: 'a' }, data: held(parts) } }],
  };
  const itemSchemas = { ...Object.fromEntries(Object.entries(all).map(([key, one]) => [key, event(held(one))])), chosen };
  const paths = Object.fromEntries(
    Object.entries(itemSchemas).map(([key, itemSchema]) => [
      `/${key}`,
      { get: { responses: { 200: { description: 'Made', content: { 'text/event-stream': { itemSchema } } } } } },
    ]),
  );
  const other = await createMock({ description: { openapi: '3.2.0', paths } });
  const schemas = new Schemas({
    openapi: '3.2.0',
    info: { title: '', version: '' },
    components: { schemas: { ...all, chosen: parts } },
  });
  for (const key of Object.keys(itemSchemas)) {
    const text = await (await other.fetch(`http://mock/${key}`, { headers: { prefer } })).text();
    const value: unknown = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? '');
    expect([key, schemas.check(`/components/schemas/${key}`, value, 'response')]).toEqual([key, []]);
  }
});

test('what Prism warns of is validated, and not printed', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => {
    warn.mockRestore();
  });
  const schema = { allOf: [{ type: 'array', items: { type: 'integer' } }, { minItems: 1 }] };
  const responses = { 200: { description: 'Made', content: { 'application/json': { schema } } } };
  const other = await createMock({ description: { openapi: '3.1.0', paths: { '/a': { get: { responses } } } } });
  const response = await other.fetch('http://mock/a');
  expect([response.headers.get('sl-violations'), warn.mock.calls]).toEqual([null, []]);
});
