import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
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

const headers = { authorization: 'Token x', 'content-type': 'text/plain' };

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

  it.each(statuses)('%i to another origin is followed without the token, also on the way back', async (status) => {
    const other = await serve((_request, response) => response.writeHead(status, { location: `${url}/there` }).end());
    const seen: Array<string | undefined> = [];
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/here') response.writeHead(status, { location: other }).end();
      else response.end();
    });
    expect((await sendOverHttp(new Request(`${url}/here`, { headers }), 'hé')).status).toBe(200);
    expect(seen).toEqual(['Token x', undefined]);
  });

  it.each([
    ['manual', 302],
    ['error', undefined],
  ] as const)('is not followed where the request says %s', async (redirect, status) => {
    const url = await serve((_request, response) => response.writeHead(302, { location: '/there' }).end());
    const sent = sendOverHttp(new Request(`${url}/here`, { redirect }), '');
    if (status === undefined) await expect(sent).rejects.toThrow('redirect: "error"');
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
    if (status === undefined) await expect(sent).rejects.toThrow('more than 20 times');
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

it.each(['gzip', 'x-gzip', 'GZIP'])('a response with the coding %s is unpacked', async (coding) => {
  const url = await serve((_request, response) => response.writeHead(200, { 'content-encoding': coding }).end(gzipSync('whole')));
  expect(await (await sendOverHttp(new Request(url), '')).text()).toBe('whole');
});

it.each([204, 205, 304])('a response of %i has no body', async (status) => {
  const url = await listen(
    createServer((_request, response) => response.writeHead(status, { 'set-cookie': ['a=1', 'b=2'] }).end()),
    'http',
  );
  const response = await sendOverHttp(new Request(url), '');
  expect([response.status, response.body, response.headers.getSetCookie()]).toEqual([status, null, ['a=1', 'b=2']]);
});
