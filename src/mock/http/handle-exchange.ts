import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Client, InformationalResponse } from '../client.js';
import type { MockResponse } from '../../contract/message/response.js';
import type { HandleRequest } from '../service/handle-request.js';
import { receive } from './receive.js';

/** How the exchanges of a server are handled. */
export interface ExchangeOptions {
  handle: HandleRequest;
  /** Called with the response to a request that was refused before its end. */
  refused: (message: IncomingMessage, response: MockResponse) => void;
  /** Whether responses may take long: then one for a client that has left is given up. */
  isSlow: boolean;
  /** Whether a large body is handed over while it comes, instead of being refused. */
  streamsBodies: boolean;
}

/** Receives a request, has it handled, and sends the response. */
export async function handleExchange(
  { handle, refused, isSlow, streamsBodies }: ExchangeOptions,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const received = await receive(message, streamsBodies).catch(() => undefined);
  // The client is gone, or its request was refused when it broke.
  if (!received || !isOpen(response)) return;
  if ('refusal' in received) {
    refused(message, received.refusal);
    send(response, received.refusal);
    return;
  }
  const made = await handle(received.request, isSlow ? clientOf(message, response) : undefined);
  if (isOpen(response)) send(response, made);
  else made.rest?.destroy();
}

/** Whether a response can still be sent: the request may have broken meanwhile, and was refused then. */
function isOpen(response: ServerResponse): boolean {
  return !response.headersSent && !response.destroyed;
}

function clientOf(message: IncomingMessage, response: ServerResponse): Client {
  // The response to a request that broke off is that of the server itself.
  const isGone = (): boolean => response.closed && !(response.writableFinished && message.complete);
  const onceGone = (end: () => void): void => {
    response.once('close', () => {
      if (isGone()) end();
    });
  };
  // No informational response may go to a client of HTTP/1.0 (RFC 9110, section 15.2).
  return { isGone, onceGone, ...(message.httpVersion !== '1.0' && { inform: (information) => inform(response, information) }) };
}

/** Sends an informational response that Node has a function for. */
function inform(response: ServerResponse, { status, headers }: InformationalResponse): void {
  if (!isOpen(response)) return;
  try {
    if (status === 102) response.writeProcessing();
    if (status === 103) response.writeEarlyHints({ ...headers, link: linksIn(headers.link) });
  } catch {
    // Node refuses a link that is not well-formed. A hint may be lost.
  }
}

/** The links of a field `Link`, each for itself: Node takes no list. */
function linksIn(fields: string[] = []): string[] {
  return fields.flatMap((field) => field.split(/,\s*(?=<)/));
}

/** Sends a response; where it breaks off, half of it, and the end of the connection. */
export function send(response: ServerResponse, made: MockResponse): void {
  const { status, body, breaksOff, rest, setCookies, isLengthOnly, trailers } = made;
  const headers: OutgoingHttpHeaders = { ...made.headers, ...(setCookies && { 'set-cookie': setCookies }) };
  if (rest) {
    response.writeHead(status, headers).write(body ?? '');
    // Before the end of the response, which follows that of the body.
    if (rest.readableEnded) addTrailers(response, trailers);
    else rest.once('end', () => addTrailers(response, trailers));
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
  if (trailers) {
    // They came after a body without a length, and only such a body can have them.
    response.writeHead(status, headers).write(body ?? '');
    addTrailers(response, trailers);
    response.end();
    return;
  }
  if (isLengthOnly && made.headers['content-length'] !== undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, hasLength ? { ...headers, 'content-length': String(length) } : headers).end(body);
}

function addTrailers(response: ServerResponse, trailers: MockResponse['trailers']): void {
  if (!response.destroyed && trailers) response.addTrailers(trailers());
}
