import { expect, it } from 'vitest';
import { createServer } from 'node:http';
import { mostUnpacked } from '../../../src/contract/body/content-coding.js';
import { sendRequest } from '../../../src/verify/walk/send-request.js';
import { listening } from '../../mock/proxy/proxied.js';

it.for<[number, number | undefined]>([
  [mostUnpacked, mostUnpacked],
  [mostUnpacked + 1, undefined],
])('of a body with %i bytes %s are kept', async ([size, kept], { onTestFinished }) => {
  const server = createServer((_request, response) => response.end(Buffer.alloc(size)));
  onTestFinished(() => void server.close());
  const request = { method: 'GET', url: await listening(server), search: '', headers: [] };
  const { status, body } = await sendRequest(request as never, 10_000);
  expect([status, body?.length]).toEqual([200, kept]);
});

it('all headers of a response are read, however many there are', async ({ onTestFinished }) => {
  const lines = Array.from({ length: 2100 }, () => 'a:1\r\n').join('');
  const server = createServer(({ socket }) => {
    socket.end(`HTTP/1.1 204 No Content\r\n${lines}last: 1\r\n\r\n`);
  });
  onTestFinished(() => void server.close());
  const request = { method: 'GET', url: await listening(server), search: '', headers: [] };
  const { headers } = await sendRequest(request as never, 10_000);
  expect(headers).toMatchObject({ last: '1' });
});
