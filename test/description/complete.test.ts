import { expect, it } from 'vitest';
import { completeDescription } from '../../src/description/complete.js';
import { documentedOperations } from '../../src/description/operations.js';
import { scenarios } from '../../src/description/scenarios.js';
import type { Description } from '../../src/description/types.js';
import { Shapes } from '../../src/build/docs/reference/schema/shape/shape.js';
import { typeWords } from '../../src/build/docs/reference/schema/type-words.js';
import { renderTypes } from '../../src/build/generate/schema-file.js';
import { createMock } from '../../src/mock/index.js';
import { clientText } from '../support/generated-client.js';

/** A description with the fields that a test needs. It may violate the types, like descriptions from outside. */
function complete(parts: object): ReturnType<typeof completeDescription> {
  return completeDescription({ openapi: '3.1.0', info: { title: 'T', version: '1' }, ...parts });
}

const ok = { 200: { description: 'OK' } };

it('what other tools take for granted is filled in, and said', () => {
  const { description, notes, named } = completeDescription({
    openapi: '3.1.0',
    paths: {
      '/users/{id}': { get: { responses: { 200: {} } } },
      '/shared': { $ref: '#/components/pathItems/Shared' },
      '/taken': { get: { operationId: 'same' }, post: { operationId: 'same' } },
    },
    components: { pathItems: { Shared: { put: { operationId: 'shared', responses: {} } } } },
  } as unknown as Description);
  expect(description.info).toEqual({ title: 'API', version: '0' });
  const paths = Object.entries(description.paths ?? {});
  const names = paths.map(([path, item]) => [path, item.get?.operationId, item.put?.operationId, item.post?.operationId]);
  expect(names).toEqual([
    ['/users/{id}', 'getUsersById', undefined, undefined],
    ['/shared', undefined, 'shared', undefined],
    ['/taken', 'same', undefined, 'postTaken'],
  ]);
  expect(notes).toEqual(['info.title: The title is missing. The API is called "API".']);
  expect(named).toBe(2);
});

it('a security scheme that is not documented is left out, and said once', async () => {
  const get = { security: [{ missing: [], key: [] }, { missing: [] }], responses: ok };
  const { description, notes } = complete({
    security: [{ missing: [] }],
    paths: { '/a': { get } },
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
  });
  expect(documentedOperations(description)[0]?.security).toEqual([{ key: [] }, {}]);
  expect(notes.filter((note) => note.includes('"missing"'))).toHaveLength(1);
  expect(clientText(description)).toContain('header: "X-Key"');
});

it('what is no path is left out, and said', () => {
  const get = { responses: ok };
  const { description, notes } = complete({
    paths: { 'a/x-b': { get }, 'x-note': { get }, '/b': 5, c: null, '/d': { get } },
  });
  expect(Object.keys(description.paths ?? {})).toEqual(['/d']);
  expect(notes).toEqual([
    'paths.a/x-b: The path has no slash at its beginning and was left out: write "/a/x-b".',
    'paths./b: It is no Path Item and was left out.',
    'paths.c: It is no Path Item and was left out.',
  ]);
});

it('operations get names that differ', () => {
  const get = { responses: ok };
  const { description } = complete({
    paths: { '/a/b': { get }, '/a-b': { get }, '/a__b': { get, put: { operationId: 'getAB3' } } },
  });
  const names = documentedOperations(description).map(({ operationId }) => operationId);
  expect(names).toEqual(['getAB', 'getAB2', 'getAB4', 'getAB3']);
});

it('a response has a description', () => {
  const responses = { 200: {}, 201: { description: 5 }, 202: { description: 'x' }, 203: { $ref: '#/y' }, 204: null };
  const { description } = complete({ paths: { '/a': { get: { responses } } } });
  expect(description.paths?.['/a']?.get?.responses).toEqual({
    ...{ 200: { description: '' }, 201: { description: '' }, 202: { description: 'x' } },
    ...{ 203: { $ref: '#/y' }, 204: null },
  });
});

it('of a security requirement only what has its form is read', () => {
  const name = 'https://elsewhere.example/#/components/securitySchemes/key';
  const get = { security: [null, 'x', { key: [] }, { [name]: [] }], responses: ok };
  const { description, notes } = complete({
    paths: { '/a': { get } },
    components: { securitySchemes: { key: { type: 'http', scheme: 'basic' } } },
  });
  expect(documentedOperations(description)[0]?.security).toEqual([{ key: [] }, {}]);
  expect(notes).toEqual([
    `The security scheme "${name}" is not documented and was left out: add it to components.securitySchemes.`,
  ]);
});

it.each<[mediaType: string, example: unknown, read: unknown]>([
  ['application/json', { value: 1, summary: 's' }, { value: 1, summary: 's' }],
  ['application/json', { $ref: '#/components/examples/a' }, { $ref: '#/components/examples/a' }],
  ['application/json', { externalValue: 'a.json' }, { externalValue: 'a.json' }],
  ['application/json', { summary: 's' }, undefined],
  ['application/json', null, undefined],
  ['application/json', 'text', undefined],
  ['application/json', { dataValue: { a: 1 }, summary: 's' }, { value: { a: 1 }, summary: 's' }],
  ['application/json', { serializedValue: '{"a":1}' }, { value: { a: 1 }, 'x-serializedValue': '{"a":1}' }],
  ['application/json', { dataValue: 1, serializedValue: '1.0' }, { value: 1, 'x-serializedValue': '1.0' }],
  ['application/json', { serializedValue: '{' }, { value: '{' }],
  ['application/json', { serializedValue: [1] }, { value: [1] }],
  ['text/plain', { serializedValue: '1' }, { value: '1' }],
])('of %s the example %j is read as %j, wherever it stands', (mediaType, example, read) => {
  const holder = (): object => ({ examples: { one: example } });
  const body = (): object => ({ content: { [mediaType]: holder(), 'a/b': null } });
  const post = { parameters: null, requestBody: body(), responses: { 200: { ...body(), headers: null } } };
  const { description } = complete({
    paths: { '/a': { parameters: [{ name: 'p', in: 'query', ...body() }], post } },
    components: { responses: { R: body() }, requestBodies: { B: body() }, parameters: { P: body() } },
  });
  const { paths, components } = description;
  const { requestBodies } = components as { requestBodies?: Record<string, object> };
  const item = paths?.['/a'];
  const all = [
    ...[item?.parameters?.[0], item?.post?.requestBody, item?.post?.responses?.[200]],
    ...[components?.responses?.R, requestBodies?.B, components?.parameters?.P],
  ] as Array<{ content?: Record<string, { examples?: object }> }>;
  const found = all.map((one) => one.content?.[mediaType]?.examples);
  expect(found).toStrictEqual(found.map(() => (read === undefined ? {} : { one: read })));
});

it('examples of headers and parameters are read as text', () => {
  const holder = (): object => ({ examples: { one: { serializedValue: '1' } } });
  const { description } = complete({
    paths: {
      '/a': { get: { parameters: [{ name: 'p', in: 'query', ...holder() }], responses: { 200: { headers: { H: holder() } } } } },
    },
  });
  const { parameters = [], responses = {} } = description.paths?.['/a']?.get ?? {};
  expect([parameters[0], (responses[200] as { headers?: { H?: object } }).headers?.H]).toMatchObject([
    { examples: { one: { value: '1' } } },
    { examples: { one: { value: '1' } } },
  ]);
});

it('a security requirement may refer to its scheme by a URI', () => {
  const get = { security: [{ '#/components/securitySchemes/the~1key': [] }], responses: ok };
  const { description, notes } = complete({
    openapi: '3.2.0',
    paths: { '/a': { get } },
    components: { securitySchemes: { 'the/key': { type: 'apiKey', in: 'header', name: 'X-Key' } } },
  });
  expect(documentedOperations(description)[0]?.security).toEqual([{ 'the/key': [] }]);
  expect(notes).toEqual([]);
});

it('examples and operations of OpenAPI 3.2 are read', async () => {
  const examples = { one: { dataValue: { a: 1 } }, two: { serializedValue: 'b' }, three: { summary: 'Nothing' } };
  const content = { 'application/json': { schema: { type: 'object' }, examples } };
  const get = { operationId: 'get', responses: { 200: { description: 'OK', content } } };
  const { description, notes, named } = complete({
    openapi: '3.2.0',
    paths: { '/a': { get, query: { ...get }, additionalOperations: { COPY: { ...get } } } },
  });
  const [operation, ...others] = documentedOperations(description);
  const [response] = operation!.responses;
  expect(response?.response.content?.['application/json']?.examples).toMatchObject({
    one: { value: { a: 1 } },
    two: { value: 'b' },
  });
  expect(response?.response.content?.['application/json']?.examples).not.toHaveProperty('three');
  expect(others.map(({ method, operationId, fields }) => [method, operationId, ...fields])).toEqual([
    ['QUERY', 'queryA', 'query'],
    ['COPY', 'copyA', 'additionalOperations', 'COPY'],
  ]);
  expect([notes, named]).toEqual([[], 2]);
  expect(renderTypes(description)).toContain('get: operations["get"]');
  const mock = await createMock({ description });
  expect(await (await mock.fetch('http://mock/a')).json()).toEqual({ a: 1 });
});

it.each([['a text'], [17], [['a list']], [{ get: 'an object' }], [null]])(
  'among the paths %j is an extension',
  async (extension) => {
    const { description, pathExtensions, notes } = complete({
      paths: { 'x-note': extension, '/a': { get: { responses: ok }, 'x-note': extension } },
      webhooks: { event: { post: { operationId: 'event', responses: ok } } },
      'x-webhooks': { event: { post: { responses: ok } } },
    });
    expect(documentedOperations(description).map(({ operationId }) => operationId)).toEqual(['getA']);
    expect([pathExtensions, notes]).toEqual([{ 'x-note': extension }, []]);
    expect(renderTypes(description)).toContain('getA: {');
    expect(clientText(description)).toContain('export const getA:');
  },
);

it('all examples of a body may be one reference', () => {
  const requestBody = { content: { 'text/plain': { examples: { $ref: '#/components/x-examples' } } } };
  const { description } = complete({
    paths: { '/a': { post: { requestBody, responses: { 200: { description: 'OK', 'x-microcks-refs': ['one'] } } } } },
    components: { 'x-examples': { one: { value: 'b' } } },
  });
  expect(scenarios(description, documentedOperations(description)[0]!)).toMatchObject([{ name: 'one', status: 200 }]);
});

it('null is a value where OpenAPI 3.1 still says "nullable"', async () => {
  const { description } = complete({ paths: {}, components: { schemas: { A: { type: 'string', nullable: true } } } });
  const shapes = new Shapes(description);
  expect(typeWords(shapes, shapes.of({ $ref: '#/components/schemas/A' }))).toBe('string or null');
  expect(renderTypes(description)).toContain('A: string');
});

it('paths that differ in the names of parameters alone are both there, and served', async () => {
  const parameter = (name: string): object => ({ name, in: 'path', required: true, schema: { type: 'string' } });
  const { description } = complete({
    paths: {
      '/a/{x}': { get: { parameters: [parameter('x')], responses: ok } },
      '/a/{y}': { delete: { parameters: [parameter('y')], responses: ok } },
    },
  });
  expect(documentedOperations(description).map(({ operationId }) => operationId)).toEqual(['getAByX', 'deleteAByY']);
  const mock = await createMock({ description });
  const statuses = await Promise.all(
    ['GET', 'DELETE'].map(async (method) => (await mock.fetch('http://mock/a/1', { method })).status),
  );
  expect(statuses).toEqual([200, 200]);
});

it('one object in two places is named in each', () => {
  const get = { responses: ok };
  const { description } = complete({ paths: { '/a': { get, post: get }, '/b': { get } } });
  const names = documentedOperations(description).map(({ operationId }) => operationId);
  expect(names).toEqual(['getA', 'postA', 'getB']);
});

it('an extension among responses is no response, and a number is a title as well', () => {
  const get = { responses: { 'x-note': 'n', 'x-more': { a: 1 }, ...ok } };
  const { description } = complete({
    info: { title: 5n, version: 1.5 },
    paths: { '/a': { get } },
    webhooks: { w: { post: get } },
  });
  expect(description.info).toEqual({ title: '5', version: '1.5' });
  expect(documentedOperations(description)[0]?.responses.map(({ status }) => status)).toEqual(['200']);
  expect(renderTypes(description)).not.toContain('x-');
});
