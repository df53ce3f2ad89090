import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Description } from '../../src/description/types.js';
import { startMock, type Mock } from '../../src/mock/index.js';
import { root } from '../support/command.js';
import { sendRaw } from './http/raw.js';

const json = (schema: object, example?: unknown): object => ({
  'application/json': { schema, ...(example !== undefined && { example }) },
});
const body = { required: true, content: json({ type: 'object', required: ['a'] }) };
const ok = { 200: { description: 'Yes', content: json({ type: 'integer' }, 1) } };

const description: Description = {
  openapi: '3.1.0',
  info: { title: 'Errors', version: '1' },
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  paths: {
    '/a': { get: { responses: ok }, post: { requestBody: body, responses: ok } },
    '/secret': { get: { security: [{ token: [] }], responses: ok } },
    '/strict': { post: { requestBody: body, responses: { ...ok, 422: { description: 'Not so' } } } },
    '/wrong': { get: { responses: { 200: { description: 'Wrong', content: json({ type: 'integer' }, 'no integer') } } } },
  },
} as unknown as Description;

/** A request for each status code of the table in the README of the mock. */
const triggers: Array<[status: number, request: string]> = [
  [400, post('/a', 'Content-Type: application/json', '{}')],
  [401, get('/secret')],
  [404, get('/nowhere')],
  [405, 'DELETE /a HTTP/1.1\r\nHost: mock\r\n\r\n'],
  [406, get('/a', 'Accept: text/html\r\n')],
  [408, 'GET /a HTTP/1.1\r\nHos'],
  [413, 'POST /a HTTP/1.1\r\nHost: mock\r\nContent-Type: application/json\r\nContent-Length: 20971520\r\n\r\n'],
  [415, post('/a', 'Content-Type: text/plain', 'a')],
  [417, get('/a', 'Expect: tea\r\n')],
  [422, post('/strict', 'Content-Type: application/json', '{}')],
  [431, get('/a', `X: ${'x'.repeat(20_000)}\r\n`)],
  [500, get('/wrong')],
];

function get(path: string, headers = ''): string {
  return `GET ${path} HTTP/1.1\r\nHost: mock\r\n${headers}\r\n`;
}

function post(path: string, header: string, text: string): string {
  return `POST ${path} HTTP/1.1\r\nHost: mock\r\n${header}\r\nContent-Length: ${text.length}\r\n\r\n${text}`;
}

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, description, errors: true, timeoutMs: 500 });
});
afterAll(() => mock.close());

test.concurrent.for(triggers)('%i is sent as the table of errors says', async ([status, request], context) => {
  context.expect((await sendRaw(mock.url, [request])).statuses).toEqual([status]);
});

test('the table lists these statuses and no other', async () => {
  const readme = await readFile(join(root, 'src/mock/README.md'), 'utf8');
  const [, table = ''] = /\| status \| meaning \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readme) ?? [];
  const statuses = table
    .trim()
    .split('\n')
    .flatMap((row) => (row.split('|')[1] ?? '').split(',').map(Number));
  expect(statuses.toSorted()).toEqual(triggers.map(([status]) => status));
});

test('CONNECT is refused as another method is', async () => {
  const { statuses, text } = await sendRaw(mock.url, ['CONNECT mock:443 HTTP/1.1\r\nHost: mock\r\n\r\n']);
  expect(statuses).toEqual([405]);
  expect(text).toContain('This is no proxy: CONNECT leads nowhere.');
});
