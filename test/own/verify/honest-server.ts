import { randomBytes } from 'node:crypto';
import { STATUS_CODES, createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createMock, type InProcessMock } from '../../../src/mock/index.js';
import type { Planted } from './faults/fault.js';

/** A complete request. */
export interface ServerRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  /** The number of requests on its connection so far, including this one. */
  turn: number;
}

/**
 * A response to send. `'cut off'` closes the connection in the middle of it, `'closed'` before it; `'silence'` never sends it,
 * `'more'` sends bytes after its end, `'twice'` sends it twice, `'left'` closes the connection after it without announcing
 * that, and `'unframed'` sends it without its length and closes the connection.
 */
export interface ServerResponseParts {
  status: number;
  headers: Record<string, string | string[]>;
  body?: string | Buffer;
  connection?: 'cut off' | 'closed' | 'silence' | 'more' | 'twice' | 'left' | 'unframed';
}

/** The state of the server: accounts, and the reset tokens that it has issued. */
export interface Store {
  accounts: Map<string, { password: string; mayReset: boolean }>;
  /** The email of each unused reset token. */
  resetTokens: Map<string, string>;
  authTokens: Set<string>;
  /** The addresses to which a reset token was emailed. */
  emailed: string[];
}

export interface HonestServer {
  url: string;
  store: Store;
  /**
   * Enables a fault or another correct behaviour, in place of the previous one. Without an argument, the server is correct.
   * Resets the store.
   */
  plant(fault?: Planted): void;
  close(): void;
}

/** The values of the store in the values file of the tests. */
export const account = { email: 'ada@example.org', password: 'correct horse battery staple' };
export const readOnlyEmail = 'charles@example.org';
export const unknownEmail = 'nobody@example.org';
export const authToken = '0123456789abcdef0123456789abcdef01234567';

/** The same as a values file. */
export const valuesOfHonestServer: string = `replace:
  jweir@projectthanos.com: ${account.email}
  readonly@projectthanos.com: ${readOnlyEmail}
  nobody@projectthanos.com: ${unknownEmail}
  thanosrocks: ${account.password}
credentials:
  AuthToken: \${STAGING_TOKEN}
`;

/** Starts an implementation of the API that keeps the contract, with real accounts, reset tokens and passwords. */
export async function startHonestServer(): Promise<HonestServer> {
  let fault: Planted | undefined;
  const store: Store = { accounts: new Map(), resetTokens: new Map(), authTokens: new Set(), emailed: [] };
  const plant = (planted?: Planted): void => {
    fault = planted;
    store.accounts = new Map([
      [account.email, { password: 'before', mayReset: true }],
      [readOnlyEmail, { password: 'before', mayReset: false }],
    ]);
    store.resetTokens = new Map();
    store.authTokens = new Set([authToken]);
    store.emailed = [];
  };
  plant();

  const turns = new WeakMap<object, number>();
  const respond = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(message.url ?? '/', 'http://localhost');
    const turn = (turns.get(message.socket) ?? 0) + 1;
    turns.set(message.socket, turn);
    const received = { turn, path: pathname, query: searchParams, headers: message.headers, body: String(await buffer(message)) };
    const request: ServerRequest = { method: message.method ?? '', ...received };
    const misread = fault?.request?.(request) ?? request;
    const honest = honestResponse(misread, store) ?? (await mocked(misread));
    send(response, fault?.response?.(honest, misread, store) ?? honest);
  };
  const server = createServer((message, response) => void respond(message, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    plant,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The mock responds to everything that this server does not implement, such as a new operation. */
async function mocked({ method, path, query, headers, body }: ServerRequest): Promise<ServerResponseParts> {
  const mock = await (others ??= createMock());
  const sent = Object.entries(headers).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const hasBody = body !== '' && method !== 'GET' && method !== 'HEAD';
  const response = await mock.fetch(`http://mock${path}?${String(query)}`, {
    method,
    headers: sent.filter(([name]) => !['content-length', 'connection', 'host'].includes(name)),
    ...(hasBody && { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: Object.fromEntries(response.headers), ...(text !== '' && { body: text }) };
}

let others: Promise<InProcessMock> | undefined;

function honestResponse(request: ServerRequest, store: Store): ServerResponseParts | undefined {
  const routes: Record<string, Record<string, (request: ServerRequest, store: Store) => ServerResponseParts>> = {
    '/api/organizations/reset-password/': { POST: resetPassword },
    '/api/organizations/complete-password/': { GET: validateReset, POST: completeReset },
  };
  const route = routes[request.path];
  if (!route) return undefined;
  return route[request.method]?.(request, store) ?? { ...empty(405), headers: { allow: Object.keys(route).join(', ') } };
}

function resetPassword(request: ServerRequest, store: Store): ServerResponseParts {
  if (!isOfType(request, 'application/json')) return empty(415);
  const { email } = fieldsOf(request.body);
  if (!email) return empty(400);
  const found = store.accounts.get(email);
  if (!found) return empty(404);
  if (!found.mayReset) return empty(403);
  const token = randomBytes(10).toString('hex');
  store.resetTokens.set(token, email);
  return json(200, { reset_token: token });
}

function validateReset(request: ServerRequest, store: Store): ServerResponseParts {
  const [scheme, credential = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme !== 'Token' || !store.authTokens.has(credential)) {
    return { ...empty(401), headers: { 'www-authenticate': 'Token realm="Password reset"' } };
  }
  if (request.body !== '' && !isOfType(request, 'text/plain')) return empty(415);
  const token = request.query.get('token');
  const { email } = request.body === '' ? {} : fieldsOf(request.body);
  if (!token || (request.body !== '' && !email)) return empty(400);
  const known = store.resetTokens.get(token);
  if (known === undefined || (email !== undefined && email !== known)) return empty(404);
  store.emailed.push(known);
  return { status: 204, headers: {} };
}

function completeReset(request: ServerRequest, store: Store): ServerResponseParts {
  if (!isOfType(request, 'application/json')) return empty(415);
  const { password, token } = fieldsOf(request.body);
  if (!password || !token) return empty(400);
  const email = store.resetTokens.get(token);
  const found = store.accounts.get(email ?? '');
  if (!found) return empty(404);
  found.password = password;
  store.resetTokens.delete(token);
  return { status: 204, headers: {} };
}

/** The string fields of a JSON object. Empty for anything else. */
function fieldsOf(body: string): Record<string, string | undefined> {
  try {
    const value: unknown = JSON.parse(body);
    const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(fields.filter(([, field]) => typeof field === 'string'));
  } catch {
    return {};
  }
}

function isOfType({ headers }: ServerRequest, mediaType: string): boolean {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() === mediaType;
}

/** A response without a body. */
export function empty(status: number): ServerResponseParts {
  return { status, headers: { 'content-length': '0' } };
}

/** A response with a JSON body. */
export function json(status: number, value: unknown): ServerResponseParts {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

function send(response: ServerResponse, { status, headers, body, connection }: ServerResponseParts): void {
  if (connection === 'silence') return;
  if (connection === 'closed') return void response.socket?.destroy();
  if (connection === 'more' || connection === 'twice') {
    const fields = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    const whole = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${fields.join('')}\r\n${String(body ?? '')}`;
    response.socket?.end(whole + (connection === 'more' ? '{}' : whole));
    return;
  }
  if (connection === 'unframed') for (const name of ['content-length', 'transfer-encoding']) response.removeHeader(name);
  response.writeHead(status, connection === 'cut off' ? { ...headers, 'content-length': '1000' } : headers);
  if (connection !== 'cut off') {
    const { socket } = response;
    response.end(body);
    if (connection === 'left') socket?.end();
    return;
  }
  response.write(body ?? '{', () => response.socket?.destroy());
}
