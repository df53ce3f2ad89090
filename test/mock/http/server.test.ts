import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { mostBytes, type MockRequest } from '../../../src/contract/message/request.js';
import type { MockResponse } from '../../../src/contract/message/response.js';
import type { Client } from '../../../src/mock/client.js';
import type { LoggedExchange } from '../../../src/mock/exchange.js';
import { listen, type ServerOptions } from '../../../src/mock/http/server.js';
import { sendRaw, type Piece } from './raw.js';

/** Starts a server. Returns its URL and its log. */
async function serve(options: Partial<ServerOptions> = {}): Promise<{ url: string; logged: string[] }> {
  const logged: string[] = [];
  const log = ({ method, path, response: { status } }: Pick<LoggedExchange, 'method' | 'path' | 'response'>): void =>
    void logged.push(`${method} ${path} ${status}`);
  const server = await listen({
    ...{ port: 0, host: '127.0.0.1', timeoutMs: 5000, isSlow: false, streamsBodies: false },
    methods: () => ['GET', 'POST', 'GET'],
    handle: () => ({ status: 204, headers: {}, body: undefined }),
    log,
    ...options,
  });
  onTestFinished(() => server.close());
  return { url: server.url, logged };
}

const head = (fields: string, method = 'POST', version = '1.1'): string =>
  `${method} /a?b=c HTTP/${version}\r\nHost: x\r\n${fields}\r\n`;

const large = Buffer.alloc(mostBytes + 1, 'x');

test.each<[what: string, pieces: Piece[], expected: string, logged: string[]]>([
  ['the largest body', [head(`Content-Length: ${mostBytes}\r\n`), large.subarray(1)], '204', []],
  [
    'one byte more, announced',
    [head(`Content-Length: ${large.length}\r\n`), large],
    'larger than 1048576 bytes',
    ['POST /a 413'],
  ],
  [
    'one byte more, in chunks',
    [head('Transfer-Encoding: chunked\r\n'), `${large.length.toString(16)}\r\n`, large, '\r\n0\r\n\r\n'],
    'larger than 1048576 bytes: send less.',
    ['POST /a 413'],
  ],
  ['no Host', ['GET / HTTP/1.1\r\n\r\n'], 'The header Host is missing: HTTP/1.1 requires it.', ['GET / 400']],
  ['an empty Host', ['GET / HTTP/1.1\r\nHost:\r\n\r\n'], 'The header Host is missing', ['GET / 400']],
  ['no Host in HTTP/1.0', ['GET / HTTP/1.0\r\n\r\n'], '204', []],
  ['Host twice', [head('hOST: x\r\n')], 'The header Host stands twice: send one (RFC 9112, section 3.2).', ['POST /a 400']],
  ['another header of four letters', [head('Hast: x\r\nHostage: y\r\n', 'GET')], '204', []],
  [
    'another expectation',
    [head('Expect: tea\r\n')],
    'The only expectation that can be met is \\"100-continue\\".',
    ['POST /a 417'],
  ],
  ['CONNECT', [head('', 'CONNECT')], 'This is no proxy: CONNECT leads nowhere.', ['CONNECT  405']],
  ['no HTTP', ['what?\r\n\r\n'], 'This is no valid HTTP request', ['?  400']],
])('%s gets its response, and a refusal is logged', async (_, pieces, expected, logged) => {
  const server = await serve();
  const { text: response } = await sendRaw(server.url, pieces);
  expect(response).toContain(expected);
  expect(server.logged).toEqual(logged);
});

test('CONNECT is told each method once', async () => {
  const { url } = await serve();
  const { text: response } = await sendRaw(url, [head('', 'CONNECT')]);
  expect(response).toMatch(/\r\nallow: GET, POST, OPTIONS\r\n/);
});

test.each([
  [mostBytes, false, 1],
  [mostBytes + 1, false, 0],
  [mostBytes + 1, true, 1],
])(
  'of a client that asks before it sends %i bytes, streamed: %s, permission is given %i times',
  async (size, streamsBodies, times) => {
    const { url } = await serve({
      streamsBodies,
      handle: ({ rest }) => {
        rest?.resume();
        return { status: 200, headers: {}, body: 'ok' };
      },
    });
    const outgoing = httpRequest(url, { method: 'POST', headers: { expect: '100-continue', 'content-length': size } });
    let permissions = 0;
    outgoing.on('continue', () => {
      permissions += 1;
      outgoing.end(Buffer.alloc(size));
    });
    outgoing.on('error', () => undefined).flushHeaders();
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    await text(response);
    outgoing.destroy();
    expect(permissions).toBe(times);
  },
);

test('a request arrives as it was sent, its body whole, or its beginning and the rest', async () => {
  const came: MockRequest[] = [];
  const { url } = await serve({
    streamsBodies: true,
    handle: async (request) => {
      came.push(request);
      const rest = request.rest ? await buffer(request.rest) : Buffer.alloc(0);
      return { status: 200, headers: {}, body: String(request.body.length + rest.length) };
    },
  });
  const post = (body: string | Buffer): Promise<string> =>
    fetch(`${url}/a?b=c`, { method: 'POST', headers: { 'x-a': '1' }, body: new Uint8Array(Buffer.from(body)) }).then((one) =>
      one.text(),
    );
  expect([await post('hé'), await post(Buffer.alloc(mostBytes)), await post(Buffer.alloc(mostBytes + 70_000))]).toEqual([
    ...['3', String(mostBytes)],
    String(mostBytes + 70_000),
  ]);
  expect(came.map(({ rest, body }) => [rest !== undefined, body.length > mostBytes])).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
  const [first] = came;
  expect(first).toMatchObject({ method: 'POST', path: '/a', search: '?b=c', headers: { 'x-a': '1' } });
  expect(String(Buffer.from(first?.body ?? []))).toBe('hé');
  await sendRaw(url, [head('Set-Cookie: a=b\r\nX-B: 2\r\n', 'GET')]);
  expect([came[3]?.headers['set-cookie'], came[3]?.headers['x-b']]).toEqual([undefined, '2']);
});

const json = { 'content-type': 'application/json' };

test.each<[what: string, made: MockResponse, fields: string[], body: string]>([
  ['a text', { status: 200, headers: json, body: 'hé' }, ['content-type: application/json', 'content-length: 3'], 'hé'],
  ['bytes', { status: 200, headers: {}, body: Buffer.from('hé') }, ['content-length: 3'], 'hé'],
  [
    'a length that is wrong',
    { status: 200, headers: { 'content-length': '7', 'x-a': '1' }, body: 'a' },
    ['x-a: 1', 'content-length: 1'],
    'a',
  ],
  ['nothing', { status: 200, headers: {}, body: undefined }, ['content-length: 0'], ''],
  ['no content', { status: 204, headers: {}, body: undefined }, [], ''],
  ['not modified', { status: 304, headers: { etag: '1' }, body: undefined }, ['etag: 1'], ''],
  [
    'a length alone',
    { status: 200, headers: { 'content-length': '7' }, body: 'x', isLengthOnly: true },
    ['content-length: 7'],
    '',
  ],
  ['a body that is not sent', { status: 200, headers: {}, body: 'abc', isLengthOnly: true }, ['content-length: 3'], ''],
  [
    'cookies',
    { status: 200, headers: {}, body: 'a', setCookies: ['a=1', 'b=2'] },
    ['content-length: 1', 'set-cookie: a=1', 'set-cookie: b=2'],
    'a',
  ],
])('%s is sent with its headers', async (_, made, fields, body) => {
  const { url } = await serve({ handle: () => made });
  // The response to HEAD has no body, so it may have any Content-Length.
  const method = made.isLengthOnly ? 'HEAD' : 'GET';
  const { text: whole } = await sendRaw(url, [head('Connection: close\r\n', method)]);
  const [sent = '', content = ''] = whole.split('\r\n\r\n');
  const own = sent.split('\r\n').filter((line) => !/^(HTTP|Date|Connection)/i.test(line));
  expect([own, Buffer.from(content, 'latin1').toString()]).toEqual([fields, body]);
});

test.each<[body: MockResponse['body'], length: string, sent: string]>([
  [undefined, '2', '\n'],
  ['', '2', ''],
  ['a', '2', 'a'],
  ['abc', '3', 'ab'],
  [Buffer.from('abcd'), '4', 'ab'],
])('a response that breaks off with %j announces %s bytes and sends half', async (body, length, sent) => {
  const made: MockResponse = { status: 200, headers: json, body, setCookies: ['a=1'], breaksOff: true };
  const { url } = await serve({ handle: () => made });
  const { text: whole } = await sendRaw(url, [head('', 'GET')]);
  const [fields = '', content] = whole.split('\r\n\r\n');
  expect(fields).toMatch(new RegExp(`\r\ncontent-length: ${length}(\r\n|$)`, 'i'));
  expect(fields).toMatch(/\r\nset-cookie: a=1(\r\n|$)/i);
  expect(content).toBe(sent);
});

test.each([
  ['whole', false],
  ['while it comes', true],
])('trailers follow a body that is sent %s', async (_, isStreamed) => {
  const rest = new PassThrough();
  const made: MockResponse = {
    ...{ status: 200, headers: json, body: 'a', setCookies: ['a=1'] },
    trailers: () => ({ 'x-end': 'yes' }),
    ...(isStreamed && { rest }),
  };
  const { url } = await serve({ handle: () => made });
  const outgoing = httpRequest(url, { headers: { te: 'trailers' } }).end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  rest.end('b');
  expect([await text(response), response.trailers]).toEqual([isStreamed ? 'ab' : 'a', { 'x-end': 'yes' }]);
  expect(response.headers).toMatchObject({ ...json, 'set-cookie': ['a=1'] });
});

test('a stream that has ended already ends its response, with its trailers, and one that fails breaks it off', async () => {
  const ended = new PassThrough();
  ended.end();
  ended.resume();
  await once(ended, 'end');
  const failing = new PassThrough();
  const rests = [ended, failing];
  const { url } = await serve({
    handle: () => ({
      status: 200,
      headers: {},
      body: undefined,
      rest: rests.shift() ?? ended,
      trailers: () => ({ 'x-end': '1' }),
    }),
  });
  const first = await sendRaw(url, [head('Connection: close\r\n', 'GET')]);
  expect(first.text).toMatch(/0\r\nx-end: 1\r\n\r\n$/);
  const second = sendRaw(url, [head('', 'GET')]);
  while (rests.length > 0) await wait(5);
  failing.write('a');
  await wait(20);
  failing.destroy(new Error('No.'));
  expect((await second).text).toMatch(/1\r\na\r\n$/);
});

test.each<[what: string, handle: ServerOptions['handle']]>([
  [
    'throws',
    () => {
      throw new Error('No.');
    },
  ],
  ['rejects', () => Promise.reject(new Error('No.'))],
])('where what makes the response %s, the connection ends', async (_, handle) => {
  const { url } = await serve({ handle });
  await expect(sendRaw(url, [head('', 'GET')])).rejects.toThrow('There was no response');
});

test.each([true, false])(
  'where responses may take long: %s, a client that leaves is known, and what was for it is ended',
  async (isSlow) => {
    const rest = new PassThrough();
    const told: unknown[] = [];
    let finish: ((made: MockResponse) => void) | undefined;
    const { url } = await serve({
      isSlow,
      handle: (_request, client) => {
        told.push(client?.isGone());
        client?.onceGone(() => told.push('gone', client.isGone()));
        return new Promise((resolve) => (finish = resolve));
      },
    });
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    socket.write(head('', 'GET'));
    while (!finish) await wait(5);
    socket.destroy();
    if (isSlow) while (told.length < 3) await wait(5);
    else await wait(50);
    finish({ status: 200, headers: {}, body: 'a', rest });
    await once(rest, 'close');
    expect(told).toEqual(isSlow ? [false, 'gone', true] : [undefined]);
  },
);

test('a client that has its response is not gone', async () => {
  const told: unknown[] = [];
  let known: Client | undefined;
  const { url } = await serve({
    isSlow: true,
    handle: (_request, client) => {
      known = client;
      client?.onceGone(() => told.push('gone'));
      return { status: 200, headers: {}, body: 'a' };
    },
  });
  await sendRaw(url, [head('Connection: close\r\n', 'GET')]);
  await wait(20);
  expect([told, known?.isGone()]).toEqual([[], false]);
});

test.each([
  [{ status: 102, headers: {} }, 'HTTP/1.1 102 Processing\r\n\r\n'],
  [
    { status: 103, headers: { link: ['</a>; rel=preload, </b,c>; rel=preload', '</d>; rel=preload'], 'x-hint': ['1'] } },
    'HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload, </b,c>; rel=preload, </d>; rel=preload\r\nx-hint: 1\r\n\r\n',
  ],
  [{ status: 103, headers: { link: ['no link'] } }, ''],
  [{ status: 103, headers: { 'x-hint': ['1'] } }, ''],
  [{ status: 104, headers: {} }, ''],
])('the informational response %j is sent before the response, and to no client of HTTP/1.0', async (information, expected) => {
  const { url } = await serve({
    isSlow: true,
    handle: (_request, client) => {
      client?.inform?.(information);
      return { status: 200, headers: {}, body: client?.inform ? 'yes' : 'no' };
    },
  });
  const final = /HTTP\/1\.1 200 OK[^]*$/;
  const first = (await sendRaw(url, [head('', 'GET')], expected ? 2 : 1)).text;
  expect([first.replace(final, ''), first.endsWith('yes')]).toEqual([expected, true]);
  const old = (await sendRaw(url, [head('', 'GET', '1.0')])).text;
  expect([old.replace(final, ''), old.endsWith('no')]).toEqual(['', true]);
});

test('after its response has begun, nothing is sent before it', async () => {
  let late: Client | undefined;
  const rest = new PassThrough();
  const { url } = await serve({
    isSlow: true,
    handle: (_request, client) => {
      late = client;
      return { status: 200, headers: {}, body: 'a', rest };
    },
  });
  const response = await fetch(url);
  late?.inform?.({ status: 102, headers: {} });
  rest.end('b');
  expect(await response.text()).toBe('ab');
});
