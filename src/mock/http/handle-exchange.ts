import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Client, InformationalResponse } from '../client.js';
import type { MockResponse } from '../../contract/message/response.js';
import type { HandleRequest } from '../service/handle-request.js';
import { receive } from './receive.js';
import { send } from './send.js';

/** How to handle the exchanges of a server. */
export interface ExchangeOptions {
  handle: HandleRequest;
  /** Called with the response to a request that was refused before its end. */
  refused: (message: IncomingMessage, response: MockResponse) => void;
  /** Whether responses may take long. Then the work stops when the client disconnects. */
  isSlow: boolean;
  /** Whether a large body is streamed instead of refused. */
  streamsBodies: boolean;
}

/** Receives a request, handles it, and sends the response. An error affects only this request. */
export function handleExchange(options: ExchangeOptions, message: IncomingMessage, response: ServerResponse): void {
  const { handle, refused, isSlow, streamsBodies } = options;
  const giveUp = (): void => {
    message.socket.destroy();
  };
  receive(message, streamsBodies, (received) => {
    // A broken request already got its response.
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

/** Whether a response can still be sent. When the request has broken in the meantime, it already got one. */
function isOpen(response: ServerResponse): boolean {
  return !response.headersSent && !response.destroyed;
}

function clientOf(message: IncomingMessage, response: ServerResponse): Client {
  // The server itself may have answered a request that broke off. Then its client is gone, too.
  const isGone = (): boolean => response.closed && !(response.writableFinished && message.complete);
  const onceGone = (end: () => void): void => {
    response.once('close', () => {
      if (isGone()) end();
    });
  };
  // A server must not send informational responses to a client of HTTP/1.0 (RFC 9110, section 15.2).
  if (message.httpVersion === '1.0') return { isGone, onceGone };
  return { isGone, onceGone, inform: (information) => inform(response, information) };
}

/** Sends an informational response. Node has functions only for 102 and 103; others are dropped. */
function inform(response: ServerResponse, { status, headers }: InformationalResponse): void {
  if (!isOpen(response)) return;
  try {
    // Node does not take several links in one text.
    const links = (headers.link ?? []).flatMap((field) => field.split(/,\s*(?=<)/));
    if (status === 102) response.writeProcessing();
    if (status === 103) response.writeEarlyHints({ ...headers, link: links });
  } catch {
    // Node rejects a malformed link. A hint may be lost.
  }
}
