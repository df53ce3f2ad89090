import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { MockRequest } from '../../../src/contract/message/request.js';
import { readTarget } from '../../../src/contract/message/request-target.js';
import { prepareOperations } from '../../../src/contract/operations.js';
import { validateRequest, type MeasuredContent } from '../../../src/contract/request/validate-request.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';

const object = { type: 'object', properties: { a: { type: 'integer' } } };
const held = { type: 'string', contentMediaType: 'application/json', contentSchema: object };
const description = {
  openapi: '3.2.0',
  info: { title: 'T', version: '1' },
  paths: {
    '/a': {
      post: {
        deprecated: true,
        parameters: ['old', 'new'].map((name) => ({ name, in: 'query', deprecated: name === 'old', schema: { type: 'string' } })),
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: object },
            'application/jsonl': { itemSchema: object },
            'text/plain': { schema: held },
            'text/html': { schema: { type: 'string' } },
          },
        },
        responses: {},
      },
      put: { requestBody: { content: { 'application/json': {} } }, responses: {} },
      delete: { responses: {} },
    },
  },
} as unknown as Description;
const { operations } = prepareOperations(completeDescription(description).description);

const json = { 'content-type': 'application/json' };

async function measured(method: string, sent: Partial<MockRequest> & { text?: string }, target = '/a'): Promise<MeasuredContent> {
  const operation = operations.find((one) => one.method === method);
  if (!operation) throw new Error(`There is no ${method}.`);
  const { text = '', headers = json, ...rest } = sent;
  return validateRequest(operation, { method, ...readTarget(target), headers, body: Buffer.from(text), ...rest });
}

test.each<[what: string, method: string, sent: Partial<MockRequest> & { text?: string }, violations: string[], value?: unknown]>([
  ['a body', 'PUT', { text: '{"a":1}' }, [], { a: 1 }],
  ['no body where none is required', 'PUT', {}, []],
  ['no body where one is required', 'POST', {}, ['Error required: body is required.']],
  [
    'a body that is streamed',
    'PUT',
    { text: 'x', rest: Readable.from([]) },
    ['Warning unchecked: body could not be validated: it is larger than 1048576 bytes.'],
  ],
  [
    'a body where none is documented',
    'DELETE',
    { text: '1' },
    ['Error media-type: body is not documented for this operation: send none.'],
  ],
  [
    'another media type',
    'PUT',
    { text: '1', headers: { 'content-type': 'text/plain', 'content-encoding': 'gzip' } },
    ['Error media-type: header.content-type must be application/json, not text/plain.'],
  ],
  [
    'no media type',
    'PUT',
    { text: '1', headers: {} },
    ['Error media-type: header.content-type must be application/json, and it is missing or no media type.'],
  ],
  ...['gzip', 'identity, gzip', 'xidentity', 'identityx', ''].map((coding): [string, string, object, string[]] => [
    `the coding "${coding}"`,
    'PUT',
    { text: '1', headers: { ...json, 'content-encoding': coding } },
    ['Error content-encoding: header.content-encoding is not supported: send the body as it is.'],
  ]),
  ...['identity', '  Identity\t '].map((coding): [string, string, object, string[], unknown] => [
    `the coding "${coding}"`,
    'PUT',
    { text: '1', headers: { ...json, 'content-encoding': coding } },
    ...([[], 1] as [string[], unknown]),
  ]),
  ['what is no JSON', 'PUT', { text: '{' }, ['Error json: body is not valid JSON: there is an error at line 1, column 2.']],
  ['a sequence', 'POST', { text: '{"a":1}\n{}', headers: { 'content-type': 'application/jsonl' } }, [], [{ a: 1 }, {}]],
  ['JSON in a text', 'POST', { text: '{"a":2}', headers: { 'content-type': 'text/plain' } }, [], { a: 2 }],
  ['a text', 'POST', { text: '{"a":2}', headers: { 'content-type': 'text/html' } }, [], '{"a":2}'],
  ['a body that breaks its schema', 'POST', { text: '{"a":"x"}' }, ['Error type: body.a must be integer.'], { a: 'x' }],
])('%s', async (_, method, sent, violations, value) => {
  const found = await measured(method, sent);
  const own = found.violations.filter(({ rule }) => rule !== 'deprecated');
  expect(own.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)).toEqual(violations);
  expect(found.body?.value).toEqual(value);
});

test('what is deprecated is said, of an operation always and of a parameter where it is sent', async () => {
  const said = async (method: string, target: string): Promise<string[]> => {
    const { violations, parameters } = await measured(method, { text: '{}' }, target);
    expect(parameters).toHaveLength(method === 'POST' ? 2 : 0);
    return violations.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
  };
  const operation = 'Warning deprecated: operation is deprecated.';
  expect(await said('POST', '/a?new=1')).toEqual([operation]);
  expect(await said('POST', '/a?old=1&new=1')).toEqual([operation, 'Warning deprecated: query.old is deprecated.']);
  expect(await said('PUT', '/a')).toEqual([]);
});
