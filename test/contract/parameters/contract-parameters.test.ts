import { expect, test } from 'vitest';
import { heldParameters, requestParameters, responseHeaders } from '../../../src/contract/parameters/contract-parameters.js';
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
])('of the headers %o of a response, %o is said', (sent, messages) => {
  const { all, reader, schemas } = responseHeaders(description, headers, '/components/headers');
  expect(all.map(({ name, in: place }) => `${place} ${name}`)).toEqual(['header X-Total', 'header X-Any', 'header X-Odd']);
  const read = reader.read({ path: '', search: '', headers: sent });
  const checks = new Schemas(description);
  const found = parameterViolations(checks, schemas, read, 'response');
  expect(found.map(({ severity, message }) => `${severity}: ${message}`)).toEqual(messages);
  const required = parameterViolations(checks, schemas, read, 'request').map(({ message }) => message);
  expect(required.filter((message) => message.endsWith('is required.'))).toHaveLength('x-total' in sent ? 0 : 1);
});

test('a response without documented headers has none', () => {
  expect(responseHeaders(description, undefined, '').all).toEqual([]);
});
