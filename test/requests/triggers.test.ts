import { expect, it } from 'vitest';
import { completeDescription } from '../../src/description/complete.js';
import { documentedOperations } from '../../src/description/operations.js';
import { triggers, type Trigger } from '../../src/requests/triggers.js';

/** The trigger of a response of an operation. */
function triggerOf(status: string, fields: object): Trigger['by'] | undefined {
  const { description } = completeDescription({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    components: { securitySchemes: { one: { type: 'http', scheme: 'basic' }, two: { type: 'http', scheme: 'bearer' } } },
    paths: { '/a': { post: { operationId: 'a', responses: { [status]: { description: 'So' } }, ...fields } } },
  });
  const [operation] = documentedOperations(description);
  return operation && triggers(description, operation)[0]?.by;
}

const preferred = { kind: 'Prefer header' };

it.each([
  ['none is asked for', [], preferred],
  ['they are asked for', [{ one: [] }], { kind: 'no credentials' }],
  ['one of two is asked for', [{ one: [] }, { two: [] }], { kind: 'no credentials' }],
  ['they are optional', [{ one: [] }, {}], preferred],
  ['they are optional, as is said first', [{}, { one: [] }], preferred],
])('a 401 without credentials where %s', (_, security, by) => {
  expect(triggerOf('401', { security })).toEqual(by);
});

const other = { kind: 'other media type', mediaType: 'application/octet-stream' };

it.each([
  ['no body', undefined, preferred],
  ['a body of no type', {}, preferred],
  ['JSON', { 'application/json': {} }, other],
  ['JSON and a text', { 'application/json': {}, 'text/plain': {} }, other],
  ['any bytes', { 'application/octet-stream': {} }, preferred],
  ['JSON and any bytes', { 'application/json': {}, 'application/octet-stream; a=b': {} }, preferred],
  ['anything', { '*/*': {} }, preferred],
  ['a range', { 'text/*': {} }, preferred],
])('a 415 of an operation that takes %s', (_, content, by) => {
  expect(triggerOf('415', content ? { requestBody: { content } } : {})).toEqual(by);
});

it.each([
  ['403', { security: [{ one: [] }] }],
  ['416', { requestBody: { content: { 'application/json': {} } } }],
])('a %s is asked for with Prefer', (status, fields) => {
  expect(triggerOf(status, fields)).toEqual(preferred);
});

it.each(['200', '299', '2XX', 'default'])('a %s comes for the valid request', (status) => {
  expect(triggerOf(status, {})).toEqual({ kind: 'valid request' });
});
