import type { IncomingMessage } from 'node:http';
import { mostBytes } from '../../contract/message/request.js';
import type { MockResponse } from '../../contract/message/response.js';
import { passedHeaders } from './passed-headers.js';
import { receivedHead } from '../../contract/response/received-head.js';
import type { ReceivedResponse } from '../../contract/response/received-response.js';
import type { BegunResponse } from './pass-on.js';

/** A response of a server. */
export interface UpstreamResponse {
  /** As it is passed on: without what concerns the connection. */
  response: MockResponse;
  /** The response as received; without its body when that is streamed and cannot be validated. */
  received: ReceivedResponse;
  /** Whether bytes came after its end. */
  hasExtraBytes: boolean;
}

/** How long a response is waited for, in milliseconds. */
export interface Patience {
  /** How long its body may pause. */
  timeoutMs: number;
  /** After how long it is passed on while it comes, if it has not ended. */
  holdMs?: number;
}

/**
 * Receives a response, its body to the end where that comes soon and is not too large.
 *
 * @throws Error when the connection ends before the body does; `TimeoutError` when it pauses for too long.
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

/** Ends a response that is silent for too long. While a slow client has not taken what came, and between
 * events, silence is no fault. */
function endOnSilence(message: IncomingMessage, timeoutMs: number, isEndless: boolean): void {
  let hasBegun = false;
  const timer = setTimeout(() => {
    if (message.readableLength > 0 || (isEndless && hasBegun)) timer.refresh();
    else message.destroy(new DOMException('The server did not go on in time.', 'TimeoutError'));
  }, timeoutMs);
  // The beginning of a response is read at once, so this starts nothing.
  message.on('data', () => {
    hasBegun = true;
    timer.refresh();
  });
  message.once('close', () => clearTimeout(timer));
}

/** Reads a body to its end, or to where it is too large or takes too long; then it is paused. */
function beginning(message: IncomingMessage, isEndless: boolean, holdMs: number): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const done = (isWhole: boolean): void => {
      clearTimeout(timer);
      message.pause().off('data', take).off('error', fail).off('end', whole);
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
