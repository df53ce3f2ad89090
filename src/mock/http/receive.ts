import type { IncomingMessage } from 'node:http';
import { without, type Headers } from '../../contract/message/headers.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { mostBytes } from '../../contract/message/request.js';
import { readTarget } from '../../contract/message/request-target.js';
import type { MockRequest } from '../../contract/message/request.js';

/**
 * Receives a request to its end.
 *
 * @param streamsBodies Whether of a body that is too large the beginning is received, and the rest is left in the request.
 * @returns The request; or the response to one that is too large, whose rest is read and dropped.
 * @throws Error when the connection ends before the request does.
 */
export async function receive(
  message: IncomingMessage,
  streamsBodies: boolean,
): Promise<{ request: MockRequest } | { refusal: MockResponse }> {
  const { httpVersion, headers, method = 'GET' } = message;
  if (httpVersion === '1.1' && !headers.host) {
    return { refusal: drop(message, problem(400, 'The header Host is missing: HTTP/1.1 requires it.')) };
  }
  if (isNamedTwice('host', message.rawHeaders)) {
    return { refusal: drop(message, problem(400, 'The header Host stands twice: send one (RFC 9112, section 3.2).')) };
  }
  const tooLarge = (): { refusal: MockResponse } => ({
    refusal: drop(message, problem(413, `The body is larger than ${mostBytes} bytes: send less.`)),
  });
  if (!streamsBodies && Number(headers['content-length'] ?? 0) > mostBytes) return tooLarge();
  const { isWhole, body } = await readBeginning(message, streamsBodies);
  if (!isWhole && !streamsBodies) return tooLarge();
  // The only header that Node gives as a list is one that no client sends.
  const single = headers['set-cookie'] ? without(headers as Headers, 'set-cookie') : (headers as Headers);
  const request = { method, ...readTarget(message.url ?? '/'), headers: single, body };
  return { request: isWhole ? request : { ...request, rest: message } };
}

function isNamedTwice(name: string, rawHeaders: string[]): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === name) count += 1;
  }
  return count > 1;
}

/** Reads a body as far as it may go; of a body that is too large, no more than its beginning. */
function readBeginning(message: IncomingMessage, keepsLarge: boolean): Promise<{ isWhole: boolean; body: Buffer }> {
  // A loop over the stream would destroy the connection when it is left, and with it the response.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const read = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= mostBytes || keepsLarge) chunks.push(chunk);
      if (size > mostBytes) finish(false);
    };
    const finish = (isWhole: boolean): void => {
      // Before the request is closed, as each one is in the end: an error for each would cost more than reading it.
      message.off('data', read).off('end', end).off('close', close);
      if (!isWhole) message.pause();
      resolve({ isWhole, body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) });
    };
    const end = (): void => finish(true);
    const close = (): void => reject(new Error('The connection ended before the request did.'));
    message.on('data', read).once('end', end).once('close', close).once('error', reject);
  });
}

/** What is left of the body is read and thrown away: a connection that is closed early may take the response with it. */
function drop(message: IncomingMessage, response: MockResponse): MockResponse {
  message.resume();
  return response;
}
