import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Client, InformationalResponse } from '../client.js';
import type { MockResponse } from '../../contract/message/response.js';
import type { HandleRequest } from '../service/handle-request.js';
import { receive } from './receive.js';
import { send } from './send.js';

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

/** Receives a request, has it handled, and sends the response. Whatever goes wrong belongs to this request alone. */
export function handleExchange(options: ExchangeOptions, message: IncomingMessage, response: ServerResponse): void {
  const { handle, refused, isSlow, streamsBodies } = options;
  const giveUp = (): void => {
    message.socket.destroy();
  };
  receive(message, streamsBodies, (received) => {
    // The request was refused when it broke.
    if (!isOpen(response)) return;
    if ('refusal' in received) {
      refused(message, received.refusal);
      send(response, received.refusal);
      return;
    }
    try {
      const made = handle(received.request, isSlow ? clientOf(message, response) : undefined);
      if (made instanceof Promise) made.then((one) => sendIfOpen(response, one)).catch(giveUp);
      else sendIfOpen(response, made);
    } catch {
      giveUp();
    }
  });
}

function sendIfOpen(response: ServerResponse, made: MockResponse): void {
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
