import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMock, type InProcessMock } from '../../../src/mock/index.js';
import { listening } from './proxied.js';

const documented = (headers: Record<string, object>): object => ({
  get: {
    responses: {
      200: {
        description: 'A thing',
        headers: Object.fromEntries(Object.entries(headers).map(([name, schema]) => [name, { required: true, schema }])),
        content: { 'application/json': { schema: { type: 'object' } } },
      },
    },
  },
});
const description = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1.0.0' },
  paths: {
    '/plain': documented({}),
    '/cookie': documented({ 'Set-Cookie': { type: 'string', pattern: '^session=' } }),
    '/connection': documented({ Connection: { type: 'string' }, 'Content-Length': { type: 'integer', minimum: 2 } }),
    '/chunked': documented({ 'Transfer-Encoding': { const: 'chunked' } }),
  },
};

const sockets = new Set<Socket>();
let fields: string[];
const server = createServer((socket) => {
  sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
  const isChunked = (): boolean => fields.includes('Transfer-Encoding: chunked');
  socket.on('data', () => {
    const head = ['HTTP/1.1 200 OK', 'Content-Type: application/json', ...fields, ...(isChunked() ? [] : ['Content-Length: 2'])];
    socket.write(`${head.join('\r\n')}\r\n\r\n${isChunked() ? '2\r\n{}\r\n0\r\n\r\n' : '{}'}`);
  });
});
let proxy: InProcessMock;
let said: string[] = [];
beforeAll(async () => {
  proxy = await createMock({
    description,
    upstream: await listening(server),
    log: ({ responseViolations }) => (said = responseViolations.map(({ message }) => message)),
  });
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

test.each([
  ['a cookie', '/cookie', ['Set-Cookie: session=1; Path=/']],
  ['the documented cookie among others', '/cookie', ['Set-Cookie: a=b', 'Set-Cookie: session=1']],
  ['fields of the connection', '/connection', ['Connection: close']],
  ['a body in chunks', '/chunked', ['Transfer-Encoding: chunked']],
  ['a field twice, with one value', '/plain', ['ETag: "1"', 'ETag: "1"']],
])('documented headers are looked for as they came: %s', async (_, path, sent) => {
  fields = sent;
  expect((await proxy.fetch(path)).status).toBe(200);
  expect(said).toEqual([]);
});

test.each([
  ['no cookie', '/cookie', [], 'header.set-cookie is missing.'],
  ['another cookie', '/cookie', ['Set-Cookie: a=b'], 'header.set-cookie must match pattern "^session=".'],
  ['a second media type', '/plain', ['Content-Type: text/html'], 'header.content-type stands twice, with two values'],
  ['two entity tags', '/plain', ['ETag: "1"', 'ETag: "2"'], 'header.etag stands twice, with two values'],
])('and what is wrong with them is named: %s', async (_, path, sent, message) => {
  fields = sent;
  await proxy.fetch(path);
  expect(said).toEqual([expect.stringContaining(message)]);
});
