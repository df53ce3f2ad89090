import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { listenOn, type Listening } from '../../command/listen-on.js';
import { answerBrokenConnection, writeRaw, type OpenExchanges } from './broken-connection.js';
import { carryOut, respond, type ExchangeOptions } from './handle-exchange.js';
import { problem, type Answer } from '../exchange/answer.js';
import { mostBytes } from './receive.js';
import { readTarget } from '../exchange/request-target.js';

/** What a server is started with. */
export interface ServerOptions extends ExchangeOptions {
  port: number;
  host: string;
  timeoutMs: number;
}

/**
 * Listens for requests. No sequence of bytes ends the process, and each request
 * is answered in finite time.
 *
 * @returns Where it listens, and a function that ends it.
 * @throws InputError when the port cannot be listened on.
 */
export async function listen(options: ServerOptions): Promise<Listening> {
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
    // A request that was answered before its end still belongs to the exchange.
    response.once('close', () => {
      if (request.complete) open.delete(exchange);
      else request.once('close', () => open.delete(exchange));
    });
    // Whatever goes wrong belongs to this request alone.
    void carryOut(options, request, response).catch(() => request.socket.destroy());
  };
  const logRaw = (method: string, path: string, answer: Answer): void =>
    log?.({ method, path, answer, milliseconds: 0, request: undefined });

  server
    .on('request', handle)
    // By default Node asks for the rest of a body that is about to be refused.
    .on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      if (!(Number(request.headers['content-length']) > mostBytes)) response.writeContinue();
      handle(request, response);
    })
    .on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
      request.resume();
      const answer = problem(417, 'The only expectation that can be met is "100-continue".');
      respond(request, response, answer);
      logRaw(request.method ?? '', readTarget(request.url ?? '').path, answer);
    })
    .on('connect', (_request: IncomingMessage, socket: Duplex) => {
      const methods = new Set(options.service().operations.map(({ method }) => method));
      const answer = problem(405, 'This is no proxy: CONNECT leads nowhere.', {}, { allow: [...methods, 'OPTIONS'].join(', ') });
      socket.on('error', () => socket.destroy());
      writeRaw(socket, answer);
      logRaw('CONNECT', '', answer);
    })
    .on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
      const answer = answerBrokenConnection(error, socket, openExchanges.get(socket) ?? new Set());
      if (answer) logRaw('?', '', answer);
    });

  return listenOn(server, port, host, 'choose another');
}
