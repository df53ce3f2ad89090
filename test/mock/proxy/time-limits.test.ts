import { createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, type TestContext } from 'vitest';
import { createMock } from '../../../src/mock/index.js';
import { description, listening } from './proxied.js';

const upstreamTimeoutMs = 1000;

/** What becomes of a request to a server, and how many milliseconds that takes. */
async function through(
  context: TestContext,
  respond: (socket: Socket) => unknown,
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
  ['a head that comes byte by byte', (socket: Socket) => drip(socket, `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(999)}`), 'http'],
  ['a TLS server that is silent', () => undefined, 'https'],
] as const)('%s has one limit', async ([, respond, protocol], context) => {
  const { status, text, milliseconds } = await through(context, respond, protocol);
  expect([status, text]).toEqual([504, expect.stringContaining('did not respond in time')]);
  expect(milliseconds).toBeLessThan(1.9 * upstreamTimeoutMs);
});

test('a body may take as long as it goes on', async (context) => {
  const { status, text, milliseconds } = await through(context, async (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 70\r\n\r\n');
    await drip(socket, `[${' '.repeat(68)}]`);
  });
  expect([status, text.length]).toEqual([200, 70]);
  expect(milliseconds).toBeGreaterThan(upstreamTimeoutMs);
});

test('a body that stops after it was passed on while it came is broken off', async (context) => {
  const { status, text } = await through(context, async (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n');
    await drip(socket, ' '.repeat(65));
  });
  expect([status, text]).toEqual([200, 'broken off']);
});
