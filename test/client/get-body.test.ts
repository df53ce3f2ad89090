import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer, globalAgent } from 'node:https';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as browser from '../../src/client/browser.js';
import { createClient, UnsupportedBodyError, type Client } from '../../src/client/index.js';
import { empty, observedFetch } from './observed-fetch.js';
import { bodyOf, listen, serve, serveBytes } from './servers.js';

const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const body = '{"email":"jürgen+😀@projectthanos.com"}';
const certificate = (name: string): string => readFileSync(new URL(`certificate/${name}.pem`, import.meta.url), 'utf8');

describe('on Node, a GET body', () => {
  it('is framed on the wire, in UTF-8, with its media type', async () => {
    const { url, received } = await serveBytes('HTTP/1.1 204 No Content\r\n\r\n');
    const result = await createClient({ baseUrl: url, token: 'abc' }).validatePasswordReset({ params, body });
    expect(result.status).toBe(204);
    const [head = '', sent] = received().split('\r\n\r\n');
    expect(head).toMatch(/^GET \/api\/organizations\/complete-password\/\?token=G7TwCq1Vkds0DLYnfAuP HTTP\/1\.1\r\n/);
    expect(head).toMatch(new RegExp(`^content-length: ${Buffer.byteLength(body)}$`, 'im'));
    expect(head).toMatch(/^content-type: text\/plain; charset=utf-8$/im);
    expect(head).toMatch(/^authorization: Token abc$/im);
    expect(head).not.toMatch(/^transfer-encoding/im);
    expect(sent).toBe(body);
  });

  it('goes over https', async () => {
    const server = createHttpsServer({ key: certificate('key'), cert: certificate('certificate') }, (request, response) => {
      void bodyOf(request).then((text) => response.writeHead(text === body ? 204 : 400).end());
    });
    const authorities = globalAgent.options.ca;
    globalAgent.options.ca = certificate('certificate');
    onTestFinished(() => {
      globalAgent.options.ca = authorities;
    });
    const api = createClient({ baseUrl: await listen(server, 'https') });
    expect((await api.validatePasswordReset({ params, body })).status).toBe(204);
  });

  it('follows no redirect', async () => {
    const visited: string[] = [];
    const url = await serve((request, response) => {
      visited.push(request.url ?? '');
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    await expect(createClient({ baseUrl: url }).validatePasswordReset({ params, body })).rejects.toMatchObject({ status: 307 });
    expect(visited).toHaveLength(1);
  });

  it('passes through middleware, which sees and changes the request', async () => {
    const url = await serve((request, response) => {
      void bodyOf(request).then((text) =>
        response.writeHead(text === body && request.headers['x-trace'] === '7' ? 204 : 400).end(),
      );
    });
    const api = createClient({ baseUrl: url });
    api.raw.use({ onRequest: ({ request }) => new Request(request, { headers: [...request.headers, ['x-trace', '7']] }) });
    expect((await api.validatePasswordReset({ params, body })).status).toBe(204);
  });

  it('gives the caller the body of a failure', async () => {
    const url = await serve((_, response) => response.writeHead(400, { 'content-type': 'text/plain' }).end('no email'));
    const result = await createClient({ baseUrl: url }).validatePasswordReset({ params, body });
    expect([result.status, await result.response.text()]).toEqual([400, 'no email']);
  });

  it('is sent again with a retry', async () => {
    const bodies: string[] = [];
    const url = await serve((request, response) => {
      void bodyOf(request).then((text) => {
        bodies.push(text);
        response.writeHead(bodies.length < 2 ? 503 : 204, { 'retry-after': '0' }).end();
      });
    });
    const result = await createClient({ baseUrl: url, retries: 1 }).validatePasswordReset({ params, body });
    expect([result.status, bodies]).toEqual([204, [body, body]]);
  });

  it('ends with the time limit while the answer stalls', async () => {
    const url = await serve((_, response) => response.writeHead(400, { 'content-length': '9' }).write('x'));
    await expect(createClient({ baseUrl: url, timeoutMs: 50 }).validatePasswordReset({ params, body })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('is a connection error when nobody answers', async () => {
    const { url } = await serveBytes('');
    await expect(createClient({ baseUrl: url }).validatePasswordReset({ params, body })).rejects.toMatchObject({
      name: 'ConnectionError',
      cause: { code: 'ECONNRESET' },
    });
  });

  it('that is left out makes an ordinary call through fetch', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    await createClient({ baseUrl: 'http://api.test', fetch }).validatePasswordReset({ params });
    expect(requests[0]?.headers.get('content-type')).toBeNull();
  });
});

describe('a GET body is refused before anything is sent', () => {
  async function refuses(api: Client, requests: Request[]): Promise<void> {
    const error: unknown = await api.validatePasswordReset({ params, body }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnsupportedBodyError);
    expect((error as Error).message).toBe('validatePasswordReset must omit body here');
    expect(requests).toEqual([]);
  }

  it('where the client has a fetch of its own', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    await refuses(createClient({ baseUrl: 'http://api.test', fetch }), requests);
  });

  it('where the global fetch was replaced', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    vi.stubGlobal('fetch', fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    await refuses(createClient({ baseUrl: 'http://api.test' }), requests);
  });

  it('in a browser and on an edge runtime', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    await refuses(browser.createClient({ baseUrl: 'http://api.test' }), requests);
    await refuses(browser.createClient({ baseUrl: 'http://api.test', fetch }), requests);
  });
});
