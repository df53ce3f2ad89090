import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse as NodeResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { knownCodings, mostUnpacked } from '../../../src/contract/body/content-coding.js';
import type { SampleRequest } from '../../../src/requests/sample-request.js';
import { KeptConnection, sendRequest, type ServerResponse } from '../../../src/verify/walk/send-request.js';
import { listen, serve, serveBytes } from '../../client/servers.js';

/** A request without parameters. */
function to(url: string, parts: Partial<SampleRequest> = {}): SampleRequest {
  return {
    ...{ operationId: 'a', method: 'GET', server: url, url, query: [], search: '', headers: [], body: undefined, parameters: [] },
    ...{ token: undefined, successWithBody: undefined, ...parts },
  };
}

const send = (url: string, connection?: KeptConnection): Promise<ServerResponse> => sendRequest(to(url), 10_000, connection);
const text = (body: string): Partial<SampleRequest> => ({ body: { contentType: 'text/plain', text: body, json: undefined } });

it.each<[parts: Partial<SampleRequest>, head: string[], body: string]>([
  [{}, ['GET /a HTTP/1.1', 'accept: */*', `accept-encoding: ${knownCodings}`], ''],
  [{ search: 'b=%20' }, ['GET /a?b=%20 HTTP/1.1', 'accept: */*', `accept-encoding: ${knownCodings}`], ''],
  [
    { headers: [['Accept', 'text/plain']], method: 'POST', ...text('') },
    ['POST /a HTTP/1.1', 'Accept: text/plain', `accept-encoding: ${knownCodings}`, 'content-length: 0'],
    '',
  ],
  // Node itself sends the body of a GET without its length.
  [text('é'), ['GET /a HTTP/1.1', 'accept: */*', `accept-encoding: ${knownCodings}`, 'content-length: 2'], 'é'],
])('the request %j is sent with its length, and takes each coding that is read', async (parts, head, body) => {
  const server = await serveBytes('HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 1\r\n\r\nx');
  const { status, headers, body: received, extraBytes, reused } = await sendRequest(to(`${server.url}/a`, parts), 10_000);
  expect([status, headers.location, String(received), extraBytes, reused]).toEqual([302, '/b', 'x', false, false]);
  const [sent = '', content] = server.received().split('\r\n\r\n');
  expect([sent.split('\r\n').filter((line) => !/^(Host|Connection):/i.test(line)), content]).toEqual([head, body]);
});

it.each([
  ['a second response', 'HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n'],
  ['what is no HTTP', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx and more'],
])('%s after the end of a response is noticed', async (_, bytes) => {
  const { url } = await serveBytes(bytes);
  expect(await send(url)).toMatchObject({ status: Number(bytes.slice(9, 12)), extraBytes: true });
});

it.each([
  [mostUnpacked, mostUnpacked],
  [mostUnpacked + 1, undefined],
])('of a body with %i bytes %s are kept', async (size, kept) => {
  const { status, body } = await send(await serve((_request, response) => response.end(Buffer.alloc(size))));
  expect([status, body?.length]).toEqual([200, kept]);
});

it('all headers of a response are read, however many there are', async () => {
  const { url } = await serveBytes(`HTTP/1.1 204 No Content\r\n${'a:1\r\n'.repeat(2100)}last: 1\r\n\r\n`);
  expect((await send(url)).headers).toMatchObject({ last: '1' });
});

it.each<[why: string, bytes: string, error: object]>([
  ['what is no HTTP', 'no HTTP', { code: 'HPE_INVALID_CONSTANT' }],
  ['no byte', '', { code: 'ECONNRESET' }],
  ['half a body', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', { code: 'ECONNRESET' }],
])('where a server sends %s, the error is that of Node', async (_, bytes, error) => {
  const { url } = await serveBytes(bytes);
  await expect(send(url)).rejects.toMatchObject(error);
});

it('a server of https is spoken to with TLS, on a connection of its own or on a kept one', async () => {
  const [key, cert] = ['key', 'certificate'].map((name) => readFileSync(`test/client/certificate/${name}.pem`));
  const url = await listen(createTlsServer({ key, cert }), 'https');
  const connection = new KeptConnection();
  for (const one of [undefined, connection]) {
    await expect(send(url, one)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  }
});

describe('a time limit', () => {
  afterEach(() => vi.useRealTimers());
  const late = { name: 'TimeoutError', message: 'The server did not respond in time.' };

  it.each<[until: string, respond: (response: NodeResponse) => unknown]>([
    ['begins to respond', () => undefined],
    ['ends its response', (response) => response.write('x')],
  ])('holds until the server %s', async (_, respond) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let asked = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const url = await serve((_request, response) => {
      respond(response);
      asked();
    });
    const ended = vi.fn();
    const sent = sendRequest(to(url), 1000).then(ended, (error: unknown) => {
      ended();
      throw error;
    });
    const refused = expect(sent).rejects.toMatchObject(late);
    await isAsked;
    vi.advanceTimersByTime(999);
    await new Promise(setImmediate);
    expect(ended).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    await refused;
  });

  it('ends with the response', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await send(await serve((_request, response) => response.end('x')));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a kept connection', () => {
  it('carries one request after the other, and ends when it is closed', async () => {
    const sockets = new Set<Socket>();
    const url = await serve((request, response) => {
      sockets.add(request.socket);
      response.end(request.url);
    });
    const connection = new KeptConnection();
    const responses: ServerResponse[] = [];
    for (const path of ['/1', '/2', '/3']) responses.push(await send(url + path, connection));
    await Promise.all([send(url, connection), send(url, connection)]);
    expect(responses.map(({ body, reused, extraBytes }) => [String(body), reused, extraBytes])).toEqual([
      ['/1', false, false],
      ['/2', true, false],
      ['/3', true, false],
    ]);
    const [socket] = sockets;
    expect([sockets.size, socket?.destroyed]).toEqual([1, false]);
    connection.close();
    if (socket) await once(socket, 'close');
    expect((await send(url)).reused).toBe(false);
    expect(sockets.size).toBe(2);
  });

  it('tells the next response that bytes came before its request', async () => {
    const sockets: Socket[] = [];
    const server = createServer((request, response) => {
      sockets.push(request.socket);
      response.end('x');
    });
    const url = await listen(server, 'http');
    const connection = new KeptConnection();
    const extra = async (): Promise<boolean> => (await send(url, connection)).extraBytes;
    expect([await extra(), await extra()]).toEqual([false, false]);
    sockets.at(-1)?.write('more');
    await vi.waitUntil(() => connection.hasExtraBytes);
    expect([await extra(), await extra()]).toEqual([true, false]);
    connection.close();
  });
});
