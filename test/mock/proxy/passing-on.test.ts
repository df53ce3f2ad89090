import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type InformationEvent } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMock } from '../../../src/mock/index.js';
import { description, get, post, startProxied, things, type Proxied } from './proxied.js';

let proxied: Proxied;
beforeAll(async () => {
  proxied = await startProxied();
});
afterAll(() => proxied.close());

test('a request is passed on as it came: method, path, query, headers and the body of a GET, with its length', async () => {
  let seen: unknown;
  const headers = {
    'content-type': 'text/plain',
    authorization: 'Token x',
    'x-hop': '1',
    te: 'gzip',
    connection: 'x-hop',
    cookie: 'a=b',
  };
  const received = await proxied.exchange({ ...get, headers, body: 'hé' }, (request, response, body) => {
    seen = { url: request.url, text: String(body), headers: request.headers };
    things(response);
  });
  expect([received.status, received.body, received.headers['sl-violations']]).toEqual([200, '[]', undefined]);
  expect(seen).toEqual({
    url: '/base/things?q=a%20b&x=&y',
    text: 'hé',
    headers: {
      host: new URL(proxied.upstream).host,
      'content-type': 'text/plain',
      authorization: 'Token x',
      cookie: 'a=b',
      'content-length': '3',
      via: expect.stringMatching(/^1\.1 mock-[0-9a-f]{16}$/) as unknown,
      connection: 'keep-alive',
    },
  });
});

test('a response is passed on as it came, but for what concerns the connection', async () => {
  const packed = gzipSync('[1]');
  const { status, headers } = await proxied.exchange(get, (_request, response) => {
    response.writeHead(200, 'Fine', [
      ...['Content-Type', 'application/json', 'Content-Encoding', 'gzip', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'],
      ...['X-Thing', '1', 'X-Thing', '2', 'Connection', 'close, X-Hop', 'X-Hop', '1'],
    ]);
    response.end(packed);
  });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-encoding': 'gzip',
    'set-cookie': ['a=1', 'b=2'],
    'x-thing': '1, 2',
    'content-length': String(packed.length),
  });
  for (const name of ['sl-violations', 'x-hop', 'access-control-allow-origin']) expect(headers[name]).toBeUndefined();
});

test('a packed request is passed on packed, and validated unpacked', async () => {
  const headers = { ...post.headers, 'content-encoding': 'gzip' };
  const pack = (value: unknown): RequestInit => ({ method: 'POST', headers, body: gzipSync(JSON.stringify(value)) });
  const bodies: Buffer[] = [];
  proxied.respond((_request, response, body) => {
    bodies.push(body);
    response.writeHead(204).end();
  });
  const valid = await fetch(`${proxied.proxy.url}/things`, pack([1]));
  expect([valid.status, valid.headers.get('sl-violations')]).toEqual([204, null]);
  expect(bodies).toEqual([gzipSync('[1]')]);
  const invalid = await fetch(`${proxied.proxy.url}/things`, pack({}));
  expect(invalid.headers.get('sl-violations')).toContain('204 accepted a request that is not valid: body must be array');
});

test('early hints come before the response, and trailers after it, also of a body that is passed on while it comes', async () => {
  proxied.respond((request, response) => {
    response.writeEarlyHints({ link: ['</a.css>; rel=preload', '</b.js>; rel=preload'] });
    response.writeHead(200, { 'content-type': request.url?.includes('events') ? 'text/event-stream' : 'application/json' });
    response.write('[]');
    response.addTrailers({ 'X-End': request.headers.te === 'trailers' ? 'yes' : 'no' });
    response.end();
  });
  for (const path of ['/things?q=1', '/things?q=events']) {
    const outgoing = httpRequest(proxied.proxy.url + path, { agent: false, headers: { te: 'trailers', connection: 'te' } }).end();
    const [[hints], [response]] = await Promise.all([
      once(outgoing, 'information') as Promise<[InformationEvent]>,
      once(outgoing, 'response') as Promise<[IncomingMessage]>,
    ]);
    expect([hints.statusCode, hints.headers.link]).toEqual([103, '</a.css>; rel=preload, </b.js>; rel=preload']);
    expect([await text(response), response.trailers]).toEqual(['[]', { 'x-end': 'yes' }]);
  }
});

test('a client that waits for 100 sends its body, and one of HTTP/1.0 gets no 1xx', async () => {
  proxied.respond((request, response, body) => {
    response.writeEarlyHints({ link: '</a.css>; rel=preload' });
    // The proxy sends the 100 itself, so it has the body before it calls the server.
    response.writeHead(200, { 'content-type': 'application/json' }).end(`["${String(body)} ${request.headers.expect ?? ''}"]`);
  });
  const headers = { expect: '100-continue', 'content-type': 'text/plain', 'content-length': '2' };
  const outgoing = httpRequest(`${proxied.proxy.url}/things?q=1`, { agent: false, headers });
  outgoing.flushHeaders();
  await once(outgoing, 'continue');
  outgoing.end('hi');
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  expect(await text(response)).toBe('["hi "]');

  const { hostname, port } = new URL(proxied.proxy.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET /things?q=1 HTTP/1.0\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK/);
});

test('the length that a response to HEAD announces is passed on', async () => {
  const { headers, body } = await proxied.exchange({ ...get, method: 'HEAD' }, (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1234' }).end(),
  );
  expect([headers['content-length'], body]).toEqual(['1234', '']);
});

test('nothing is made up: a 501, a redirect and a path that nobody documents come from the server', async () => {
  expect((await proxied.exchange(get, (_request, response) => response.writeHead(501).end('no'))).status).toBe(501);
  const redirect = await proxied.exchange(post, (_request, response) => response.writeHead(301, { location: '/other' }).end());
  expect([redirect.status, redirect.headers.location]).toEqual([301, '/other']);
  const other = await proxied.exchange({ ...get, path: '/other' }, (_request, response) => response.writeHead(418).end('teapot'));
  expect([other.status, other.body]).toEqual([418, 'teapot']);
  expect(other.headers['sl-violations']).toContain('lead to no operation');
  const queue = await proxied.exchange({ ...post, path: '/_mock/next' }, (_request, response) => response.writeHead(404).end());
  expect(queue.status).toBe(404);
  expect(() => proxied.proxy.next('find', { code: 400 })).toThrow(/^With "upstream" the server makes the responses/);
});

test.each(['staging', 'ftp://x', 'http://me:secret@x', 'http://x/?a=1'])(
  'the upstream %s is refused in one sentence',
  async (url) => {
    await expect(createMock({ description, upstream: url })).rejects.toThrow(
      /^The upstream (is no URL of a server|holds a user name)/,
    );
  },
);
