import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMock } from '../../../src/mock/index.js';
import { description, get, post, startProxied, things, type Proxied } from './proxied.js';

const large = `[${`"${'x'.repeat(1021)}",`.repeat(3000)}1]`;
const unchecked = 'could not be validated';

let proxied: Proxied;
beforeAll(async () => {
  proxied = await startProxied();
});
afterAll(() => proxied.close());

test('a large response and one without an end are passed on while they come, and are not validated', async () => {
  const { status, body, headers } = await proxied.exchange(get, (_request, response) => {
    things(response, large);
  });
  expect([status, body.length]).toEqual([200, large.length]);
  expect(headers['sl-violations']).toContain(unchecked);

  proxied.respond((_request, response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n'));
  const { hostname, port } = new URL(proxied.proxy.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET /things?q=1 HTTP/1.1\r\nHost: x\r\n\r\n');
  let came = '';
  while (!came.includes('data: 1')) came += String((await once(socket, 'data'))[0]);
  socket.destroy();
  expect(came).toMatch(/^HTTP\/1\.1 200 OK/);
});

test('with errors, a large response in whose place a 500 is sent is ended', async () => {
  const mock = await createMock({ description, upstream: proxied.upstream, errors: true });
  const closed = new Promise((resolve) => {
    proxied.respond((_request, response) => response.once('close', resolve).writeHead(202).write(large));
  });
  expect((await mock.fetch('/things?q=1')).status).toBe(500);
  await closed;
});

test.each([
  ['a length', { 'content-length': String(large.length) }],
  ['chunks', {}],
])('a large request with %s is passed on while it comes, and its body is not validated', async (_name, framing) => {
  let length: string | undefined;
  proxied.respond((request, response, body) => {
    length = request.headers['content-length'];
    response.writeHead(String(body) === large ? 204 : 500).end();
  });
  const headers = { ...post.headers, ...framing };
  const outgoing = httpRequest(`${proxied.proxy.url}/things`, { ...post, headers, agent: false });
  outgoing.write(large);
  outgoing.end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  response.resume();
  expect([response.statusCode, response.headers['sl-violations']]).toEqual([204, expect.stringContaining(unchecked)]);
  expect(response.headers['sl-violations']).not.toContain('accepted');
  expect(length).toBe(headers['content-length' as keyof typeof headers]);
});

test('in process, a large request is passed on too', async () => {
  const mock = await createMock({ description, upstream: proxied.upstream });
  proxied.respond((_request, response, body) => response.writeHead(String(body) === large ? 204 : 500).end());
  expect((await mock.fetch('/things', { ...post, body: large })).status).toBe(204);
});

test('the response to a large request arrives although the server reads none of it', async () => {
  proxied.respond((_request, response) => response.writeHead(413).end(), false);
  const outgoing = httpRequest(`${proxied.proxy.url}/things`, { ...post, agent: false });
  // The connection ends with the response, even if a part of the request is still on its way.
  outgoing.on('error', () => undefined).end(large.repeat(3));
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  expect([response.statusCode, await text(response)]).toEqual([413, '']);
});

test('a large request that breaks off ends the one to the server', async () => {
  const ended = new Promise((resolve) => {
    proxied.respond((request) => void request.once('close', resolve).resume(), false);
  });
  const isLonger = { ...post, headers: { ...post.headers, 'content-length': String(large.length * 2) }, agent: false };
  const outgoing = httpRequest(`${proxied.proxy.url}/things`, isLonger).on('error', () => undefined);
  outgoing.write(large, () => outgoing.destroy());
  await ended;
  expect((await proxied.exchange(get, (_request, response) => things(response))).status).toBe(200);
});
