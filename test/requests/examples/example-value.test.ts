import { expect, it } from 'vitest';
import { prepareOperations, type ContractOperation } from '../../../src/contract/operations.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { Schema } from '../../../src/description/types.js';
import { inputsWithoutExample, sampleRequest, type SampleRequest } from '../../../src/requests/sample-request.js';
import { judgeRequest } from '../../../src/verify/probes/request-judge.js';

const versions = ['3.0.4', '3.1.1', '3.2.0'] as const;

/** Components that the sources refer to. */
const schemas: Record<string, Schema> = {
  Listed: { type: 'string', enum: ['a', 'b'] },
  Chained: { $ref: '#/components/schemas/Listed' },
  Base: { type: 'object', required: ['x'], properties: { x: { type: 'string', example: 'a' } } },
  Cat: {
    type: 'object',
    required: ['kind', 'x'],
    properties: { kind: { type: 'string' }, x: { $ref: '#/components/schemas/Listed' } },
  },
  Tree: { type: 'object', required: ['child'], properties: { child: { $ref: '#/components/schemas/Tree' } } },
};
const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Where a schema says a value, and the value. `since` is the first version that has the keyword. */
const plain: Array<[source: string, schema: object, value: unknown, since?: string]> = [
  ['example', { type: 'string', example: 'a' }, 'a'],
  ['examples', { type: 'string', examples: ['a', 'b'] }, 'a', '3.1'],
  ['const', { const: 'a', default: 'b' }, 'a', '3.1'],
  ['default', { type: 'string', default: 'a', enum: ['b', 'a'] }, 'a'],
  ['enum', { type: 'string', enum: ['a', 'b'] }, 'a'],
  ['enum of numbers', { type: 'integer', enum: [2, 1] }, 2],
  ['enum of truth', { type: 'boolean', enum: [true] }, true],
  ['enum that begins with null', { type: 'string', nullable: true, enum: [null, 'a'] }, 'a', '3.0 only'],
  ['enum of types that begins with null', { type: ['null', 'string'], enum: [null, 'a'] }, 'a', '3.1'],
  ['enum of which the first is too short', { type: 'string', minLength: 2, enum: ['a', 'bb'] }, 'bb'],
  ['a reference', reference('Listed'), 'a'],
  ['a reference to a reference', reference('Chained'), 'a'],
  ['beside a reference', { ...reference('Listed'), const: 'b' }, 'b', '3.1'],
  ['beside a reference, which does not count', { ...reference('Listed'), example: 'b' }, 'a', '3.0 only'],
  ['a part', { allOf: [{ type: 'string' }, { enum: ['a'] }] }, 'a'],
  ['a part behind a reference', { allOf: [{ allOf: [reference('Chained')] }] }, 'a'],
  ['an alternative', { oneOf: [{ type: 'integer' }, { type: 'string', enum: ['a'] }] }, 'a'],
  ['an alternative, not null', { anyOf: [{ type: 'null' }, { type: 'string', enum: ['a'] }] }, 'a', '3.1'],
];
const objects: typeof plain = [
  ['properties', { type: 'object', required: ['x'], properties: { x: { type: 'string', enum: ['a'] } } }, { x: 'a' }],
  [
    'optional properties with an example',
    {
      type: 'object',
      required: ['y'],
      properties: { x: { example: 'a' }, z: { enum: ['c'] }, y: { enum: ['b'] }, n: { readOnly: true, example: 1 } },
    },
    { x: 'a', y: 'b' },
  ],
  ['properties in parts', { allOf: [reference('Base'), { properties: { y: { example: 'b' } } }] }, { x: 'a', y: 'b' }],
  [
    'properties of an alternative',
    { required: ['x'], oneOf: [{ type: 'object', required: ['y'] }, reference('Base')] },
    { x: 'a' },
  ],
  [
    'the name of an alternative',
    { oneOf: [reference('Cat')], discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } } },
    { kind: 'cat', x: 'a' },
  ],
  ['the schema of further properties', { type: 'object', required: ['x'], additionalProperties: { enum: ['a'] } }, { x: 'a' }],
  [
    'required properties, where more are too many',
    { type: 'object', maxProperties: 1, required: ['y'], properties: { x: { example: 'a' }, y: { enum: ['b'] } } },
    { y: 'b' },
  ],
];
const lists: typeof plain = [
  ['items', { type: 'array', items: { type: 'string', enum: ['a', 'b'] } }, ['a']],
  ['as many items as needed', { type: 'array', minItems: 2, items: { type: 'string', enum: ['a', 'b'] } }, ['a', 'a']],
  ['different items', { type: 'array', minItems: 2, uniqueItems: true, items: reference('Listed') }, ['a', 'b']],
  ['a tuple', { type: 'array', prefixItems: [{ const: 'a' }, { enum: ['b'] }, {}] }, ['a', 'b'], '3.1'],
];

const within = (schema: object): object => ({ type: 'object', required: ['a'], properties: { a: schema } });
const parameter =
  (fields: object) =>
  (schema: object): object => ({ parameters: [{ name: 'p', required: true, ...fields, schema }] });
const body =
  (mediaType: string) =>
  (schema: object): object => ({ requestBody: { required: true, content: { [mediaType]: { schema } } } });
const valueOf = (request: SampleRequest): unknown => request.parameters[0]?.value;
const json = (request: SampleRequest): unknown => request.body?.json;
const only = (request: SampleRequest): unknown => request.body?.text;

interface Place {
  fields: (schema: object) => object;
  sources: Array<typeof plain>;
  /** Reads the value from the request. */
  sent?: (request: SampleRequest) => unknown;
  /** Changes the value to the form in which it is sent. */
  written?: (value: unknown) => unknown;
}

const places: Record<string, Place> = {
  path: { fields: parameter({ in: 'path' }), sources: [plain, lists, objects] },
  'query, exploded': { fields: parameter({ in: 'query' }), sources: [plain, lists, objects] },
  'query, in one': { fields: parameter({ in: 'query', explode: false }), sources: [plain, lists, objects] },
  'query, blanks': { fields: parameter({ in: 'query', style: 'spaceDelimited', explode: false }), sources: [lists] },
  'query, bars': { fields: parameter({ in: 'query', style: 'pipeDelimited', explode: false }), sources: [lists] },
  'query, deep': { fields: parameter({ in: 'query', style: 'deepObject' }), sources: [objects] },
  'query, JSON': {
    fields: (schema) => ({
      parameters: [{ name: 'p', in: 'query', required: true, content: { 'application/json': { schema } } }],
    }),
    sources: [plain, lists, objects],
  },
  header: { fields: parameter({ in: 'header' }), sources: [plain, lists, objects] },
  cookie: { fields: parameter({ in: 'cookie', explode: false }), sources: [plain, lists, objects] },
  'JSON body': { fields: body('application/json'), sources: [plain, lists, objects], sent: json },
  'member of a JSON body': {
    fields: (schema) => body('application/json')(within(schema)),
    sources: [plain, lists, objects],
    sent: json,
    written: (value) => ({ a: value }),
  },
  form: {
    fields: (schema) => body('application/x-www-form-urlencoded')(within(schema)),
    sources: [plain],
    sent: only,
    written: (value) => `a=${String(value)}`,
  },
  multipart: {
    fields: (schema) => body('multipart/form-data')(within(schema)),
    sources: [plain],
    sent: ({ body: sent }) => sent?.parts?.map(({ name, text }) => [name, text]),
    written: (value) => [['a', String(value)]],
  },
  'text body': { fields: body('text/plain'), sources: [plain], sent: only, written: String },
};

/** A description with an operation for each of the given fields, which is `POST /0/{p}` and so on. */
function described(openapi: string, ...all: object[]): ContractOperation[] {
  const paths = all.map((fields, index) => {
    const operation = { operationId: `a${index}`, responses: { 204: { description: 'Done' } }, ...fields };
    return [`/${index}/{p}`, { post: operation }] as const;
  });
  const { description } = completeDescription({
    openapi,
    info: { title: 'Things', version: '1' },
    servers: [{ url: 'https://a.example' }],
    components: { schemas },
    paths: Object.fromEntries(paths),
  });
  return prepareOperations(description).operations;
}

const sampleOf = ({ description, documented }: ContractOperation): SampleRequest | undefined =>
  sampleRequest(description, documented);

function isKnown(openapi: string, since: string): boolean {
  return since === '3.0 only' ? openapi.startsWith('3.0') : openapi >= since;
}

it.each(versions.flatMap((version) => Object.keys(places).map((place) => [version, place] as const)))(
  'OpenAPI %s, %s: each value that the description has is sent, and it is valid',
  async (openapi, name) => {
    const { fields, sources, sent = valueOf, written = (value: unknown) => value } = places[name] ?? {};
    const cases = (sources ?? []).flat().filter(([, , , since = '3.0']) => isKnown(openapi, since));
    const operations = described(openapi, ...cases.map(([, schema]) => fields?.(schema) ?? {}));
    const results = operations.map(async (operation) => {
      const request = sampleOf(operation);
      return [request && sent(request), request && (await judgeRequest(operation, request))];
    });
    const found = (await Promise.all(results)).map((result, index) => [cases[index]?.[0], ...result]);
    expect(found).toEqual(cases.map(([source, , value]) => [source, written(value), []]));
    expect(cases.length).toBeGreaterThan(2);
  },
);

const optional = (schema: object): object => ({ parameters: [{ name: 'p', in: 'query', schema }] });

it.each<[string, object, string | undefined]>([
  ['const', optional({ const: 'a' }), ''],
  ['enum', optional({ enum: ['a'] }), ''],
  ['default', optional({ default: 'a' }), 'p=a'],
  ['properties without an example', optional({ required: ['x'], properties: { x: { enum: ['a'] } } }), ''],
  ['properties with an example', optional({ properties: { x: { example: 'a' } } }), 'x=a'],
  ['an example that lacks what is required', optional({ required: ['y'], properties: { x: { example: 'a' }, y: {} } }), ''],
])('an optional input is sent if it has an example: %s', (_, fields, search) => {
  expect(described('3.1.0', fields).map((operation) => sampleOf(operation)?.search)).toEqual([search]);
});

const required = (schema: object): object => body('application/json')(schema);

it.each<[string, object, string[]]>([
  [
    'a property',
    required({ required: ['a', 'b'], properties: { a: { example: 1 }, b: {} } }),
    ['property b of body application/json'],
  ],
  [
    'all that lack one, at their depth',
    required({ required: ['a', 'l'], properties: { a: within({}), l: { type: 'array', items: within({}) } } }),
    ['property a.a of body application/json', 'property l.0.a of body application/json'],
  ],
  ['a list', required(within({ type: 'array', items: {} })), ['property a of body application/json']],
  ['a property of no schema', required({ type: 'object', required: ['a'] }), ['property a of body application/json']],
  ['a property of a parameter', parameter({ in: 'query' })(within({})), ['property a of query parameter p']],
  ['an object of nothing', required({ type: 'object' }), ['body application/json']],
  ['a schema of nothing', required({}), ['body application/json']],
  ['what a value breaks', required(within({ enum: ['a'], minLength: 2 })), ['property a of body application/json']],
  [
    'what another one requires',
    required({ required: ['a'], dependentRequired: { a: ['b'] }, properties: { a: { enum: ['a'] }, b: {} } }),
    ['property b of body application/json'],
  ],
  [
    'what the whole breaks',
    required({ required: ['a'], minProperties: 2, properties: { a: { enum: ['a'] }, b: {} } }),
    ['body application/json'],
  ],
  ['what never ends', required(reference('Tree')), [`property ${'child.'.repeat(10).slice(0, -1)} of body application/json`]],
])('the property that lacks an example is named: %s', (_, fields, expected) => {
  const operations = described('3.1.0', fields);
  expect(operations.map(sampleOf)).toEqual([undefined]);
  expect(operations.map(({ description, documented }) => inputsWithoutExample(description, documented))).toEqual([expected]);
});
