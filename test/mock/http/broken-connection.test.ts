import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { respondToBrokenConnection } from '../../../src/mock/http/broken-connection.js';

// The errors of Node's parser, by code. The tests raise them without sending malformed bytes.
const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error('The parser failed.'), { code });

test.each([
  ['HPE_HEADER_OVERFLOW', 431, 'too long: send less than 16 KiB'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408, 'did not end in time'],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413, 'chunk extensions are too long'],
  ['HPE_INVALID_METHOD', 400, 'no valid HTTP request'],
  ['HPE_INVALID_CONSTANT', 400, 'no valid HTTP request'],
])('the error %s gets %i and ends the connection', async (code, status, detail) => {
  const socket = new PassThrough();
  const response = respondToBrokenConnection(failure(code), socket, []);
  expect(response?.status).toBe(status);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`));
  expect(head).toContain('connection: close');
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body)).toMatchObject({ status, detail: expect.stringContaining(detail) as unknown });
});

test.each(['ECONNRESET', 'HPE_INVALID_METHOD'])('after %s nothing is written to a connection that is gone', (code) => {
  const socket = new PassThrough();
  if (code !== 'ECONNRESET') socket.end();
  expect(respondToBrokenConnection(failure(code), socket, [])).toBeUndefined();
  expect([socket.destroyed, socket.read()]).toEqual([true, null]);
});

/** An open exchange, and the bytes written to its response. */
function exchange(
  complete: boolean,
  headersSent: boolean,
): { open: ServerResponse[]; written: unknown[]; response: EventEmitter } {
  const written: unknown[] = [];
  const response = Object.assign(new EventEmitter(), {
    req: { complete },
    headersSent,
    writeHead: (status: number) => {
      written.push(status);
      return response;
    },
    end: (_body: unknown, done: () => void) => done(),
  });
  return { open: [response as unknown as ServerResponse], written, response };
}

test('bytes that break the body of a request get the refusal as the response to that request', () => {
  const socket = new PassThrough();
  const { open, written } = exchange(false, false);
  expect(respondToBrokenConnection(failure('HPE_INVALID_CHUNK_SIZE'), socket, open)?.status).toBe(400);
  expect([written, socket.destroyed]).toEqual([[400], true]);
});

test('where that response has begun, the connection ends', () => {
  const socket = new PassThrough();
  const { open, written } = exchange(false, true);
  respondToBrokenConnection(failure('HPE_INVALID_CHUNK_SIZE'), socket, open);
  expect([written, socket.destroyed]).toEqual([[], true]);
});

test('bytes after a request that came whole get theirs after its response', async () => {
  const socket = new PassThrough();
  const { open, written, response } = exchange(true, false);
  respondToBrokenConnection(failure('HPE_INVALID_METHOD'), socket, open);
  expect([written, socket.readableLength]).toEqual([[], 0]);
  response.emit('close');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400/);
});
