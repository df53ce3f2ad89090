import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMock, type LoggedExchange } from '../../../src/mock/index.js';
import { description, get, listening, startProxied, things, type Proxied } from './proxied.js';

let proxied: Proxied;
beforeAll(async () => {
  proxied = await startProxied();
});
afterAll(() => proxied.close());

test('a response that is cut off, late, or no HTTP gets 502 or 504, and the proxy lives', async () => {
  const cutOff = await proxied.exchange(get, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9' }).write('[', () => response.destroy());
  });
  expect([cutOff.status, cutOff.body]).toEqual([502, expect.stringContaining('the connection was cut off')]);
  const noHttp = await proxied.exchange(get, (request) => void request.socket.end('what?\r\n\r\n'));
  expect([noHttp.status, noHttp.body]).toEqual([502, expect.stringContaining('it is not valid HTTP')]);

  const impatient = await createMock({ description, upstream: proxied.upstream, upstreamTimeoutMs: 100 });
  proxied.respond(() => undefined);
  const late = await impatient.fetch('/things?q=1');
  expect([late.status, await late.text()]).toEqual([504, expect.stringContaining('did not respond in time')]);
  proxied.respond((_request, response) => response.writeHead(200).write('['));
  expect((await impatient.fetch('/things?q=1')).status).toBe(504);
  expect((await proxied.exchange(get, (_request, response) => things(response))).status).toBe(200);
});

test('a server that is not there, or has another certificate, gets 502, also for a path that nobody documents', async () => {
  const key = readFileSync('test/client/certificate/key.pem');
  const cert = readFileSync('test/client/certificate/certificate.pem');
  const secure = createTlsServer({ key, cert });
  const down = await createMock({ description, upstream: 'http://127.0.0.1:9' });
  const untrusted = await createMock({ description, upstream: (await listening(secure)).replace('http', 'https') });
  for (const path of ['/things?q=1', '/other']) {
    const refused = await down.fetch(path);
    expect([refused.status, await refused.text()]).toEqual([502, expect.stringContaining('the connection was refused')]);
  }
  expect(down.coverage().undocumented).toEqual([]);
  const failed = await untrusted.fetch('/things?q=1');
  expect([failed.status, await failed.text()]).toEqual([502, expect.stringContaining('the TLS connection failed')]);
  secure.close();
  secure.closeAllConnections();
});

test('a client that disconnects ends the request to the server', async () => {
  const log = new EventEmitter();
  const logged = once(log, 'exchange') as Promise<[LoggedExchange]>;
  const one = await startProxied({ log: (exchange) => log.emit('exchange', exchange) });
  const arrived = new Promise<Socket>((resolve) => one.respond((request) => resolve(request.socket)));
  const { hostname, port } = new URL(one.proxy.url);
  const client = connect(Number(port), hostname);
  client.write('GET /things?q=1 HTTP/1.1\r\nHost: x\r\n\r\n');
  const atServer = await arrived;
  client.destroy();
  await once(atServer, 'close');
  const [{ response, responseViolations }] = await logged;
  expect([response.status, ...responseViolations.map(({ message }) => message)]).toEqual([
    499,
    'connection was ended by the client before the server responded.',
  ]);
  await one.close();

  const ended = new AbortController();
  const mock = await createMock({ description, upstream: proxied.upstream });
  proxied.respond(() => {
    ended.abort(new Error('Enough.'));
  });
  await expect(mock.fetch('/things?q=1', { signal: ended.signal })).rejects.toThrow('Enough.');
});

test.for([
  ...['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'].map((method) => [method, 204, 2] as const),
  ...['POST', 'PATCH'].map((method) => [method, 502, 1] as const),
])(
  '%s on a connection that the server closes while it is idle gets %i, and is sent %i times',
  async ([method, status, times], context) => {
    const seen: string[] = [];
    // Closes each connection when its second request arrives, like a server whose keep-alive timeout has just expired.
    const server = createServer((socket) => {
      const see = (chunk: Buffer): void => void seen.push(String(chunk).split(' ', 1)[0] ?? '');
      socket
        .on('error', () => undefined)
        .once('data', (chunk) => {
          see(chunk);
          socket.write('HTTP/1.1 204 No Content\r\n\r\n');
          socket.once('data', (next) => {
            see(next);
            socket.destroy();
          });
        });
    });
    context.onTestFinished(() => void server.close());
    const mock = await createMock({ description, upstream: await listening(server) });
    await mock.fetch('/things?q=1');
    const response = await mock.fetch('/things?q=1', { method });
    expect([response.status, seen]).toEqual([status, ['GET', ...Array<string>(times).fill(method)]]);
  },
);
