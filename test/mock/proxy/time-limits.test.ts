import { createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, type TestContext } from 'vitest';
import { mostBytes } from '../../../src/contract/message/request.js';
import { createMock } from '../../../src/mock/index.js';
import { description, listening } from './proxied.js';

/** The outcome of a request to a server, and its time in milliseconds. */
async function through(
  context: TestContext,
  respond: (socket: Socket) => unknown,
  upstreamTimeoutMs: number,
  protocol = 'http',
): Promise<{ status: number; text: string; milliseconds: number }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    void respond(socket);
  });
  const upstream = (await listening(server)).replace('http', protocol);
  context.onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const mock = await createMock({ description, upstream, upstreamTimeoutMs });
  const started = performance.now();
  const response = await mock.fetch('/things?q=1');
  const text = await response.text().catch(() => 'broken off');
  return { status: response.status, text, milliseconds: performance.now() - started };
}

async function drip(socket: Socket, text: string): Promise<void> {
  for (const character of text.match(/[^]/g) ?? []) {
    if (socket.destroyed) return;
    socket.write(character);
    await wait(20);
  }
}

test.for([
  [
    'a head that comes byte by byte',
    (socket: Socket) => drip(socket, `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(999)}`),
    300,
    3000,
    'http',
  ],
  ['a TLS server that is silent', () => undefined, 1000, 1900, 'https'],
] as const)('%s has one limit', async ([, respond, upstreamTimeoutMs, most, protocol], context) => {
  const { status, text, milliseconds } = await through(context, respond, upstreamTimeoutMs, protocol);
  expect([status, text]).toEqual([504, expect.stringContaining('did not respond in time')]);
  expect(milliseconds).toBeLessThan(most);
});

test('a body that stops after it was passed on while it came is broken off', async (context) => {
  const respond = (socket: Socket): unknown =>
    socket.write(
      `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${2 * mostBytes}\r\n\r\n${'x'.repeat(mostBytes + 1)}`,
    );
  const { status, text } = await through(context, respond, 400);
  expect([status, text]).toEqual([200, 'broken off']);
});
