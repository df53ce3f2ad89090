import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { InputError } from '../command/input-error.js';
import { answerBrokenConnection, writeRaw, type OpenExchanges } from './broken-connection.js';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.js';
import type { ExchangeLog } from './exchange.js';
import { problem, type Answer } from './problem.js';
import { receive } from './receive.js';
import { readTarget } from './request-target.js';
import type { MockRequest } from './request.js';
import type { Service } from './service.js';

/** What a server is started with. */
export interface ServerOptions {
  port: number;
  host: string;
  delayMs: number;
  timeoutMs: number;
  log?: ExchangeLog;
  /** What answers; asked anew for each request. */
  service: () => Service;
}

/**
 * Listens for requests. No sequence of bytes ends the process, and each request
 * is answered in finite time.
 *
 * @returns Where it listens, and a function that ends it.
 * @throws InputError when the port cannot be listened on.
 */
export async function listen(options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { port, host, timeoutMs, log } = options;
  const openExchanges = new WeakMap<Duplex, OpenExchanges>();
  const server = createServer({
    headersTimeout: timeoutMs,
    requestTimeout: timeoutMs,
    connectionsCheckingInterval: Math.min(1000, timeoutMs),
    maxHeaderSize: 16 * 1024,
    // Answered here, with a body that says so.
    requireHostHeader: false,
  });

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const open: OpenExchanges = openExchanges.get(request.socket) ?? new Set();
    openExchanges.set(request.socket, open);
    const exchange = { request, response };
    open.add(exchange);
    response.once('close', () => open.delete(exchange));
    // Whatever goes wrong belongs to this request alone.
    void exchangeMessages(options, request, response).catch(() => request.socket.destroy());
  };
  const logRaw = (method: string, path: string, answer: Answer): void => log?.({ method, path, answer, milliseconds: 0, request: undefined });

  server
    .on('request', handle)
    // By default Node asks for the rest of a body that is about to be refused.
    .on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      if (!(Number(request.headers['content-length']) > 1024 * 1024)) response.writeContinue();
      handle(request, response);
    })
    .on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
      request.resume();
      const answer = problem(417, 'The only expectation that can be met is "100-continue".');
      respond(request, response, answer);
      logRaw(request.method ?? '', readTarget(request.url ?? '').path, answer);
    })
    .on('connect', (_request: IncomingMessage, socket: Duplex) => {
      const answer = problem(405, 'This is no proxy: CONNECT leads nowhere.', {}, { allow: 'GET, POST, OPTIONS' });
      socket.on('error', () => socket.destroy());
      writeRaw(socket, answer);
      logRaw('CONNECT', '', answer);
    })
    .on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
      const answer = answerBrokenConnection(error, socket, openExchanges.get(socket) ?? new Set());
      if (answer) logRaw('?', '', answer);
    });

  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${code})`;
    throw new InputError(`Port ${port} on ${host} ${reason}: choose another, 0 for any free one.`);
  }
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: async (): Promise<void> => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function exchangeMessages({ service, delayMs, log }: ServerOptions, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = performance.now();
  let template: string | undefined;
  let request: MockRequest | undefined;
  let answer: Answer;
  try {
    if (isPreflight(message.method, message.headers)) {
      message.resume();
      response.writeHead(204, preflightHeaders(message.headers)).end();
      return;
    }
    const received = await receive(message);
    if ('request' in received) {
      ({ request } = received);
      ({ template, ...answer } = await service().answer(request));
    } else {
      answer = received.refusal;
    }
  } catch {
    // The client is gone, or its request was answered when it broke.
    if (message.errored || !message.complete || response.headersSent) return;
    answer = problem(500, 'The mock could not make an answer: the description may ask for what cannot be made.');
  }
  const milliseconds = performance.now() - started;
  if (delayMs > 0) await wait(delayMs);
  if (response.headersSent) return;
  respond(message, response, answer);
  log?.({ method: message.method ?? '', path: template ?? readTarget(message.url ?? '').path, answer, milliseconds, request });
}

function respond(message: IncomingMessage, response: ServerResponse, { status, headers, body, scenario, violations = [] }: Answer): void {
  const all: Record<string, string> = {
    ...headers,
    ...(scenario && { 'mock-scenario': scenario }),
    // Prism's name for it: what was wrong with a request whose answer was asked for all the same.
    ...(violations.length > 0 && headers['content-type'] !== 'application/problem+json' && { 'sl-violations': headerText(violations) }),
  };
  response.writeHead(status, {
    ...all,
    ...corsHeaders(message.headers, Object.keys(all)),
    ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    ...(body === undefined && status !== 204 && status !== 304 && { 'content-length': '0' }),
  });
  response.end(body);
}

/** JSON in the characters that a header may hold, cut where clients would refuse it. */
function headerText(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 4096);
}
