import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { MockResponse } from '../exchange/response.js';
import type { HandleRequest } from '../service/handle-request.js';
import { receive } from './receive.js';

/** How the exchanges of a server are handled. */
export interface ExchangeOptions {
  handle: HandleRequest;
  /** Called with the response to a request that was refused before its end. */
  refused: (message: IncomingMessage, response: MockResponse) => void;
  /** Whether responses wait: then one for a client that has left is given up. */
  isDelayed: boolean;
}

/** Receives a request, has it handled, and sends the response. */
export async function handleExchange(
  { handle, refused, isDelayed }: ExchangeOptions,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const received = await receive(message).catch(() => undefined);
  // The client is gone, or its request was refused when it broke.
  if (!received || !isOpen(response)) return;
  if ('refusal' in received) {
    refused(message, received.refusal);
    send(response, received.refusal);
    return;
  }
  const made = await handle(received.request, isDelayed ? whileConnected(response) : undefined);
  if (isOpen(response)) send(response, made);
}

/** Whether a response can still be sent: the request may have broken meanwhile, and was refused then. */
function isOpen(response: ServerResponse): boolean {
  return !response.headersSent && !response.destroyed;
}

/** A signal that is aborted when the connection ends, by the client or with the server. */
function whileConnected(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

/** Sends a response; where it breaks off, half of it, and the end of the connection. */
export function send(response: ServerResponse, made: MockResponse): void {
  const { status, body, breaksOff, rest, setCookies } = made;
  const headers = { ...made.headers, ...(setCookies && { 'set-cookie': setCookies }) };
  if (rest) {
    response.writeHead(status, headers).write(body ?? '');
    // Where either side ends early, so does the other.
    pipeline(rest, response, () => undefined);
    return;
  }

  const isBodiless = body === undefined;
  const length = isBodiless ? 0 : Buffer.byteLength(body);
  const hasLength = !isBodiless || (status !== 204 && status !== 304);
  if (breaksOff) {
    // Without a byte of the body, no client could tell where it broke.
    response.writeHead(status, { ...headers, 'content-length': String(Math.max(length, 2)) });
    response.write(isBodiless ? '\n' : body.slice(0, Math.ceil(length / 2)), () => response.destroy());
    return;
  }
  response.writeHead(status, hasLength ? { ...headers, 'content-length': String(length) } : headers).end(body);
}
