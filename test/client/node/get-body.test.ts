import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { Agent, getGlobalDispatcher, MockAgent, ProxyAgent, setGlobalDispatcher } from 'undici';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as browser from '../../../src/client/browser.js';
import { createClient, UnsupportedBodyError, type Client, type ClientOptions } from '../../../src/client/index.js';
import { empty, observedFetch } from '../observed-fetch.js';
import { bodyOf, listen, serve, serveBytes, serveProxy } from '../servers.js';

const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const body = '{"email":"jürgen+😀@projectthanos.com"}';
const certificate = (name: string): string => readFileSync(new URL(`../certificate/${name}.pem`, import.meta.url), 'utf8');

describe('on Node, a GET body', () => {
  it('is sent with its Content-Length, in UTF-8, with its media type', async () => {
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
    const dispatcher = new Agent({ connect: { ca: certificate('certificate') } });
    const api = createClient({ baseUrl: await listen(server, 'https'), dispatcher } as ClientOptions);
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

  it('ends with the time limit while the response stalls', async () => {
    const url = await serve((_, response) => response.writeHead(400, { 'content-length': '9' }).write('x'));
    await expect(createClient({ baseUrl: url, timeoutMs: 50 }).validatePasswordReset({ params, body })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('is a connection error when nobody answers', async () => {
    const { url } = await serveBytes('');
    await expect(createClient({ baseUrl: url }).validatePasswordReset({ params, body })).rejects.toMatchObject({
      name: 'ConnectionError',
      cause: { message: 'fetch failed', cause: { code: 'UND_ERR_SOCKET' } },
    });
  });

  it('that is left out makes an ordinary call through fetch', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    await createClient({ baseUrl: 'http://api.test', fetch }).validatePasswordReset({ params });
    expect(requests[0]?.headers.get('content-type')).toBeNull();
  });
});

describe('on Node, a GET body goes where fetch goes', () => {
  /** Sets the global dispatcher of undici until the end of the test. */
  function useGlobally(dispatcher: Agent | MockAgent | ProxyAgent): void {
    const before = getGlobalDispatcher();
    setGlobalDispatcher(dispatcher);
    onTestFinished(() => {
      setGlobalDispatcher(before);
    });
  }

  it('to a mock agent, which sees the body', async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    useGlobally(agent);
    const intercept = { path: '/api/organizations/complete-password/', query: params.query, method: 'GET', body };
    agent.get('http://api.test').intercept(intercept).reply(204, '');
    expect((await createClient({ baseUrl: 'http://api.test' }).validatePasswordReset({ params, body })).status).toBe(204);
    agent.assertNoPendingInterceptors();
  });

  it('nowhere, where a mock agent allows no connection', async () => {
    const visit = vi.fn();
    const url = await serve((_, response) => {
      visit();
      response.end();
    });
    const agent = new MockAgent();
    agent.disableNetConnect();
    useGlobally(agent);
    await expect(createClient({ baseUrl: url }).validatePasswordReset({ params, body })).rejects.toMatchObject({
      name: 'ConnectionError',
    });
    expect(visit).not.toHaveBeenCalled();
  });

  it.each(['global', 'of the call', 'of the call, with retries', 'in requestInitExt'])('through a proxy: %s', async (kind) => {
    const url = await serve((request, response) => {
      void bodyOf(request).then((text) => response.writeHead(text === body ? 204 : 400).end());
    });
    const connected: string[] = [];
    const proxy = await serveProxy(connected);
    if (kind === 'global') useGlobally(new ProxyAgent(proxy));
    const given = { dispatcher: new ProxyAgent(proxy) };
    const options = kind === 'global' ? {} : kind === 'in requestInitExt' ? { requestInitExt: given } : given;
    const retries = kind.endsWith('retries') ? 1 : 0;
    const result = await createClient({ baseUrl: url, retries, ...options } as ClientOptions).validatePasswordReset({
      params,
      body,
    });
    expect([result.status, connected]).toEqual([204, [new URL(url).host]]);
  });

  it("to a fetch of the caller's own, which can read it and pass it on", async () => {
    const url = await serve((request, response) => {
      void bodyOf(request).then((text) => response.writeHead(text === body ? 204 : 400).end());
    });
    const read: string[] = [];
    const api = createClient({
      baseUrl: url,
      fetch: async (request) => {
        read.push(await request.clone().text());
        return fetch(request);
      },
    });
    expect((await api.validatePasswordReset({ params, body })).status).toBe(204);
    expect(read).toEqual([body]);
  });

  it('to a test double in place of the global fetch', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    vi.stubGlobal('fetch', fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    await createClient({ baseUrl: 'http://api.test' }).validatePasswordReset({ params, body });
    expect(await requests[0]?.text()).toBe(body);
  });

  it('and fails where a fetch sends the request without it', async () => {
    const url = await serve((_, response) => response.writeHead(204).end());
    const api = createClient({ baseUrl: url, fetch: ({ url, headers }) => fetch(url, { headers }) });
    await expect(api.validatePasswordReset({ params, body })).rejects.toMatchObject({
      name: 'UnsupportedBodyError',
      message: expect.stringMatching(/^validatePasswordReset: the fetch in use, .* has no body\. Omit the body\.$/) as string,
    });
  });
});

describe('on Node, fetch reads the response to a GET body', () => {
  it('with its URL, and follows a redirect that it may follow', async () => {
    const url = await serve((request, response) => {
      if (request.url?.startsWith('/moved')) response.writeHead(204).end();
      else response.writeHead(307, { location: '/moved' }).end();
    });
    const { response } = await createClient({ baseUrl: url }).validatePasswordReset({ params, body, redirect: 'follow' });
    expect([response.url, response.redirected]).toEqual([`${url}/moved`, true]);
  });

  it('uncompressed', async () => {
    const url = await serve((_, response) =>
      response.writeHead(400, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(gzipSync('no email')),
    );
    const { response } = await createClient({ baseUrl: url }).validatePasswordReset({ params, body });
    expect(await response.text()).toBe('no email');
  });
});

it('null is no body with GET', async () => {
  const { fetch, requests } = observedFetch(empty(204));
  const init = { params, body: null as unknown as undefined };
  await createClient({ baseUrl: 'http://api.test', fetch }).validatePasswordReset(init);
  await browser.createClient({ baseUrl: 'http://api.test', fetch }).validatePasswordReset(init);
  expect(requests.map(({ headers }) => headers.get('content-type'))).toEqual([null, null]);
});

it.each([
  [{ bun: '1.4.5' }, 'function fetch() { [native code] }'],
  [{ deno: '2.9.6' }, 'function fetch(input, init) { return lazyFetch()(input, init); }'],
])('on %j, whose fetch refuses a GET body, it is sent over node:http', async (versions, source) => {
  const url = await serve((request, response) => {
    void bodyOf(request).then((text) => response.writeHead(text === body ? 204 : 400).end());
  });
  vi.spyOn(process, 'versions', 'get').mockReturnValue(versions as unknown as NodeJS.ProcessVersions);
  vi.stubGlobal('fetch', Object.assign(vi.fn(), { toString: () => source }));
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  expect((await createClient({ baseUrl: url }).validatePasswordReset({ params, body })).status).toBe(204);
  expect(fetch).not.toHaveBeenCalled();
});

describe('a GET body is refused before anything is sent', () => {
  async function refuses(api: Client, requests: Request[], problem = 'fetch cannot send a body with GET here'): Promise<void> {
    const error: unknown = await api.validatePasswordReset({ params, body }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnsupportedBodyError);
    expect((error as Error).message).toBe(`validatePasswordReset: ${problem}, so nothing was sent. Omit the body.`);
    expect(requests).toEqual([]);
  }

  it('in a browser and on an edge runtime', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    vi.stubGlobal('fetch', fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    await refuses(browser.createClient({ baseUrl: 'http://api.test' }), requests);
    await refuses(browser.createClient({ baseUrl: 'http://api.test', fetch }), requests);
  });

  it.each([
    ['workerd with the modules of Node', { node: '22.19.0' }],
    ['Bun before 1.4', { node: '24.3.0', bun: '1.3.6' }],
    ['Deno before 2.9', { node: '24.0.0', deno: '2.3.7', undici: '7.0.0' }],
  ])('on %s', async (_, versions) => {
    const { fetch, requests } = observedFetch(empty(204));
    vi.spyOn(process, 'versions', 'get').mockReturnValue(versions as unknown as NodeJS.ProcessVersions);
    onTestFinished(() => void vi.restoreAllMocks());
    await refuses(createClient({ baseUrl: 'http://api.test', fetch }), requests);
  });

  it('where fetch has no dispatcher that could add it', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    for (const place of [1, 2].map((number) => Symbol.for(`undici.globalDispatcher.${number}`))) {
      const before: unknown = Reflect.get(globalThis, place);
      Reflect.set(globalThis, place, {});
      onTestFinished(() => void Reflect.set(globalThis, place, before));
    }
    await refuses(createClient({ baseUrl: 'http://api.test', fetch }), requests);
  });

  it.each([{ bun: '1.4.5' }, { deno: '2.9.6' }])('where another fetch replaces that of %j', async (versions) => {
    const { fetch, requests } = observedFetch(empty(204));
    vi.spyOn(process, 'versions', 'get').mockReturnValue(versions as unknown as NodeJS.ProcessVersions);
    vi.stubGlobal('fetch', fetch);
    onTestFinished(() => {
      vi.restoreAllMocks();
      vi.unstubAllGlobals();
    });
    const problem = 'a fetch that was replaced cannot send a body with GET here';
    await refuses(createClient({ baseUrl: 'http://api.test' }), requests, problem);
    await refuses(createClient({ baseUrl: 'http://api.test', fetch }), requests, problem);
  });
});
