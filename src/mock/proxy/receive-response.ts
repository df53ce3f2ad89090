import type { IncomingMessage } from 'node:http';
import { mostBytes } from '../../contract/message/request.js';
import type { MockResponse } from '../../contract/message/response.js';
import { passedHeaders } from './passed-headers.js';
import { receivedHead } from '../../contract/response/received-head.js';
import type { ReceivedResponse } from '../../contract/response/received-response.js';
import type { BegunResponse } from './pass-on.js';

/** A response of a server. */
export interface UpstreamResponse {
  /** The response to pass on, without headers that concern the connection. */
  response: MockResponse;
  /** The response as received. It has no body when the body is streamed and cannot be validated. */
  received: ReceivedResponse;
  /** Whether the server sent bytes after the end of the response. */
  hasExtraBytes: boolean;
}

/** How long to wait for a response, in milliseconds. */
export interface Patience {
  /** The longest pause in the body. */
  timeoutMs: number;
  /** After this time, a body that has not ended is streamed. Default: 1,000. */
  holdMs?: number;
}

/**
 * Receives a response. It reads the whole body when the body ends soon and is not too large; otherwise the body is streamed.
 *
 * @throws Error when the connection ends before the body does, or a `TimeoutError` when the body pauses for too long.
 */
export async function receiveResponse(
  { message, hasExtraBytes }: BegunResponse,
  { timeoutMs, holdMs = 1000 }: Patience,
): Promise<UpstreamResponse> {
  const { status, headers, setCookies, repeated } = receivedHead(message);
  const isEndless = /^text\/event-stream\b/i.test(headers['content-type'] ?? '');
  endOnSilence(message, timeoutMs, isEndless);
  const { bytes, isWhole } = await beginning(message, isEndless, holdMs);
  const isEmpty = isWhole && bytes.length === 0;
  const response: MockResponse = {
    status,
    headers: passedHeaders(headers, joinedByNoComma),
    body: isEmpty ? undefined : bytes,
  };
  if (setCookies.length > 0) response.setCookies = setCookies;
  if (isEmpty) response.isLengthOnly = true;
  if (!isWhole) response.rest = message;
  if (!isWhole || (message.rawTrailers.length > 0 && !isEmpty))
    response.trailers = () => message.trailers as Record<string, string>;
  const body = isWhole ? bytes : undefined;
  return { response, received: { status, headers, setCookies, repeated, body }, hasExtraBytes: isWhole && hasExtraBytes() };
}

const joinedByNoComma = ['set-cookie'];

/**
 * Ends a response that sends nothing for too long. A pause is allowed while a slow client has not taken the received bytes, and
 * between server-sent events.
 */
function endOnSilence(message: IncomingMessage, timeoutMs: number, isEndless: boolean): void {
  let hasBegun = false;
  const timer = setTimeout(() => {
    if (message.readableLength > 0 || (isEndless && hasBegun)) timer.refresh();
    else message.destroy(new DOMException('The server did not go on in time.', 'TimeoutError'));
  }, timeoutMs);
  // This listener does not start the stream too early, because `beginning` reads from it right afterwards.
  message.on('data', () => {
    hasBegun = true;
    timer.refresh();
  });
  message.once('close', () => clearTimeout(timer));
}

/** Reads a body to its end. A body that is too large or takes too long is paused. */
function beginning(message: IncomingMessage, isEndless: boolean, holdMs: number): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const done = (isWhole: boolean): void => {
      clearTimeout(timer);
      if (!isWhole) message.pause().off('data', take).off('error', fail).off('end', whole);
      resolve({ bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size), isWhole });
    };
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes || isEndless) done(false);
    };
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    const whole = (): void => done(true);
    const timer = setTimeout(() => done(false), holdMs);
    message.on('data', take).once('error', fail).once('end', whole);
  });
}
