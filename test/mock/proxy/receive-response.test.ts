import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { mostBytes } from '../../../src/contract/message/request.js';
import { receiveResponse } from '../../../src/mock/proxy/receive-response.js';
import { listening } from './proxied.js';

// What is held can be validated; what is passed on while it comes reaches the client without a wait.
test.for([
  ['application/json', 2, true],
  ['application/json', 0, true],
  ['text/plain', mostBytes, true],
  ['text/plain', mostBytes + 1, false],
  ['text/event-stream', 2, false],
  ['text/event-stream; charset=utf-8', 2, false],
  ['TEXT/EVENT-STREAM', 2, false],
  ['text/event-streams', 2, true],
  ['application/text/event-stream', 2, true],
] as const)('a response of the type %s with %i bytes is held: %s', async ([type, size, isHeld], context) => {
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': type }).end(Buffer.alloc(size)));
  context.onTestFinished(() => void server.close());
  const [message] = (await once(get(await listening(server), { agent: false }), 'response')) as [IncomingMessage];
  const { response, received } = await receiveResponse({ message, hasExtraBytes: () => false }, 5000);
  expect([received.body?.length, response.rest === undefined]).toEqual([isHeld ? size : undefined, isHeld]);
  const beginning = response.body === undefined ? 0 : Buffer.from(response.body).length;
  const rest = response.rest ? await buffer(response.rest) : Buffer.alloc(0);
  expect(beginning + rest.length).toBe(size);
});
