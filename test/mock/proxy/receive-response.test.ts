import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { mostBytes } from '../../../src/contract/message/request.js';
import { receiveResponse, type Patience, type UpstreamResponse } from '../../../src/mock/proxy/receive-response.js';
import { listening } from './proxied.js';

/** The head of a response, as a client receives it. */
async function responseOf(listener: RequestListener): Promise<IncomingMessage> {
  const server = createServer(listener);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const outgoing = get(await listening(server), { agent: false });
  const [message] = (await once(outgoing, 'response')) as [IncomingMessage];
  // As when a request is passed on: an error after the head is reported by the response.
  outgoing.on('error', () => undefined);
  return message;
}

async function received(
  listener: RequestListener,
  patience: Partial<Patience> = {},
  hasExtraBytes = false,
): Promise<UpstreamResponse> {
  const message = await responseOf(listener);
  return receiveResponse({ message, hasExtraBytes: () => hasExtraBytes }, { timeoutMs: 5000, ...patience });
}

/** All bytes of a response, buffered or streamed. */
async function whole({ response: { body = '', rest } }: UpstreamResponse): Promise<string> {
  return `${String(Buffer.from(body))}${rest ? await text(rest) : ''}`;
}

// A buffered body can be validated. A streamed body reaches the client without delay.
test.each([
  ['application/json', 2, true],
  ['application/json', 0, true],
  ['text/plain', mostBytes, true],
  ['text/plain', mostBytes + 1, false],
  ['text/event-stream', 2, false],
  ['text/event-stream; charset=utf-8', 2, false],
  ['TEXT/EVENT-STREAM', 2, false],
  ['text/event-streams', 2, true],
  ['application/text/event-stream', 2, true],
])('a response of the type %s with %i bytes is held: %s', async (type, size, isHeld) => {
  const listener: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': type }).end(Buffer.alloc(size));
  };
  const one = await received(listener);
  expect([one.received.body?.length, one.response.rest === undefined]).toEqual([isHeld ? size : undefined, isHeld]);
  const beginning = one.response.body === undefined ? 0 : Buffer.from(one.response.body).length;
  const rest = one.response.rest ? await buffer(one.response.rest) : Buffer.alloc(0);
  expect(beginning + rest.length).toBe(size);
});

/** Sends pieces of a body, each followed by a pause in milliseconds. */
const inPieces =
  (pieces: string[], pauseMs: number, type = 'text/plain'): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type }).flushHeaders();
    void (async () => {
      for (const piece of pieces) {
        response.write(piece);
        await wait(pauseMs);
      }
      response.end();
    })();
  };

test('a body that comes in pieces is one, held until it has taken too long', async () => {
  const held = await received(inPieces(['a', 'b', 'c'], 5), { holdMs: 2000 });
  expect([String(held.received.body), held.response.rest]).toEqual(['abc', undefined]);
  const passedOn = await received(inPieces(['a', 'b', 'c', 'd'], 100), { holdMs: 150 });
  expect([passedOn.received.body, passedOn.response.rest === undefined]).toEqual([undefined, false]);
  expect(String(passedOn.response.body)).toMatch(/^ab?c?$/);
  expect(await whole(passedOn)).toBe('abcd');
});

test('what has been received listens for nothing but silence', async () => {
  const message = await responseOf(inPieces(['a', 'b'], 5, 'text/event-stream'));
  const listeners = (): number[] => ['data', 'error', 'end', 'close'].map((name) => message.listenerCount(name));
  const [data = 0, error = 0, end = 0, close = 0] = listeners();
  const passedOn = await receiveResponse({ message, hasExtraBytes: () => false }, { timeoutMs: 5000 });
  expect(listeners()).toEqual([data + 1, error, end, close + 1]);
  expect(await whole(passedOn)).toBe('ab');
});

test('a body may take longer than it may pause, and may be left waiting', async () => {
  const passedOn = await received(inPieces(['a', 'b', 'c', 'd', 'e', 'f'], 80), { timeoutMs: 400, holdMs: 60 });
  expect(await whole(passedOn)).toBe('abcdef');
  const notTaken = await received(inPieces(['a', 'b', 'c'], 20), { timeoutMs: 300, holdMs: 10 });
  await wait(500);
  expect(await whole(notTaken)).toBe('abc');
});

test.each([
  ['while it is held', 'text/plain', 'a'],
  ['before its first event', 'text/event-stream', ''],
])('a body that pauses for too long %s is ended', async (_, type, piece) => {
  const silent = received(
    (_request, response) => {
      response.writeHead(200, { 'content-type': type }).flushHeaders();
      if (piece) response.write(piece);
    },
    { timeoutMs: 100 },
  );
  await expect(silent).rejects.toMatchObject({ name: 'TimeoutError', message: 'The server did not go on in time.' });
});

test('between events, and after a body, silence is no fault', async () => {
  const events = await received(inPieces(['data: 1\n\n', 'data: 2\n\n'], 250, 'text/event-stream'), { timeoutMs: 100 });
  expect(await whole(events)).toBe('data: 1\n\ndata: 2\n\n');
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const message = await responseOf((_request, response) => response.end('a'));
  const before = timers();
  await receiveResponse({ message, hasExtraBytes: () => false }, { timeoutMs: 9_999_999, holdMs: 9_999_999 });
  if (!message.closed) await once(message, 'close');
  expect(timers()).toBeLessThanOrEqual(before);
});

test('a body that pauses for too long after it was passed on while it came breaks off', async () => {
  const passedOn = await received((_request, response) => void response.write('a'), { timeoutMs: 100, holdMs: 10 });
  await expect(whole(passedOn)).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('a body that breaks off is an error while it is held', async () => {
  const cut = received((_request, response) => {
    response.writeHead(200, { 'content-length': '9' }).write('a', () => response.destroy());
  });
  await expect(cut).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test.each([
  ['', true, 'body is empty', { body: undefined, isLengthOnly: true }],
  ['ab', true, 'body is held', { body: Buffer.from('ab') }],
])('of %j with trailers and cookies: %s %s', async (content, hasExtraBytes, _, expected) => {
  const listener: RequestListener = (_request, response) => {
    response.writeHead(200, { trailer: 'x-end', 'set-cookie': ['a=1', 'b=2'], 'x-a': '1' });
    if (content) response.write(content);
    response.addTrailers({ 'x-end': 'yes' });
    response.end();
  };
  const one = await received(listener, {}, hasExtraBytes);
  const { trailers, headers, ...response } = one.response;
  expect(response).toEqual({ status: 200, setCookies: ['a=1', 'b=2'], ...expected });
  expect([headers['x-a'], headers['set-cookie']]).toEqual(['1', undefined]);
  expect(trailers?.()).toEqual(content ? { 'x-end': 'yes' } : undefined);
  expect([one.hasExtraBytes, String(one.received.body)]).toEqual([true, content]);
  expect(one.received).toMatchObject({ status: 200, setCookies: ['a=1', 'b=2'], repeated: [] });
});

test('what is plain has neither cookies nor trailers, and bytes after a body that is passed on are not known yet', async () => {
  const plain = await received((_request, response) => response.end('ab'));
  expect(Object.keys(plain.response).sort()).toEqual(['body', 'headers', 'status']);
  const events = await received(inPieces(['a'], 1, 'text/event-stream'), {}, true);
  expect(events.hasExtraBytes).toBe(false);
  await whole(events);
  expect(events.response.trailers?.()).toEqual({});
});
