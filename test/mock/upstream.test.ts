import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMock, startMock, type LoggedExchange, type Mock } from '../../src/mock/index.js';
import { exchangeLines } from '../../src/mock/log-lines.js';
import { send, type Received } from './send.js';
import type { Sent } from './requests.js';

const description = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1.0.0' },
  paths: {
    '/things': {
      get: {
        operationId: 'find',
        parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }],
        requestBody: { content: { 'text/plain': { schema: { type: 'string' } } } },
        responses: {
          200: { description: 'Things', content: { 'application/json': { schema: { type: 'array' } } } },
          400: { description: 'No' },
        },
      },
      post: { operationId: 'add', responses: { 204: { description: 'Added' } } },
    },
  },
};

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let answer: Answer;
let upstream: Server;
let upstreamUrl: string;
let proxy: Mock;
let logged: LoggedExchange[] = [];

beforeAll(async () => {
  const listener: RequestListener = (request, response) => {
    void text(request).then((body) => {
      answer(request, response, body);
    });
  };
  upstream = createServer(listener).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  upstreamUrl = urlOf(upstream);
  const log = (exchange: LoggedExchange): void => void logged.push(exchange);
  proxy = await startMock({ port: 0, description, upstream: `${upstreamUrl}/base/`, log });
});
afterAll(async () => {
  upstream.close();
  upstream.closeAllConnections();
  await proxy.close();
});

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get: Sent = { method: 'GET', path: '/things?q=a%20b&x=&y', headers: {} };
const things = (response: ServerResponse, body = '[]'): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
};

async function exchange(sent: Sent, answering: Answer, url = proxy.url): Promise<Received & { log: string }> {
  answer = answering;
  logged = [];
  const received = await send(url, sent);
  return { ...received, log: logged.map((one) => exchangeLines(one, true)).join('\n') };
}

test('a request is passed on as it came: method, path, query, headers and the body of a GET, framed', async () => {
  let seen: unknown;
  const headers = {
    'content-type': 'text/plain',
    authorization: 'Token x',
    'x-hop': '1',
    te: 'trailers',
    connection: 'x-hop',
    cookie: 'a=b',
  };
  const {
    status,
    body,
    headers: received,
  } = await exchange({ ...get, headers, body: 'hé' }, (request, response, text) => {
    seen = { url: request.url, text, headers: request.headers };
    things(response);
  });
  expect([status, body, received['sl-violations']]).toEqual([200, '[]', undefined]);
  expect(seen).toEqual({
    url: '/base/things?q=a%20b&x=&y',
    text: 'hé',
    headers: {
      host: new URL(upstreamUrl).host,
      'content-type': 'text/plain',
      authorization: 'Token x',
      cookie: 'a=b',
      'content-length': '3',
      connection: 'keep-alive',
    },
  });
});

test('a response is passed on as it came, but for what concerns the connection', async () => {
  const packed = gzipSync('[1]');
  const { status, headers } = await exchange(get, (_request, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' });
    response.writeHead(200, 'Fine', [
      ...['Content-Type', 'application/json', 'Content-Encoding', 'gzip', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'],
      ...['X-Thing', '1', 'X-Thing', '2', 'Trailer', 'X-End'],
    ]);
    response.write(packed);
    response.addTrailers({ 'X-End': 'yes' });
    response.end();
  });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-encoding': 'gzip',
    'set-cookie': ['a=1', 'b=2'],
    'x-thing': '1, 2',
    'content-length': String(packed.length),
  });
  expect(headers['sl-violations']).toBeUndefined();
  expect(headers.trailer).toBeUndefined();
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

test('what differs from the description stands in sl-violations and in the log, without a value', async () => {
  const { status, body, headers, log } = await exchange(get, (_request, response) => {
    things(response, '{"token":"s3cr3t"}');
  });
  expect([status, body]).toEqual([200, '{"token":"s3cr3t"}']);
  expect(JSON.parse(headers['sl-violations'] ?? '')).toEqual([
    { location: ['response', 'body'], severity: 'Error', code: 'type', message: 'body must be array.' },
  ]);
  expect(log).toContain('! response: body must be array.');
  expect(log).not.toContain('s3cr3t');
});

test('with errors, the client gets 500 with all of it', async () => {
  answer = (_request, response) => {
    things(response, '{}');
  };
  const mock = await createMock({ description, upstream: `${upstreamUrl}/`, errors: true });
  const response = await mock.fetch('/things?q=1');
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ violations: [{ location: 'response.body', rule: 'type' }] });
  await mock.close();
});

test('a request that is not valid and is accepted all the same is said', async () => {
  const { status, headers } = await exchange({ ...get, path: '/things' }, (_request, response) => {
    things(response);
  });
  expect(status).toBe(200);
  expect(headers['sl-violations']).toContain('200 accepted a request that is not valid: query.q is required');
  const refused = await exchange({ ...get, path: '/things' }, (_request, response) => response.writeHead(400).end());
  expect(refused.headers['sl-violations']).not.toContain('accepted');
});

test('nothing is made up: a 501, a redirect and a path that nobody documents come from the server', async () => {
  expect((await exchange(get, (_request, response) => response.writeHead(501).end('no'))).status).toBe(501);
  const redirect = await exchange({ ...get, method: 'POST' }, (_request, response) =>
    response.writeHead(301, { location: '/other' }).end(),
  );
  expect([redirect.status, redirect.headers.location]).toEqual([301, '/other']);
  const other = await exchange({ ...get, path: '/other' }, (_request, response) => response.writeHead(418).end('teapot'));
  expect([other.status, other.body]).toEqual([418, 'teapot']);
  expect(other.headers['sl-violations']).toContain('lead to no operation');
});

test('a response that is cut off, late, or no HTTP gets 502 or 504, and the proxy lives', async () => {
  const cutOff = await exchange(get, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9' }).write('[', () => response.destroy());
  });
  expect([cutOff.status, cutOff.body]).toEqual([502, expect.stringContaining('the connection was cut off')]);
  const impatient = await startMock({ port: 0, description, upstream: upstreamUrl, upstreamTimeoutMs: 200 });
  const late = await exchange(get, () => undefined, impatient.url);
  expect([late.status, late.body]).toEqual([504, expect.stringContaining('did not respond in time')]);
  const pausing = await exchange(get, (_request, response) => void response.writeHead(200).write('['), impatient.url);
  expect(pausing.status).toBe(504);
  await impatient.close();
  const noHttp = await exchange(get, (request) => void request.socket.end('what?\r\n\r\n'));
  expect([noHttp.status, noHttp.body]).toEqual([502, expect.stringContaining('it is not valid HTTP')]);
  expect((await exchange(get, (_request, response) => things(response))).status).toBe(200);
});

test('a server that is not there, or has another certificate, gets 502', async () => {
  const key = readFileSync('test/client/certificate/key.pem');
  const cert = readFileSync('test/client/certificate/certificate.pem');
  const secure = createTlsServer({ key, cert }).listen(0, '127.0.0.1');
  await once(secure, 'listening');
  const down = await createMock({ description, upstream: 'http://127.0.0.1:9' });
  const untrusted = await createMock({ description, upstream: urlOf(secure).replace('http', 'https') });
  const refused = await down.fetch('/things?q=1');
  expect([refused.status, await refused.text()]).toEqual([502, expect.stringContaining('the connection was refused')]);
  const failed = await untrusted.fetch('/things?q=1');
  expect([failed.status, await failed.text()]).toEqual([502, expect.stringContaining('the TLS connection failed')]);
  secure.close();
  secure.closeAllConnections();
});

test('a large body and one without an end are passed on while they come, and are not validated', async () => {
  const item = `"${'x'.repeat(1023)}",`;
  const large = await exchange(get, (_request, response) => {
    things(response, `[${item.repeat(3000)}1]`);
  });
  expect([large.status, large.body.length]).toEqual([200, 1026 * 3000 + 3]);
  expect(large.headers['sl-violations']).toContain('could not be validated');

  answer = (_request, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
  const { hostname, port } = new URL(proxy.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET /things?q=1 HTTP/1.1\r\nHost: x\r\n\r\n');
  let came = '';
  while (!came.includes('data: 1')) came += String((await once(socket, 'data'))[0]);
  socket.destroy();
  expect(came).toMatch(/^HTTP\/1\.1 200 OK/);
});

test('coverage counts what the server sent, also at a local path', async () => {
  const mock = await startMock({ port: 0, description, upstream: upstreamUrl });
  await exchange(get, (_request, response) => things(response), mock.url);
  await exchange({ ...get, method: 'POST' }, (_request, response) => response.writeHead(500).end(), mock.url);
  await exchange({ ...get, path: '/other' }, (_request, response) => response.writeHead(404).end(), mock.url);
  const expected = {
    documented: [
      { operationId: 'find', method: 'GET', path: '/things', response: '200', seen: 1 },
      { operationId: 'find', method: 'GET', path: '/things', response: '400', seen: 0 },
      { operationId: 'add', method: 'POST', path: '/things', response: '204', seen: 0 },
    ],
    undocumented: [
      { operationId: 'add', method: 'POST', path: '/things', status: 500, seen: 1 },
      { method: 'GET', path: '/other', status: 404, seen: 1 },
    ],
  };
  expect(mock.coverage()).toEqual(expected);
  const local = await send(mock.url, { method: 'GET', path: '/_mock/coverage', headers: {} });
  expect(JSON.parse(local.body)).toEqual(expected);
  await mock.close();
});

test('without an upstream, coverage counts what the mock sent', async () => {
  const mock = await createMock({ description });
  await mock.fetch('/things?q=1');
  await mock.fetch('/things');
  expect(mock.coverage().documented.map(({ response, seen }) => `${response} ${seen}`)).toEqual(['200 1', '400 1', '204 0']);
});

test.each(['staging', 'ftp://x', 'http://me:secret@x', 'http://x/?a=1'])(
  'the upstream %s is refused in one sentence',
  async (url) => {
    await expect(createMock({ description, upstream: url })).rejects.toThrow(
      /^The upstream (is no URL of a server|holds a user name)/,
    );
  },
);
