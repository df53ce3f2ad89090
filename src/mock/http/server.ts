import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { listenOn, type Listening } from '../../command/listen-on.js';
import { onceFor } from '../../description/once-for.js';
import type { ExchangeLog } from '../exchange.js';
import { mostBytes } from '../../contract/message/request.js';
import { readTarget } from '../../contract/message/request-target.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { respondToBrokenConnection, writeRaw } from './broken-connection.js';
import { Connection } from './connection.js';
import { handleExchange, type ExchangeOptions } from './handle-exchange.js';
import { send } from './send.js';

/** The options of a server. */
export interface ServerOptions extends Omit<ExchangeOptions, 'refused'> {
  port: number;
  host: string;
  /** The longest time that a client may take to send a request, in milliseconds. */
  timeoutMs: number;
  /** The methods of the operations, for the `Allow` header of the response to `CONNECT`. */
  methods: () => string[];
  log?: ExchangeLog;
}

/**
 * Listens for requests. No sequence of bytes can end the process, and each request gets its response in finite time.
 *
 * @returns The URL of the server, and a function that closes it.
 * @throws InputError when the server cannot listen on the port.
 */
export async function listen(options: ServerOptions): Promise<Listening> {
  const { port, host, timeoutMs, handle, isSlow, streamsBodies, methods, log } = options;
  const server = createServer({
    headersTimeout: timeoutMs,
    requestTimeout: timeoutMs,
    connectionsCheckingInterval: Math.min(1000, timeoutMs),
    maxHeaderSize: 16 * 1024,
    // `receive` refuses a request without Host, with a body that says why.
    requireHostHeader: false,
  });

  // The size of all headers is limited, which also limits their number. With a limit here, Node would drop headers silently.
  server.maxHeadersCount = 0;

  const logRefusal = (method: string, path: string, response: MockResponse): void =>
    log?.({ method, path, response, requestViolations: [], responseViolations: [], milliseconds: 0, request: undefined });
  const refused = ({ method = '', url = '' }: IncomingMessage, response: MockResponse): void =>
    logRefusal(method, readTarget(url).path, response);

  const connectionOf = onceFor((socket: Socket) => new Connection(socket));
  const exchange = { handle, refused, isSlow, streamsBodies };
  const handleMessage = (request: IncomingMessage, response: ServerResponse): void =>
    connectionOf(request.socket).take(response, () => handleExchange(exchange, request, response));

  server
    .on('request', handleMessage)
    // By default, Node would ask the client for a body that is then refused.
    .on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      if (streamsBodies || !(Number(request.headers['content-length']) > mostBytes)) response.writeContinue();
      handleMessage(request, response);
    })
    .on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
      request.resume();
      const refusal = problem(417, 'The only expectation that can be met is "100-continue".');
      send(response, refusal);
      refused(request, refusal);
    })
    .on('connect', (_request: IncomingMessage, socket: Duplex) => {
      const allow = [...new Set(methods()), 'OPTIONS'].join(', ');
      const refusal = problem(405, 'This is no proxy: CONNECT leads nowhere.', {}, { allow });
      socket.on('error', () => socket.destroy());
      writeRaw(socket, refusal);
      logRefusal('CONNECT', '', refusal);
    })
    .on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      const refusal = respondToBrokenConnection(error, socket, connectionOf(socket).open);
      if (refusal) logRefusal('?', '', refusal);
    });

  return listenOn(server, port, host, 'port');
}
