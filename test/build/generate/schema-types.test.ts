import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderTypes } from '../../../src/build/generate/schema-file.js';
import type { Description, Operation, Schema } from '../../../src/description/types.js';
import { typeProblems, type TypeProblem } from '../../support/type-check.js';

/** The TypeScript type of a schema: in requests (`sent`), in responses (`received`), or in both. */
interface Row {
  schema: object;
  right?: string[];
  wrong?: string[];
  sent?: { right?: string[]; wrong?: string[] };
  received?: { right?: string[]; wrong?: string[] };
}

const text = { type: 'string' };
const integer = { type: 'integer' };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const kind = (...values: string[]): object => ({ type: 'string', ...(values.length > 0 && { enum: values }) });

const schemas = {
  Account: {
    type: 'object',
    required: ['id', 'name', 'password'],
    properties: {
      id: { ...text, readOnly: true },
      name: text,
      password: { ...text, writeOnly: true },
      limit: { ...integer, default: 10 },
    },
  },
  Stamp: { ...text, readOnly: true },
  Note: { type: 'object', required: ['at', 'text'], properties: { at: ref('Stamp'), text } },
  Branch: {
    type: 'object',
    required: ['account'],
    properties: { account: ref('Account'), branches: { type: 'array', items: ref('Branch') } },
  },
  AccountRequest_: text,
  TextPost: { type: 'object', required: ['kind', 'text'], properties: { kind: kind('text'), text } },
  QuotePost: { type: 'object', required: ['kind', 'of'], properties: { kind: kind('quote'), of: text } },
  Cat: { type: 'object', required: ['kind'], properties: { kind: kind(), lives: integer } },
  Dog: { type: 'object', required: ['kind'], properties: { kind: kind(), barks: { type: 'boolean' } } },
  Pet: {
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type', mapping: { c: 'Kitten' } },
    properties: { type: text },
  },
  Kitten: { allOf: [ref('Pet'), { type: 'object', properties: { age: integer } }] },
  Base: { type: 'object', properties: { a: text, b: integer } },
  Flagged: { type: 'object', properties: { id: { ...text, readOnly: true }, secret: { ...text, writeOnly: true } } },
  Order: {
    type: 'object',
    required: ['lines'],
    properties: { lines: { type: 'array', items: { $ref: '#/components/schemas/Order/$defs/line' } }, first: { type: 'object' } },
    $defs: {
      line: {
        type: 'object',
        required: ['count'],
        properties: { count: integer, parts: { type: 'array', items: { $ref: '#/components/schemas/Order/$defs/line' } } },
      },
    },
  },
  Json: {
    anyOf: [
      text,
      integer,
      { type: 'null' },
      { type: 'array', items: ref('Json') },
      { type: 'object', additionalProperties: ref('Json') },
    ],
  },
  // Each contains itself by way of the other.
  Even: { type: 'array', items: ref('Odd') },
  Odd: { type: 'array', prefixItems: [integer, ref('Even')], items: false, minItems: 1 },
  Both: { allOf: [{ type: 'object' }, { type: 'object', required: ['own'], properties: { own: ref('Base'), note: text } }] },
};
const cats = (mapping?: object): object => ({
  oneOf: [ref('Cat'), ref('Dog')],
  discriminator: { propertyName: 'kind', ...(mapping && { mapping }) },
});

const within = (pointer: string): object => ({ $ref: `#/components/schemas/${pointer}` });

const rows: Record<string, Row> = {
  '$defs, which are no property': {
    schema: ref('Order'),
    right: ['{ lines: [{ count: 1, parts: [{ count: 2 }] }] }'],
    wrong: ['{ lines: [{ count: "1" }] }', '{ lines: [{ count: 1, parts: [{}] }] }', '{ lines: [], $defs: {} }'],
  },
  'JSON, which may be a list of JSON': {
    schema: ref('Json'),
    right: ['[1, "a", null, { a: [[], { b: null }] }]'],
    wrong: ['[true]', '{ a: [undefined] }'],
  },
  'lists that contain each other': {
    schema: ref('Even'),
    right: ['[]', '[[1, [[2, []]]]]'],
    wrong: ['[1]', '[[1, [[""]]]]'],
  },
  'a reference to a part of an allOf': {
    schema: { type: 'object', properties: { p: within('Both/allOf/1') } },
    right: ['{ p: { own: { a: "a" } } }'],
    wrong: ['{ p: {} }', '{ p: "a" }'],
  },
  'a reference to the items of a list': {
    schema: { type: 'object', properties: { p: within('Order/properties/lines/items') } },
    right: ['{ p: { count: 1 } }'],
    wrong: ['{ p: { count: "1" } }'],
  },
  'a list of what a property is that may be missing': {
    schema: { type: 'array', items: within('Base/properties/a') },
    right: ['["a"]'],
    wrong: ['[undefined]', '[1]'],
  },
  'a reference to a body': {
    schema: { type: 'array', items: { $ref: '#/paths/~1others/post/responses/200/content/application~1json/schema' } },
    right: ['[{ b: 1 }]'],
    wrong: ['[{ b: "1" }]', '[1]'],
  },
  'properties beside a reference': {
    schema: { ...ref('Base'), required: ['z'], properties: { z: text } },
    right: ['{ a: "a", z: "z" }'],
    wrong: ['{ a: "a" }', '{ a: 1, z: "z" }'],
  },
  'what a reference leads to, required beside it': {
    schema: { ...ref('Base'), required: ['b'] },
    right: ['{ b: 1 }'],
    wrong: ['{}', '{ b: "1" }'],
  },
  'a part and an enum beside a reference': {
    schema: {
      type: 'object',
      properties: { k: { $ref: '#/components/schemas/AccountRequest_', enum: ['x'], description: 'One.' } },
    },
    right: ['{ k: "x" }'],
    wrong: ['{ k: "y" }'],
  },
  'a constant of null': {
    schema: { type: 'object', required: ['n'], properties: { n: { const: null } } },
    right: ['{ n: null }'],
    wrong: ['{ n: 1 }', '{ n: undefined }'],
  },
  'properties that take any value, or none': {
    schema: { type: 'object', required: ['any'], properties: { any: true, none: false } },
    right: ['{ any: 1 }', '{ any: undefined }'],
    wrong: ['{}', '{ any: 1, none: 1 }'],
  },
  'a part that takes any value': {
    schema: { allOf: [true, ref('Base')] },
    right: ['{ a: "a" }'],
    wrong: ['{ a: 1 }'],
  },
  'a list that has no items': {
    schema: { type: 'object', properties: { l: { type: 'array', items: false } } },
    right: ['{ l: [] }'],
    wrong: ['{ l: [1] }'],
  },
  'a tuple or null': {
    schema: { type: ['array', 'null'], prefixItems: [text, integer], minItems: 2, items: false },
    right: ['["a", 1]', 'null'],
    wrong: ['["a"]', '["a", 1, 2]', '"a"'],
  },
  'readOnly and writeOnly': {
    schema: ref('Account'),
    sent: { right: ['{ name: "a", password: "p" }'], wrong: ['{ name: "a" }', '{ id: "1", name: "a", password: "p" }'] },
    received: { right: ['{ id: "1", name: "a" }'], wrong: ['{ name: "a" }', '{ id: "1", name: "a", password: "p" }'] },
  },
  'readOnly of what a property refers to': {
    schema: ref('Note'),
    sent: { right: ['{ text: "a" }'], wrong: ['{ at: "1", text: "a" }'] },
    received: { right: ['{ at: "1", text: "a" }'], wrong: ['{ text: "a" }'] },
  },
  'readOnly below lists, maps, alternatives and circles': {
    schema: { type: 'array', items: { anyOf: [ref('Branch'), { type: 'object', additionalProperties: ref('Note') }] } },
    sent: {
      right: ['[{ account: { name: "a", password: "p" }, branches: [] }, { x: { text: "a" } }]'],
      wrong: ['[{ account: { id: "1", name: "a" } }]'],
    },
    received: {
      right: ['[{ account: { id: "1", name: "a" } }, { x: { at: "1", text: "a" } }]'],
      wrong: ['[{ x: { text: "a" } }]'],
    },
  },
  'readOnly required by another part': {
    schema: { allOf: [ref('Account'), { type: 'object', properties: { more: text }, required: ['id', 'more'] }] },
    sent: { right: ['{ name: "a", password: "p", more: "b" }'], wrong: ['{ name: "a", password: "p" }'] },
    received: { right: ['{ id: "1", name: "a", more: "b" }'], wrong: ['{ name: "a", more: "b" }'] },
  },
  'readOnly and writeOnly of another schema, required by a part alone': {
    schema: { allOf: [ref('Flagged'), { required: ['id', 'secret', 'more'], properties: { more: text } }] },
    sent: { right: ['{ secret: "s", more: "b" }'], wrong: ['{ more: "b" }', '{ secret: "s" }'] },
    received: { right: ['{ id: "1", more: "b" }'], wrong: ['{ more: "b" }', '{ id: "1" }'] },
  },
  default: {
    schema: { type: 'object', required: ['b'], properties: { a: { ...text, default: 'x' }, b: { ...text, default: 'x' } } },
    right: ['{ b: "x" }', '{ a: "y", b: "x" }'],
    wrong: ['{ a: "y" }'],
  },
  'an object of any properties': { schema: { type: 'object' }, right: ['{}', '{ a: 1, b: {} }'], wrong: ['1', '"a"'] },
  'an object without properties': { schema: { type: 'object', additionalProperties: false }, right: ['{}'], wrong: ['{ a: 1 }'] },
  'further properties beside named ones': {
    schema: {
      type: 'object',
      required: ['id'],
      properties: { id: integer, on: { type: 'boolean' } },
      additionalProperties: text,
    },
    right: ['{ id: 1 }', '{ id: 1, on: true, colour: "red" }'],
    wrong: ['{ id: "1" }', '{ colour: "red" }', '{ id: 1, colour: {} }'],
  },
  'further properties by their names': {
    schema: { type: 'object', required: ['id'], properties: { id: integer }, patternProperties: { '^x-': text } },
    right: ['{ id: 1, "x-a": "b" }'],
    wrong: ['{ "x-a": "b" }', '{ id: 1, "x-a": {} }'],
  },
  'further properties of any kind': {
    schema: {
      type: 'object',
      required: ['id'],
      properties: { id: integer },
      patternProperties: { '^x-': text },
      additionalProperties: true,
    },
    right: ['{ id: 1, a: {} }'],
    wrong: ['{ id: "1" }'],
  },
  'a discriminator whose property says its values': {
    schema: { oneOf: [ref('TextPost'), ref('QuotePost')], discriminator: { propertyName: 'kind' } },
    right: ['{ kind: "text", text: "a" }'],
    wrong: ['{ kind: "TextPost", text: "a" }', '{ kind: "quote", text: "a" }'],
  },
  'a discriminator without a mapping': {
    schema: cats(),
    right: ['{ kind: "Cat", lives: 9 }', '{ kind: "Dog", barks: true }'],
    wrong: ['{ kind: "cat" }', '{ kind: "Dog", lives: 9 }'],
  },
  'a discriminator that maps names': {
    schema: cats({ cat: 'Cat', dog: 'Dog' }),
    right: ['{ kind: "cat", lives: 9 }'],
    wrong: ['{ kind: "Cat" }', '{ kind: "dog", lives: 9 }'],
  },
  'a discriminator that maps references, several to one': {
    schema: cats({ cat: '#/components/schemas/Cat', lion: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' }),
    right: ['{ kind: "lion", lives: 9 }', '{ kind: "cat" }'],
    wrong: ['{ kind: "lion", barks: true }'],
  },
  'a discriminator that leaves the schemas as they are elsewhere': {
    schema: ref('Cat'),
    right: ['{ kind: "anything" }'],
    wrong: ['{}'],
  },
  'a discriminator of a parent': {
    schema: ref('Kitten'),
    right: ['{ type: "c", age: 1 }'],
    wrong: ['{ age: 1 }', '{ type: "d" }'],
  },
  'alternatives of what is required': {
    schema: { ...schemas.Base, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    right: ['{ a: "x" }', '{ b: 1 }', '{ a: "x", b: 1 }'],
    wrong: ['{}', '{ a: 1 }', '1'],
  },
  'alternatives of what is required of another schema': {
    schema: { allOf: [ref('Base')], oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    right: ['{ a: "x" }'],
    wrong: ['{}', '{ b: "x" }'],
  },
  'a part that requires': {
    schema: { allOf: [ref('Base'), { required: ['a'] }] },
    right: ['{ a: "x" }'],
    wrong: ['{}', '{ b: 1 }'],
  },
  'a part that requires, beside properties of its own': {
    schema: { allOf: [ref('Base'), { type: 'object', required: ['a', 'c'], properties: { c: text } }] },
    right: ['{ a: "x", c: "y" }', '{ a: "x", b: 1, c: "y" }'],
    wrong: ['{ c: "y" }', '{ a: 1, c: "y" }'],
  },
  'a whole that requires what a part describes': {
    schema: { type: 'object', required: ['a', 'c'], properties: { c: text }, allOf: [ref('Base')] },
    right: ['{ a: "x", c: "y" }'],
    wrong: ['{ c: "y" }', '{ a: 1, c: "y" }'],
  },
  'a part that requires what the whole describes': {
    schema: { type: 'object', properties: { a: text }, allOf: [{ required: ['a', 'c'], properties: { c: text } }] },
    right: ['{ a: "x", c: "y" }'],
    wrong: ['{ c: "y" }', '{ a: 1, c: "y" }'],
  },
  'an alternative that requires what the whole describes': {
    schema: {
      type: 'object',
      properties: { a: text },
      oneOf: [
        { properties: { kind: { const: 1 } }, required: ['kind', 'a'] },
        { properties: { kind: { const: 2 } }, required: ['kind'] },
      ],
    },
    right: ['{ kind: 1, a: "x" }', '{ kind: 2 }'],
    wrong: ['{ kind: 1 }', '{ a: "x" }'],
  },
  'a whole that requires what its alternatives describe': {
    schema: { type: 'object', required: ['kind'], oneOf: [{ properties: { kind: { const: 1 } } }, ref('Cat'), ref('Kitten')] },
    right: ['{ kind: 1 }', '{ kind: "x", lives: 9 }'],
    wrong: ['{}', '{ kind: 2 }'],
  },
  'a required property of which nothing is said': {
    schema: { type: 'object', required: ['a', 'x'], properties: { a: text } },
    right: ['{ a: "x", x: 1 }'],
    wrong: ['{ a: "x" }'],
  },
  'a required property, and nothing more': {
    schema: { type: 'object', required: ['x'] },
    right: ['{ x: 1 }'],
    wrong: ['{}', '{ y: 1 }'],
  },
  'a required property of a map': {
    schema: { type: 'object', required: ['x'], additionalProperties: integer },
    right: ['{ x: 1 }', '{ x: 1, y: 2 }'],
    wrong: ['{ y: 2 }', '{ x: "a" }'],
  },
  'a required property whose name matches a pattern': {
    schema: { type: 'object', required: ['x-a'], patternProperties: { '^x-': integer }, additionalProperties: false },
    right: ['{ "x-a": 1 }'],
    wrong: ['{}', '{ "x-a": "a" }'],
  },
  'what an item requires of another schema': {
    schema: { type: 'array', items: { allOf: [ref('Base'), { required: ['a', 'c'], properties: { c: text } }] } },
    right: ['[{ a: "x", c: "y" }]'],
    wrong: ['[{ c: "y" }]'],
  },
  'alternatives beside properties': {
    schema: {
      type: 'object',
      required: ['a'],
      properties: { a: text },
      anyOf: [{ properties: { b: integer } }, { properties: { c: integer } }],
    },
    right: ['{ a: "x", b: 1 }'],
    wrong: ['{ b: 1 }', '{ a: "x", b: "y" }'],
  },
  'alternatives that say no type': {
    schema: { type: 'string', anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] },
    right: ['"::1"'],
    wrong: ['1'],
  },
  'alternatives of constants': {
    schema: { type: 'string', oneOf: [{ const: 'a' }, { const: 'b' }] },
    right: ['"a"'],
    wrong: ['"c"'],
  },
  'alternatives that may be null': {
    schema: { anyOf: [ref('Base'), { type: 'null' }] },
    right: ['null', '{ a: "x" }'],
    wrong: ['1'],
  },
  'a list with a beginning': {
    schema: { type: 'array', prefixItems: [text, integer], minItems: 1 },
    right: ['["a"]', '["a", 1]', '["a", 1, {}]'],
    wrong: ['[]', '[1]', '["a", "b"]'],
  },
  'a list with a beginning and no more': {
    schema: { type: 'array', prefixItems: [text, integer], items: false, minItems: 2 },
    right: ['["a", 1]'],
    wrong: ['["a"]', '["a", 1, 2]'],
  },
  'a file in JSON, which is text': {
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
    right: ['{ file: "a" }'],
    wrong: ['{ file: {} as Blob }'],
  },
};

/** Fields of a multipart form, with the values that the compiler accepts for them. */
const files: Record<string, { schema: object; encoding?: object; right: string[]; wrong?: string[] }> = {
  'of 3.0': { schema: { type: 'string', format: 'binary' }, right: ['{} as Blob'], wrong: ['"a"'] },
  'of 3.1': { schema: { type: 'string', contentMediaType: 'application/octet-stream' }, right: ['{} as Blob'], wrong: ['"a"'] },
  'of 3.1 without type': { schema: { contentMediaType: 'image/png' }, right: ['{} as Blob'], wrong: ['"a"'] },
  'without a schema': { schema: {}, right: ['{} as Blob'], wrong: ['"a"'] },
  'by reference': { schema: ref('Upload'), right: ['{} as Blob'], wrong: ['"a"'] },
  'of a media type that the encoding names': {
    schema: text,
    encoding: { contentType: 'image/png, image/jpeg' },
    right: ['{} as Blob'],
    wrong: ['"a"'],
  },
  'in a list': {
    schema: { type: 'array', items: { type: 'string', format: 'binary' } },
    right: ['[{} as Blob]'],
    wrong: ['["a"]'],
  },
  'that is no file, being encoded': {
    schema: { ...text, contentMediaType: 'image/png', contentEncoding: 'base64' },
    right: ['"a"'],
    wrong: ['{} as Blob'],
  },
  'that is no file, being text': { schema: text, encoding: { contentType: 'text/csv' }, right: ['"a"'], wrong: ['{} as Blob'] },
  'that is no file, being JSON': { schema: {}, encoding: { contentType: 'application/json' }, right: ['"a"', '{ a: 1 }'] },
};

const operation = (operationId: string, schema: object): Operation => {
  const content = { 'application/json': { schema: schema as Schema } };
  return { operationId, requestBody: { required: true, content }, responses: { 200: { description: 'OK', content } } };
};

const mediaType = { $ref: '#/components/mediaTypes/Named' };

const description: Description = {
  openapi: '3.1.0',
  info: { title: 'Schemas', version: '1' },
  paths: {
    ...Object.fromEntries(
      Object.entries(rows).map(([name, { schema }], index) => [`/${index}`, { post: operation(name, schema) }]),
    ),
    ...Object.fromEntries(
      Object.entries(files).map(([name, { schema, encoding }]) => {
        const form = {
          schema: { type: 'object', required: ['field'], properties: { field: schema } },
          ...(encoding && { encoding: { field: encoding } }),
        };
        const requestBody = { required: true, content: { 'Multipart/Form-Data': form } };
        return [`/files/${name}`, { post: { operationId: `file ${name}`, requestBody, responses: {} } }];
      }),
    ),
    '/others': {
      post: {
        operationId: 'body',
        responses: { 200: { description: 'OK', content: { 'application/json': { schema: ref('Base') } } } },
      },
      head: { operationId: 'head', responses: { 200: { description: 'OK', content: { 'application/json': { schema: text } } } } },
      get: {
        operationId: 'ranges',
        parameters: [
          { name: 'Accept', in: 'header', required: true, schema: text },
          { name: 'filter', in: 'query', required: true, content: { 'application/json': { schema: schemas.Base } } },
        ],
        responses: {
          '4xx': { description: 'No', content: { 'application/json': { schema: schemas.Base } } },
          304: { description: 'Same', content: { 'application/json': { schema: text } } },
        },
      },
      query: {
        operationId: 'query',
        responses: { 200: { description: 'OK', content: { 'application/json': { schema: text } } } },
      },
      put: {
        operationId: 'named media types',
        requestBody: { required: true, content: { 'application/json': mediaType } },
        responses: { 200: { description: 'OK', content: { 'application/json': mediaType } } },
      },
    },
  },
  components: {
    schemas: { ...schemas, Upload: { type: 'string', format: 'binary' } },
    mediaTypes: { Named: { $ref: '#/components/mediaTypes/Base' }, Base: { schema: ref('Base') } },
  },
} as unknown as Description;

/** Further cases: an expression that must compile, or that must not. */
const others: Array<[name: string, text: string, isRight: boolean]> = [
  ['a response to HEAD has no content', `({}) satisfies operations["head"]["responses"][200]["content"] & {}`, false],
  ['a 304 has no content', `({}) satisfies operations["ranges"]["responses"][304]["content"] & {}`, false],
  [
    'a range in small letters is a range',
    `({ a: "x" }) satisfies operations["ranges"]["responses"]["4XX"]["content"]["application/json"]`,
    true,
  ],
  ['a parameter Accept is none', `({ query: { filter: { a: "x" } } }) satisfies operations["ranges"]["parameters"]`, true],
  ['a parameter with content has its schema', `({ query: { filter: "x" } }) satisfies operations["ranges"]["parameters"]`, false],
  ['a media type of the components is sent', `({ a: 1 }) satisfies Sent<'named media types'>`, false],
  ['a media type of the components is received', `({ a: "x" }) satisfies Received<'named media types'>`, true],
  ['and has no other type', `({ a: 1 }) satisfies Received<'named media types'>`, false],
  ['the method QUERY has its type', `"x" satisfies operations["query"]["responses"][200]["content"]["application/json"]`, true],
  ['and is in no path', `({}) as paths["/others QUERY"]`, false],
];

interface Statement {
  name: string;
  text: string;
  isRight: boolean;
}
const statements: Statement[] = [
  ...Object.entries(rows).flatMap(([name, { right, wrong, sent, received }]) =>
    (['Sent', 'Received'] as const).flatMap((direction) => {
      const own = direction === 'Sent' ? sent : received;
      const of = (list: string[] = [], isRight: boolean): Statement[] =>
        list.map((value) => ({ name, text: `(${value}) satisfies ${direction}<${JSON.stringify(name)}>`, isRight }));
      return [...of(right, true), ...of(wrong, false), ...of(own?.right, true), ...of(own?.wrong, false)];
    }),
  ),
  ...Object.entries(files).flatMap(([name, { right, wrong = [] }]) =>
    [...right, ...wrong].map((value) => ({
      name: `a field ${name}`,
      text: `({ field: ${value} }) satisfies operations[${JSON.stringify(`file ${name}`)}]["requestBody"]["content"]["Multipart/Form-Data"]`,
      isRight: right.includes(value),
    })),
  ),
  ...others.map(([name, statement, isRight]) => ({ name, text: statement, isRight })),
];
const program = `import type { operations, paths } from './schema.js';
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Sent<Id extends keyof operations> = operations[Id] extends { requestBody: infer Body } ? Json<Body> : never;
type Received<Id extends keyof operations> = operations[Id]['responses'] extends { 200: infer Response } ? Json<Response> : never;
${statements.map(({ text: statement }) => `${statement};\n`).join('')}`;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'password-reset-schemas-'));
  await writeFile(join(directory, 'schema.d.ts'), renderTypes(description));
  await writeFile(join(directory, 'program.ts'), program);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('a schema has the type that it means', () => {
  it.each([
    ['alone', {}],
    ['and exactOptionalPropertyTypes', { exactOptionalPropertyTypes: true }],
  ])(
    'with strict %s',
    async (_, more) => {
      const options = { types: [], lib: ['es2022', 'dom'], skipDefaultLibCheck: true, ...more };
      const problems = await typeProblems(directory, ['program.ts', 'schema.d.ts'], options);
      expect(surprises(problems)).toEqual([]);
    },
    60_000,
  );
});

/** The statements with an unexpected verdict of the compiler, and errors in the types themselves. */
function surprises(problems: TypeProblem[]): string[] {
  const said = new Map(problems.filter(({ file }) => file === 'program.ts').map(({ line, message }) => [line - 5, message]));
  return [
    ...problems.filter(({ file }) => file !== 'program.ts').map(({ message }) => message),
    ...statements.flatMap(({ name, text: statement, isRight }, index) =>
      said.has(index) === isRight ? [`${name}: ${statement}: ${said.get(index) ?? 'compiles'}`] : [],
    ),
  ];
}
