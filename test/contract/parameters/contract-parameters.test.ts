import { expect, test } from 'vitest';
import {
  heldParameters,
  impossibleParameters,
  requestParameters,
  responseHeaders,
} from '../../../src/contract/parameters/contract-parameters.js';
import { parameterViolations } from '../../../src/contract/parameters/parameter-violations.js';
import { Schemas } from '../../../src/contract/schema/schemas.js';
import { documentedOperation, pathOperations } from '../../../src/description/operations.js';
import type { Description, PathItem } from '../../../src/description/types.js';

const item = {
  parameters: [{ name: 'shared', in: 'query', schema: { type: 'integer' } }],
  get: {
    parameters: [
      ...['Accept', 'content-type', 'AUTHORIZATION', 'X-A'].map((name) => ({ name, in: 'header', schema: { type: 'string' } })),
      { name: 'accept', in: 'query', content: { 'application/json': { schema: { type: 'integer' } } } },
      { $ref: '#/components/parameters/B' },
    ],
    responses: {},
  },
} as unknown as PathItem;
const headers = {
  'Content-Type': { required: true, schema: { const: 'ignored' } },
  'X-Total': { required: true, schema: { type: 'integer' } },
  'X-Any': { schema: { type: ['integer', 'string'], maxLength: 2 } },
  'X-Odd': { schema: { anyOf: [{ type: 'file' }, { type: 'boolean' }] } },
  'X-Both': { schema: { type: ['integer', 'string'], minimum: 5, maxLength: 2, enum: [8, 4, 4000, '20'] } },
  'X-Partly': { schema: { type: ['integer', 'string'], if: { type: 'integer' }, then: { type: 'file' } } },
};
const description = {
  openapi: '3.1.1',
  info: { title: '', version: '' },
  paths: { '/a': item },
  components: { parameters: { B: { name: 'b', in: 'cookie', schema: {} } }, headers },
} as unknown as Description;
const [one] = pathOperations(item);
if (!one) throw new Error('There is no operation.');
const documented = documentedOperation(description, '/a', item, one);

test('headers that other keywords describe are no parameters, and each parameter knows its schema', () => {
  const names = (all: Array<{ in: string; name: string }>): string[] => all.map(({ in: place, name }) => `${place} ${name}`);
  expect(names(heldParameters(documented)).sort()).toEqual(['cookie b', 'header X-A', 'query accept', 'query shared']);
  const { all, schemas } = requestParameters(description, documented, item, []);
  expect(Object.fromEntries(all.map((parameter) => [parameter.name, schemas.get(parameter)]))).toEqual({
    shared: '/paths/~1a/parameters/0/schema',
    'X-A': '/paths/~1a/get/parameters/3/schema',
    accept: '/paths/~1a/get/parameters/4/content/application~1json/schema',
    b: '/paths/~1a/get/parameters/5/schema',
  });
});

test.each<[sent: Record<string, string>, messages: string[]]>([
  [{ 'x-total': '1', 'content-type': 'a/b' }, []],
  [{}, ['Error: header.x-total is missing.']],
  [
    { 'x-total': 'a', 'x-any': 'abc' },
    ['Error: header.x-total must be integer.', 'Error: header.x-any must NOT have more than 2 characters.'],
  ],
  [{ 'x-total': '1', 'x-any': '1234' }, []],
  [
    { 'x-total': '1', 'x-odd': 'x' },
    [
      'Warning: header.x-odd could not be validated: components.headers.X-Odd.schema.anyOf.0.type: "file" is no type of JSON Schema.',
    ],
  ],
  // Of several values, those of the first valid one are said, or else those of the likeliest.
  [{ 'x-total': '1', 'x-both': '20' }, []],
  [{ 'x-total': '1', 'x-both': '4' }, ['Error: header.x-both must be >= 5.']],
  [
    { 'x-total': '1', 'x-partly': '7' },
    [
      'Warning: header.x-partly could not be validated: components.headers.X-Partly.schema.then.type: "file" is no type of JSON Schema.',
    ],
  ],
  [{ 'x-total': '1', 'x-partly': 'a' }, []],
])('of the headers %o of a response, %o is said', (sent, messages) => {
  const { all, reader, schemas } = responseHeaders(description, headers, '/components/headers');
  expect(all.map(({ name, in: place }) => `${place} ${name}`)).toEqual(
    ['X-Total', 'X-Any', 'X-Odd', 'X-Both', 'X-Partly'].map((name) => `header ${name}`),
  );
  const read = reader.read({ path: '', search: '', headers: sent });
  const checks = new Schemas(description);
  const found = parameterViolations(checks, schemas, read, 'response');
  expect(found.map(({ severity, message }) => `${severity}: ${message}`)).toEqual(messages);
  const required = parameterViolations(checks, schemas, read, 'request').map(({ message }) => message);
  expect(required.filter((message) => message.endsWith('is required.'))).toHaveLength('x-total' in sent ? 0 : 1);
});

test('a value without a schema is not validated', () => {
  const { reader } = responseHeaders(description, headers, '/components/headers');
  const read = reader.read({ path: '', search: '', headers: { 'x-total': 'a' } });
  expect(parameterViolations(new Schemas(description), new Map(), read, 'response')).toEqual([]);
});

test.each<[parameter: object, reason: string | undefined]>([
  [{ name: 'id', in: 'path' }, undefined],
  [{ name: 'other', in: 'path' }, 'the path /a/{id} has no {other}.'],
  [{ name: 'i', in: 'path' }, 'the path /a/{id} has no {i}.'],
  [{ name: 'other', in: 'query' }, undefined],
  [{ name: 'q', in: 'querystring', content: { 'application/json': {} } }, undefined],
  [{ name: 'q', in: 'querystring', schema: {} }, 'a whole query has no style. Describe it with "content".'],
  [{ name: 'a"b', in: 'body' }, 'it is in "body", where OpenAPI 3 has none. A body is a "requestBody".'],
  [{ name: 'a' }, 'it is in undefined, where OpenAPI 3 has none. A body is a "requestBody".'],
])('whether a request can contain the parameter %o is known', (parameter, reason) => {
  const other = { get: { operationId: 'getA', parameters: [{ ...parameter, required: true }], responses: {} } } as PathItem;
  const whole: Description = { ...description, paths: { '/a/{id}': other } };
  const [first] = pathOperations(other);
  if (!first) throw new Error('There is no operation.');
  const operation = documentedOperation(whole, '/a/{id}', other, first);
  const { name } = { name: undefined, ...parameter };
  expect(impossibleParameters(operation)).toEqual(
    reason === undefined ? [] : [`The parameter ${JSON.stringify(name)} of getA is not checked: ${reason}`],
  );
  expect(requestParameters(whole, operation, other, []).all).toHaveLength(reason === undefined ? 1 : 0);
});

test('a response without documented headers has none', () => {
  expect(responseHeaders(description, undefined, '').all).toEqual([]);
});
