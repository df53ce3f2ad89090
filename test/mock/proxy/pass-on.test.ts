import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { MockRequest } from '../../../src/contract/message/request.js';
import type { Client } from '../../../src/mock/client.js';
import { passOn } from '../../../src/mock/proxy/pass-on.js';
import { readUpstream, type Upstream } from '../../../src/mock/proxy/upstream.js';
import { listening } from './proxied.js';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

async function upstreamThat(listener: Listener, timeoutMs = 5000): Promise<Upstream> {
  const server = createServer(listener);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return readUpstream(await listening(server), timeoutMs);
}

function request(fields: Partial<MockRequest> = {}): MockRequest {
  return {
    ...{ method: 'POST', path: '/a', search: '', query: {}, headers: {}, body: new Uint8Array(), malformed: undefined },
    ...fields,
  };
}

const abc = Buffer.from('abc');

interface Sent {
  body?: Buffer;
  rest?: string;
  headers?: Record<string, string>;
}

test.each<[method: string, sent: Sent, framing: Record<string, string>]>([
  ...['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'].map((method): [string, Sent, Record<string, string>] => [method, {}, {}]),
  ...['POST', 'PUT', 'PATCH', 'PROPFIND'].map((method): [string, Sent, Record<string, string>] => [
    method,
    {},
    { 'content-length': '0' },
  ]),
  ['GET', { headers: { 'content-length': '0' } }, {}],
  ['GET', { body: abc }, { 'content-length': '3' }],
  ['POST', { body: abc, headers: { 'content-length': '7' } }, { 'content-length': '3' }],
  ['POST', { body: abc, rest: 'de' }, { 'transfer-encoding': 'chunked' }],
  ['POST', { body: abc, rest: 'de', headers: { 'content-length': '5' } }, { 'content-length': '5' }],
])('%s is sent with the framing of its body (%#)', async (method, { rest, ...fields }, framing) => {
  let came: IncomingMessage | undefined;
  const upstream = await upstreamThat((incoming, response) => {
    came = incoming;
    void buffer(incoming).then((body) => response.setHeader('x-body', String(body)).end());
  });
  const whole = request({ method, ...fields, ...(rest !== undefined && { rest: Readable.from([Buffer.from(rest)]) }) });
  const { message } = await passOn(upstream, whole);
  message.resume();
  const named = Object.entries(came?.headers ?? {}).filter(([name]) => ['content-length', 'transfer-encoding'].includes(name));
  expect([came?.method, Object.fromEntries(named)]).toEqual([method, framing]);
  expect(message.headers['x-body']).toBe(`${String(fields.body ?? '')}${rest ?? ''}`);
});

test.each([
  [undefined, undefined, 'keep-alive'],
  ['gzip', undefined, 'keep-alive'],
  ['my-trailers, trailersx, trailers x, x trailers', undefined, 'keep-alive'],
  ['trailers', 'trailers', 'keep-alive, te'],
  ['gzip;q=0.5 ,\tTrailers , deflate', 'trailers', 'keep-alive, te'],
])('of the field TE %j the server gets %j, in a connection that is %s', async (te, passed, connection) => {
  const upstream = await upstreamThat(({ headers }, response) => {
    response.end(JSON.stringify([headers.te, headers.connection]));
  });
  const { message } = await passOn(upstream, request({ headers: { te } }));
  expect(JSON.parse(await text(message))).toEqual([passed ?? null, connection]);
});

test('all headers of a response arrive, however many', async () => {
  const fields = Array.from({ length: 2100 }, () => ['a', '']);
  const upstream = await upstreamThat((_request, response) => response.writeHead(200, [...fields, ['z', '1']].flat()).end());
  const { message } = await passOn(upstream, request());
  message.resume();
  expect(message.headers.z).toBe('1');
});

test.each([
  ['idle while its end is awaited', new PassThrough(), 60],
  ['sent whole', Readable.from(['de']), 60],
])('a request whose rest is %s has a limit for the response', async (_, rest, timeoutMs) => {
  const upstream = await upstreamThat((incoming) => void incoming.resume(), timeoutMs);
  const passed = passOn(upstream, request({ body: abc, rest }));
  await expect(passed).rejects.toMatchObject({ name: 'TimeoutError', message: 'The server did not respond in time.' });
});

test('a head that comes byte by byte after a request was sent has one limit', async () => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined).write('HTTP/1.1 200 OK\r\nX: ');
    const drip = setInterval(() => socket.write('x'), 10);
    socket.once('close', () => clearInterval(drip)).resume();
  });
  onTestFinished(() => void server.close());
  const passed = passOn(readUpstream(await listening(server), 150), request({ body: abc, rest: Readable.from(['de']) }));
  await expect(passed).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('a request may be sent for longer than its response may take, as long as it goes on', async () => {
  const upstream = await upstreamThat((incoming, response) => void buffer(incoming).then((body) => response.end(body)), 200);
  async function* slowly(): AsyncGenerator<string> {
    for (const letter of 'defghij') {
      await wait(50);
      yield letter;
    }
  }
  const { message } = await passOn(upstream, request({ body: abc, rest: Readable.from(slowly()) }));
  expect(await text(message)).toBe('abcdefghij');
});

test('the limit of a head is not one of the body, and nothing waits when the response is there', async () => {
  const upstream = await upstreamThat((_request, response) => {
    response.write('a');
    setTimeout(() => response.end('b'), 200);
  }, 100);
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const { message } = await passOn(upstream, request());
  expect(await text(message)).toBe('ab');
  const before = timers();
  const again = await passOn({ ...upstream, timeoutMs: 9_999_999 }, request());
  await text(again.message);
  expect(timers()).toBeLessThanOrEqual(before);
  const nowhere = readUpstream('http://127.0.0.1:9', 9_999_999);
  await expect(passOn(nowhere, request())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await wait(1);
  expect(timers()).toBeLessThanOrEqual(before);
});

test('what a server does not want of a request is read and dropped', async () => {
  const upstream = await upstreamThat((incoming, response) => {
    response.writeHead(413, { connection: 'close' }).end(() => incoming.socket.destroy());
  });
  const rest = new PassThrough();
  const { message } = await passOn(upstream, request({ body: abc, rest }));
  message.resume();
  const ended = once(rest, 'end');
  for (let part = 0; part < 20; part += 1) {
    rest.write(Buffer.alloc(50_000));
    await wait(1);
  }
  rest.end();
  await ended;
  expect(message.statusCode).toBe(413);
});

test('a rest that has broken off already is not sent, nor one that breaks off', async () => {
  const upstream = await upstreamThat((incoming, response) => void buffer(incoming).then(() => response.end(), Boolean));
  const closed = new PassThrough();
  closed.destroy();
  await once(closed, 'close');
  await expect(passOn(upstream, request({ body: abc, rest: closed }))).rejects.toMatchObject({ code: 'ECONNRESET' });
  const breaking = new PassThrough();
  const passed = passOn(upstream, request({ body: abc, rest: breaking }));
  breaking.destroy();
  await expect(passed).rejects.toMatchObject({ code: 'ECONNRESET' });
});

/** A server that closes each connection instead of sending a second response, and that counts its requests. */
async function closingServer(): Promise<{ upstream: Upstream; count: () => number }> {
  let count = 0;
  const server = createTcpServer((socket) => {
    socket
      .on('error', () => undefined)
      .once('data', () => {
        count += 1;
        socket.write('HTTP/1.1 204 No Content\r\n\r\n');
        socket.once('data', () => {
          count += 1;
          socket.destroy();
        });
      });
  });
  onTestFinished(() => void server.close());
  return { upstream: readUpstream(await listening(server)), count: () => count };
}

const gone: Client = { isGone: () => true, onceGone: () => undefined };
const there: Client = { isGone: () => false, onceGone: () => undefined };

test.each([
  ['TRACE', there, {}, 3],
  ['GET', there, {}, 3],
  ['GET', gone, {}, 2],
  ['PUT', there, { body: abc, rest: Readable.from(['d']) }, 2],
] as const)(
  'after %s on a connection that closes (%#), requests are repeated as often as is safe',
  async (method, client, fields, times) => {
    const { upstream, count } = await closingServer();
    (await passOn(upstream, request({ method: 'GET' }))).message.resume();
    await wait(10);
    const again = passOn(upstream, request({ method, ...fields }), client);
    if (times === 3) expect((await again).message.statusCode).toBe(204);
    else await expect(again).rejects.toThrow();
    expect(count()).toBe(times);
  },
);

/** A fake of Node's request to a server. The test emits its events, but the last: it closes. */
interface Outgoing extends EventEmitter {
  reusedSocket: boolean;
}

/** An upstream with fake requests. `act` runs when a request is ended. */
function pretended(act: (outgoing: Outgoing, count: number) => void): { upstream: Upstream; count: () => number } {
  let count = 0;
  const start = (): Outgoing => {
    const outgoing: Outgoing = Object.assign(new EventEmitter(), {
      reusedSocket: true,
      end: () => {
        count += 1;
        setImmediate(() => {
          act(outgoing, count);
          outgoing.emit('close');
        });
      },
    });
    return outgoing;
  };
  return { upstream: { ...readUpstream('http://a.example'), request: start as never }, count: () => count };
}

const failure = (code?: string): Error => Object.assign(new Error('No.'), { code });

test.each([
  ['ECONNRESET', true, 2],
  ['EPIPE', true, 2],
  ['ECONNRESET', false, 1],
  ['ECONNREFUSED', true, 1],
  [undefined, true, 1],
])('after %s, on a connection that was used before: %s, a request is sent %i times', async (code, reusedSocket, times) => {
  const { upstream, count } = pretended((outgoing) => {
    outgoing.reusedSocket = reusedSocket;
    outgoing.emit('error', failure(code));
  });
  await expect(passOn(upstream, request({ method: 'GET' }))).rejects.toThrow('No.');
  expect(count()).toBe(times);
});

const whole = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

test.each([
  ['nothing', '', false],
  ['bytes that are no HTTP', '!', true],
  ['a second response', whole, true],
])('%s after the end of a response', async (_, more, isExtra) => {
  const upstream = await upstreamThat((incoming) => void incoming.socket.end(whole + more));
  const begun = await passOn(upstream, request());
  expect(begun.hasExtraBytes()).toBe(false);
  expect(String(await buffer(begun.message))).toBe('hi');
  expect(begun.hasExtraBytes()).toBe(isExtra);
});

test('nothing follows a response that ends with its connection', async () => {
  const upstream = await upstreamThat((incoming) => void incoming.socket.end('HTTP/1.1 200 OK\r\n\r\nhi'));
  const begun = await passOn(upstream, request());
  expect(String(await buffer(begun.message))).toBe('hi');
  expect(begun.hasExtraBytes()).toBe(false);
});

test('an error after a response has begun is left to its reader', async () => {
  const { upstream } = pretended((outgoing) => {
    outgoing.emit('response', Object.assign(new PassThrough(), { headers: {} }));
    outgoing.emit('error', failure('ECONNRESET'));
  });
  expect((await passOn(upstream, request())).hasExtraBytes()).toBe(false);
});

test('a first connection that closes is no idle one: nothing is repeated', async () => {
  let count = 0;
  const upstream = await upstreamThat((incoming) => {
    count += 1;
    incoming.socket.destroy();
  });
  await expect(passOn(upstream, request({ method: 'GET' }))).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(count).toBe(1);
});
