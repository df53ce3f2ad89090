import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { startMock, type LoggedExchange, type Mock, type MockOptions } from '../../../src/mock/index.js';
import { exchangeLines } from '../../../src/mock/log-lines.js';
import type { Sent } from '../requests.js';
import { send, type Received } from '../send.js';

/** The description of the test server. */
export const description: object = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1.0.0' },
  paths: {
    '/things': {
      get: {
        operationId: 'find',
        parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }],
        requestBody: { content: { 'text/plain': { schema: { type: 'string' } } } },
        responses: {
          200: { description: 'Things', content: { 'application/json': { schema: { type: 'array' } } } },
          400: { description: 'No' },
        },
      },
      post: {
        operationId: 'add',
        requestBody: { content: { 'application/json': { schema: { type: 'array', items: { type: 'integer' } } } } },
        responses: { 204: { description: 'Added' } },
      },
    },
  },
};

/** A valid request to the server. */
export const get: Sent = { method: 'GET', path: '/things?q=a%20b&x=&y', headers: {} };
/** Another valid request. */
export const post: Sent = { method: 'POST', path: '/things', headers: { 'content-type': 'application/json' } };

/** Responds to a request after its body was read. */
export type Respond = (request: IncomingMessage, response: ServerResponse, body: Buffer) => unknown;

/** Sends a valid response. */
export const things = (response: ServerResponse, body = '[]'): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
};

/** A server, and a proxy in front of it. */
export interface Proxied {
  /** The URL of the server. */
  upstream: string;
  proxy: Mock;
  /** Sets how the server responds from now on. */
  respond(respond: Respond, readsBody?: boolean): void;
  /** Sends a request through the proxy. Returns the response and the verbose log of the proxy. */
  exchange(sent: Sent, respond: Respond): Promise<Received & { log: string }>;
  close(): Promise<void>;
}

/** Starts the server and the proxy. */
export async function startProxied(options: MockOptions = {}): Promise<Proxied> {
  let respond: Respond = (_request, response) => response.end();
  let isBodyRead = true;
  const server = createServer((request, response) => {
    if (isBodyRead) void buffer(request).then((body) => respond(request, response, body), Boolean);
    else respond(request, response, Buffer.alloc(0));
  });
  const upstream = await listening(server);
  let logged: LoggedExchange[] = [];
  const log = (exchange: LoggedExchange): void => void logged.push(exchange);
  const proxy = await startMock({ port: 0, description, upstream: `${upstream}/base/`, log, ...options });
  return {
    upstream,
    proxy,
    respond: (next, readsBody = true) => {
      respond = next;
      isBodyRead = readsBody;
    },
    exchange: async (sent, next) => {
      respond = next;
      isBodyRead = true;
      logged = [];
      const received = await send(proxy.url, sent);
      return { ...received, log: logged.map((one) => exchangeLines(one, true)).join('\n') };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await proxy.close();
    },
  };
}

/** Makes a server listen on a free port. Returns its URL. */
export async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
