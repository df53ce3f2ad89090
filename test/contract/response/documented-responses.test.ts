import { EventEmitter } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { prepareOperations } from '../../../src/contract/operations.js';
import { watchForExtraBytes } from '../../../src/contract/response/extra-bytes.js';
import { responseViolations, type MeasuredResponse } from '../../../src/contract/response/response-violations.js';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';

/** What is said of a response of an operation with these documented responses. */
async function said(responses: object, response: Partial<MeasuredResponse>): Promise<string[]> {
  const paths = { '/a': { get: { responses } } } as Description['paths'];
  const { description } = completeDescription({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths } as Description);
  const [operation] = prepareOperations(description).operations;
  if (!operation) throw new Error('There is no operation.');
  const found = await responseViolations(operation, { status: 200, headers: {}, body: Buffer.alloc(0), ...response });
  return found.map(({ severity, message }) => `${severity}: ${message}`);
}

test.each<[keys: string[], status: number, said: string[]]>([
  [['200'], 200, []],
  [['2XX', 'default'], 299, []],
  [['200', '4XX'], 201, ['Error: status 201 is not documented for this operation (documented: 200, 4XX).']],
  [[], 200, ['Error: status 200 is not documented for this operation (no status is documented).']],
])('with the responses %j, of a %i is said: %j', async (keys, status, expected) => {
  const responses = Object.fromEntries(keys.map((key) => [key, { description: 'A' }]));
  expect(await said(responses, { status })).toEqual(expected);
});

test.each([
  [200, 'Error'],
  [299, 'Error'],
  [300, 'Warning'],
  [500, 'Warning'],
])('a body of a %i for which none is documented: %s', async (status, severity) => {
  expect(await said({ default: { description: 'A' } }, { status, body: Buffer.from('a') })).toEqual([
    `${severity}: body has 1 bytes, and no body is documented for ${status}.`,
  ]);
});

const cookie = (schema: object): object => ({ 200: { description: 'A', headers: { 'Set-Cookie': { required: true, schema } } } });

test.each<[schema: object, setCookies: string[] | undefined, said: string[]]>([
  [{ pattern: '^b=' }, ['a=1', 'b=2'], []],
  [{ pattern: '^b=' }, ['b=2', 'a=1'], []],
  [{ pattern: '^c=' }, ['a=1', 'b=2'], ['Error: header.set-cookie must match pattern "^c=".']],
  [{ allOf: [{ maxLength: 2 }, { pattern: '^c=' }] }, ['a=1', 'b='], ['Error: header.set-cookie must match pattern "^c=".']],
  [{ anyOf: [{ pattern: '^a=' }], maxLength: 2 }, ['a=1', 'a='], []],
  [{ pattern: '^joined, ' }, [], []],
  [{ pattern: '^joined, ' }, undefined, []],
])('by %j, of the cookies %j one is enough', async (schema, setCookies, expected) => {
  const headers = { 'set-cookie': 'joined, as one' };
  expect(await said(cookie(schema), { headers, ...(setCookies && { setCookies }) })).toEqual(expected);
});

test('of cookies that break as much, the first one is told of; and other headers are validated with each', async () => {
  const schema = { if: { pattern: '^a' }, then: { maxLength: 2 }, else: { maxLength: 1 } };
  expect(await said(cookie(schema), { setCookies: ['a=1', 'b=1'] })).toEqual([
    'Error: header.set-cookie must NOT have more than 2 characters.',
    'Error: header.set-cookie must match "then" schema.',
  ]);
  const headers = { 'X-A': { required: true, schema: { type: 'integer' } } };
  const responses = { 200: { description: 'A', headers } };
  expect(await said(responses, { headers: { 'x-a': 'b' }, setCookies: ['a=1'] })).toEqual(['Error: header.x-a must be integer.']);
});

test.each<[method: string, status: number | undefined, headers: object, isKnown: boolean]>([
  ['GET', 200, { 'content-length': '1' }, true],
  ['GET', 200, { 'transfer-encoding': 'chunked' }, true],
  ['GET', 200, {}, false],
  ['HEAD', 200, {}, true],
  ['GET', 204, {}, true],
  ['GET', 304, {}, true],
  ['GET', undefined, {}, true],
])('whether bytes follow a %s with the status %s and %j is known: %s', (method, statusCode, headers, isKnown) => {
  const outgoing = Object.assign(new EventEmitter(), { method });
  const message = Object.assign(new EventEmitter(), { statusCode, headers, socket: { destroyed: false } });
  const hasExtraBytes = watchForExtraBytes(outgoing as unknown as ClientRequest, message as unknown as IncomingMessage);
  // Errors of the request come later than its response.
  expect(outgoing.emit('error', new Error('No.'))).toBe(true);
  expect(hasExtraBytes()).toBe(false);
  message.socket.destroyed = true;
  message.emit('end');
  expect(hasExtraBytes()).toBe(isKnown);
});

test('a response that ends before its connection has no bytes after it', () => {
  const outgoing = Object.assign(new EventEmitter(), { method: 'HEAD' });
  const message = Object.assign(new EventEmitter(), { statusCode: 200, headers: {}, socket: { destroyed: false } });
  const hasExtraBytes = watchForExtraBytes(outgoing as unknown as ClientRequest, message as unknown as IncomingMessage);
  // What another listener does at the end is none of the server's.
  message.once('end', () => (message.socket.destroyed = true));
  message.emit('end');
  message.emit('end');
  expect(hasExtraBytes()).toBe(false);
});
