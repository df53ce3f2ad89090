import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { mostBytes } from '../../contract/message/limits.js';
import { without } from '../../contract/message/headers.js';
import type { MockResponse } from '../../contract/message/response.js';
import { connectionHeaders } from './connection-headers.js';

/** A response of a server. */
export interface UpstreamResponse {
  response: MockResponse;
  /** The body; `undefined` when it is passed on while it comes, and cannot be validated. */
  bytes: Uint8Array | undefined;
}

/** A response that has not ended after this time, in milliseconds, is passed on while it comes. */
const mostPatience = 1000;

/**
 * Receives a response, its body to the end where that comes soon and is not too large.
 *
 * @param timeoutMs How long the body may pause, in milliseconds.
 * @throws Error when the connection ends before the body does; `TimeoutError` when it pauses for too long.
 */
export async function receiveResponse(message: IncomingMessage, timeoutMs: number): Promise<UpstreamResponse> {
  const { statusCode: status = 502, headers: received } = message;
  const { 'set-cookie': setCookies, ...others } = received;
  const texts = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, [value].flat().join(', ')]));
  const headers = without(texts, ...connectionHeaders(texts.connection)) as MockResponse['headers'];
  const response: MockResponse = { status, headers, body: undefined, ...(setCookies && { setCookies }) };
  const trailers = (): Record<string, string> => message.trailers as Record<string, string>;
  message.setTimeout(timeoutMs, () => message.destroy(new DOMException('The server did not go on in time.', 'TimeoutError')));
  const { bytes, isWhole } = await beginning(message);
  if (isWhole && bytes.length === 0) return { response: { ...response, isLengthOnly: true }, bytes };
  if (isWhole) {
    const hasTrailers = Object.keys(message.trailers).length > 0;
    return { response: { ...response, body: bytes, ...(hasTrailers && { trailers }) }, bytes };
  }
  // From here on a slow client may pause it. What has come to its end has given its connection away.
  (message.socket as Socket | null)?.setTimeout(0);
  return { response: { ...response, body: bytes, rest: message, trailers }, bytes: undefined };
}

/** Reads a body to its end, or to where it is too large or takes too long; then it is paused. */
function beginning(message: IncomingMessage): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const isEndless = /^text\/event-stream\b/i.test(message.headers['content-type'] ?? '');
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const done = (isWhole: boolean): void => {
      clearTimeout(timer);
      message.pause().off('data', take).off('error', fail).off('end', whole);
      resolve({ bytes: Buffer.concat(chunks, size), isWhole });
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
    const timer = setTimeout(() => done(false), mostPatience);
    message.on('data', take).once('error', fail).once('end', whole);
  });
}
