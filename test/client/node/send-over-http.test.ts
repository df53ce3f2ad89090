import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sendOverHttp } from '../../../src/client/node/send-over-http.js';
import { bodyOf, listen, serve } from '../servers.js';

// Deno and Bun use this function for a GET body, since their fetch refuses it. It is built on node:http, so it can be tested on
// Node.

/** A server that responds with the method, path, credentials and body of the request. */
const echo = (): Promise<string> =>
  serve((request, response) => {
    const { method, url, headers } = request;
    void bodyOf(request).then((body) => response.end([method, url, headers.authorization ?? 'none', body].join(' ')));
  });

const credentials = { authorization: 'Token x', 'proxy-authorization': 'Basic y', cookie: 'session=z' };
const headers = { ...credentials, 'content-type': 'text/plain' };

describe('a redirect', () => {
  const statuses = [301, 302, 303, 307, 308];

  it.each(statuses)('%i to the same origin is followed with the body and the token', async (status) => {
    const url = await serve((request, response) => {
      if (request.url === '/here') response.writeHead(status, { location: '/there' }).end();
      else void bodyOf(request).then((body) => response.end(`${request.headers.authorization ?? 'none'} ${body}`));
    });
    const response = await sendOverHttp(new Request(`${url}/here`, { headers }), 'hé');
    expect([await response.text(), response.url, response.redirected]).toEqual(['Token x hé', `${url}/there`, true]);
  });

  it.each(statuses)('%i to another origin is followed without credentials, also on the way back', async (status) => {
    const seen: object[] = [];
    const listener =
      (location: () => string | undefined): RequestListener =>
      ({ url, headers }, response) => {
        const type = headers['content-type'];
        seen.push([type, ...Object.keys(credentials).map((name) => headers[name])]);
        const target = url === '/there' ? undefined : location();
        response.writeHead(target === undefined ? 200 : status, { ...(target !== undefined && { location: target }) }).end();
      };
    const url = await serve(listener(() => other));
    const other = await serve(listener(() => `${url}/there`));
    expect((await sendOverHttp(new Request(`${url}/here`, { headers }), 'hé')).status).toBe(200);
    const none = ['text/plain', undefined, undefined, undefined];
    expect(seen).toEqual([['text/plain', ...Object.values(credentials)], none, none]);
  });

  it.each([300, 304, 305, 306, 309, 200, 404])('is none of %i', async (status) => {
    const url = await serve((_request, response) => response.writeHead(status, { location: '/there' }).end());
    const response = await sendOverHttp(new Request(url), '');
    expect([response.status, response.redirected, response.url]).toEqual([status, false, `${url}/`]);
  });

  it.each([
    ['manual', 302],
    ['error', undefined],
  ] as const)('is not followed where the request says %s', async (redirect, status) => {
    const url = await serve((_request, response) => response.writeHead(302, { location: '/there' }).end());
    const sent = sendOverHttp(new Request(`${url}/here`, { redirect }), '');
    if (status === undefined)
      await expect(sent).rejects.toThrow(new TypeError('The server redirects, and the request has redirect: "error".'));
    else expect((await sent).status).toBe(status);
  });

  it.each([
    [20, 200],
    [21, undefined],
  ])('%i times in a row comes to %s', async (times, status) => {
    let count = 0;
    const url = await serve((_request, response) => {
      if (++count > times) response.end();
      else response.writeHead(302, { location: '/' }).end();
    });
    const sent = sendOverHttp(new Request(url), '');
    if (status === undefined) await expect(sent).rejects.toThrow(new TypeError('The server redirects more than 20 times.'));
    else expect((await sent).status).toBe(status);
  });

  it('without a target is the response itself', async () => {
    const url = await serve((_request, response) => response.writeHead(302).end('nowhere'));
    const response = await sendOverHttp(new Request(url), '');
    expect([response.status, response.redirected, await response.text()]).toEqual([302, false, 'nowhere']);
  });
});

it.each(['text', new TextEncoder().encode('text')])('a body is sent with its length', async (body) => {
  const url = await echo();
  const response = await sendOverHttp(new Request(`${url}/a?b=c`), body);
  expect(await response.text()).toBe('GET /a?b=c none text');
});

it.each<[coding: string, body: string | Buffer, text: string]>([
  ['gzip', gzipSync('whole'), 'whole'],
  ['x-gzip', gzipSync('whole'), 'whole'],
  ['GZIP', gzipSync('whole'), 'whole'],
  ['deflate', deflateSync('whole'), 'whole'],
  ['xx-gzip', 'whole', 'whole'],
  ['gzipped', 'whole', 'whole'],
  ['a-deflate', 'whole', 'whole'],
  ['deflated', 'whole', 'whole'],
])('a response with the coding %s is unpacked, if that is known', async (coding, body, text) => {
  const url = await serve((_request, response) => response.writeHead(200, { 'content-encoding': coding }).end(body));
  expect(await (await sendOverHttp(new Request(url), '')).text()).toBe(text);
});

it.each([204, 205, 304])('a response of %i has no body', async (status) => {
  const url = await listen(
    createServer((_request, response) => response.writeHead(status, 'Why', { 'set-cookie': ['a=1', 'b=2'] }).end()),
    'http',
  );
  const response = await sendOverHttp(new Request(url), '');
  expect([response.status, response.statusText, response.body, response.headers.getSetCookie()]).toEqual([
    ...[status, 'Why', null],
    ['a=1', 'b=2'],
  ]);
});

it.each(['HEAD', 'GET'])('a response to %s has a body: of GET alone', async (method) => {
  const url = await serve((_request, response) => response.writeHead(200, { 'content-length': 1 }).end('x'));
  const { body, headers: received } = await sendOverHttp(new Request(url, { method }), '');
  expect([body === null, received.get('content-length')]).toEqual([method === 'HEAD', '1']);
});

it('a request takes any media type and what is unpacked here, if it does not say', async () => {
  const seen: Array<[unknown, unknown]> = [];
  const url = await serve(({ headers: received }, response) => {
    seen.push([received.accept, received['accept-encoding']]);
    response.end();
  });
  await sendOverHttp(new Request(url), '');
  await sendOverHttp(new Request(url, { headers: { accept: 'a/b', 'accept-encoding': 'identity' } }), '');
  expect(seen).toEqual([
    ['*/*', 'gzip, deflate'],
    ['a/b', 'identity'],
  ]);
});

it('a server of https is spoken to with TLS', async () => {
  const [key, cert] = ['key', 'certificate'].map((name) => readFileSync(`test/client/certificate/${name}.pem`));
  const url = await listen(createTlsServer({ key, cert }), 'https');
  await expect(sendOverHttp(new Request(url), '')).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
});

it('the signal of the request ends it', async () => {
  const controller = new AbortController();
  const url = await serve(() => controller.abort());
  await expect(sendOverHttp(new Request(url, { signal: controller.signal }), '')).rejects.toMatchObject({ name: 'AbortError' });
});
