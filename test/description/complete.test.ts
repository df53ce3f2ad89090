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
    info: { title: 5, version: 1.5 },
    paths: { '/a': { get } },
    webhooks: { w: { post: get } },
  });
  expect(description.info).toEqual({ title: '5', version: '1.5' });
  expect(documentedOperations(description)[0]?.responses.map(({ status }) => status)).toEqual(['200']);
  expect(renderTypes(description)).not.toContain('x-');
});
