import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test, type TestContext } from 'vitest';
import { startMock, type MockOptions, type Mock } from '../../src/mock/index.js';
import type { LoggedExchange } from '../../src/mock/exchange.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { sendRaw } from './http/raw.js';
import { description } from './requests.js';
import { send } from './send.js';

const reset = '/api/organizations/reset-password/';
const valid = { method: 'POST', path: reset, headers: { 'content-type': 'application/json' }, body: '{"email":"x"}' };

/** Starts a mock that stops at the end of the test. */
async function start({ onTestFinished }: TestContext, options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ port: 0, ...options });
  onTestFinished(() => mock.close());
  return mock;
}

test('serves the description of the package on a free port', async (context) => {
  const mock = await start(context);
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
  expect(mock.title).toBe(`${description.info.title} ${description.info.version}`);
  expect(mock.operations).toContainEqual({ method: 'POST', path: reset, operationId: 'resetPassword' });
  expect((await fetch(mock.url + reset, valid)).status).toBe(200);
});

test('listens on another address', async (context) => {
  const mock = await start(context, { host: '::1' });
  expect(mock.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await fetch(mock.url + reset, valid)).status).toBe(200);
});

test('several run in one process, each with its own description', async (context) => {
  const [one, other] = await Promise.all([start(context), start(context, { description: 'test/mock/descriptions/shop.yaml' })]);
  expect((await send(one.url, { method: 'GET', path: '/items/2', headers: {} })).status).toBe(404);
  expect((await send(other.url, { method: 'GET', path: '/items/2', headers: {} })).status).toBe(200);
});

test('takes the description in several files', async (context) => {
  const mock = await start(context, { description: 'openapi/openapi.yaml' });
  expect((await send(mock.url, { ...valid, body: '{"email":"nobody@projectthanos.com"}' })).status).toBe(404);
});

test.for([
  [{ port: 70_000 }, /^Invalid port 70000: use 0–65535/],
  [{ port: 1.5 }, /^Invalid port 1\.5:/],
  [
    { host: 'no.such.host.invalid' },
    /^Cannot listen on no\.such\.host\.invalid \(\w+\): set the host to a name or an address of this machine\.$/,
  ],
  [{ description: 'nowhere.yaml' }, /^The description nowhere\.yaml cannot be read: there is no file nowhere\.yaml/],
] as Array<[MockOptions, RegExp]>)('%o is refused in one sentence', async ([options, message]) => {
  await expect(startMock({ port: 0, ...options })).rejects.toThrow(message);
});

test('a port in use is refused in one sentence', async (context) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  await expect(startMock({ port })).rejects.toThrow(
    `Port ${port} is already in use. Set port to another port (0 = any free port).`,
  );
});

test.for([
  ['broken YAML', 'openapi: 3.1.0\ninfo: {title: x\npaths: {}', /error parsing .*: .* at line 3/],
  ['a reference to a missing file', 'openapi: 3.1.0\npaths: { /a: { $ref: gone.yaml } }', /there is no file .*gone\.yaml/],
  [
    'a reference to nothing',
    'openapi: 3.1.0\npaths: { /a: { get: { responses: { 200: { $ref: "#/nothing" } } } } }',
    /cannot be served: paths\.\/a\.get: The reference "#\/nothing" points to nothing: correct it or add its target\. The operation is not served\.$/,
  ],
  ['another version of OpenAPI', 'swagger: "2.0"\npaths: {}', /is no description of OpenAPI 3\.0 to 3\.2/],
  ['no description', 'hello', /it holds no object/],
  ['no paths', 'openapi: 3.1.0\npaths: {}', /has no paths/],
  [
    'an operation that is none',
    'openapi: 3.1.0\npaths: { /a: { get: 3 } }',
    /cannot be served: paths\.\/a\.get: It is no object\./,
  ],
] as Array<[string, string, RegExp]>)('%s is refused in one sentence', async ([, text, message], context) => {
  const description = join(await temporaryDirectory(context), 'openapi.yaml');
  await writeFile(description, text);
  const error: unknown = await startMock({ port: 0, description }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ message: expect.stringMatching(message) as string });
  expect((error as Error).message).not.toContain('\n');
});

test('reload serves what the description says now, and the last good one when that is invalid', async (context) => {
  const description = join(await temporaryDirectory(context), 'openapi.yaml');
  const good = await readFile('generated/openapi.yaml', 'utf8');
  await writeFile(description, good);
  const mock = await start(context, { description });
  const token = async (): Promise<unknown> =>
    (JSON.parse((await send(mock.url, valid)).body) as { reset_token: string }).reset_token;

  await writeFile(description, good.replaceAll('G7TwCq1Vkds0DLYnfAuP', 'another'));
  await mock.reload();
  expect(await token()).toBe('another');

  await writeFile(description, 'openapi: {');
  await expect(mock.reload()).rejects.toThrow(/cannot be read/);
  expect(await token()).toBe('another');

  await mock.reload('generated/openapi.yaml');
  expect(await token()).toBe('G7TwCq1Vkds0DLYnfAuP');
});

test('close ends connections that are open, and may be called twice', async () => {
  const mock = await startMock({ port: 0 });
  const { hostname, port } = new URL(mock.url);
  const beginnings = ['', 'GET / HTTP/1.1\r\n', `POST ${reset} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n{`];
  const sockets = await Promise.all(
    beginnings.map(async (text) => {
      const socket = connect(Number(port), hostname)
        .resume()
        .on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(text);
      return socket;
    }),
  );
  const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  await mock.close();
  await mock.close();
  await Promise.all(closed);
  await expect(fetch(mock.url)).rejects.toThrow();
});

test('responses wait as long as is asked for', async (context) => {
  const mock = await start(context, { delayMs: 300 });
  const started = performance.now();
  await send(mock.url, valid);
  expect(performance.now() - started).toBeGreaterThanOrEqual(295);
});

test('each exchange is logged once, with its scenario, and one that was no HTTP too', async (context) => {
  const exchanges: LoggedExchange[] = [];
  const mock = await start(context, { log: (exchange) => exchanges.push(exchange) });
  await send(mock.url, { ...valid, body: '{"email":"nobody@projectthanos.com"}' });
  await sendRaw(mock.url, ['what?\r\n\r\n']);
  expect(exchanges.map(({ method, path, response: { status }, scenario }) => [method, path, status, scenario])).toEqual([
    ['POST', reset, 404, 'unknown-address'],
    ['?', '', 400, undefined],
  ]);
});

test.each([
  [{}, 10_000],
  [{ upstream: 'http://127.0.0.1:9' }, 300_000],
  [{ timeoutMs: 700 }, 700],
  [{ upstream: 'http://127.0.0.1:9', timeoutMs: 700 }, 700],
])('with %j a client may take %i milliseconds to send a request', async (options, timeoutMs) => {
  const limits: number[] = [];
  const see = (message: unknown): void => {
    const { server } = message as { server: Server };
    limits.push(server.requestTimeout, server.headersTimeout);
  };
  subscribe('http.server.request.start', see);
  const mock = await startMock({ port: 0, ...options });
  await fetch(`${mock.url}/nowhere`);
  await mock.close();
  unsubscribe('http.server.request.start', see);
  expect(limits).toEqual([timeoutMs, timeoutMs]);
});
