import type { IncomingMessage } from 'node:http';
import { without, type Headers } from '../../contract/message/headers.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { mostBytes } from '../../contract/message/request.js';
import { readTarget } from '../../contract/message/request-target.js';
import type { MockRequest } from '../../contract/message/request.js';

/** A received request, or the response to a refused request. The rest of a refused request is read and dropped. */
export type Received = { request: MockRequest } | { refusal: MockResponse };

/**
 * Receives a request to its end.
 *
 * @param streamsBodies Whether to accept a body that is too large. Then only its beginning is received, and `rest` is a stream
 *   of the rest.
 * @param done Called once, but not when the connection ends before the request does.
 */
export function receive(message: IncomingMessage, streamsBodies: boolean, done: (received: Received) => void): void {
  const { headers, method = 'GET', url = '/' } = message;
  const refuse = (status: number, reason: string): void => {
    // The rest of the body is read and dropped. If the connection were closed early, the client might lose the response.
    message.resume();
    done({ refusal: problem(status, reason) });
  };
  const unclear = hostProblem(message);
  const isTooLarge = !streamsBodies && Number(headers['content-length'] ?? 0) > mostBytes;
  if (unclear !== undefined) refuse(400, unclear);
  else if (isTooLarge) refuse(413, tooLarge);
  else
    readBeginning(message, (body, isWhole) => {
      if (!isWhole && !streamsBodies) {
        refuse(413, tooLarge);
        return;
      }
      // Node gives only Set-Cookie as a list. Clients do not send it, so it is removed.
      const single = headers['set-cookie'] ? without(headers as Headers, 'set-cookie') : (headers as Headers);
      const { path, search, query, malformed } = readTarget(url);
      const request = { method, path, search, query, malformed, headers: single, body };
      done({ request: isWhole ? request : { ...request, rest: message } });
    });
}

const tooLarge = `The body is larger than ${mostBytes} bytes: send less.`;

/** Says why the host of a request is not clear; `undefined` when it is clear. */
function hostProblem({ httpVersion, headers, rawHeaders }: IncomingMessage): string | undefined {
  if (httpVersion === '1.1' && !headers.host) return 'The header Host is missing: HTTP/1.1 requires it.';
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count > 1 ? 'The header Host stands twice: send one (RFC 9112, section 3.2).' : undefined;
}

/** Reads a body up to the largest size. A larger body is paused after its beginning. */
function readBeginning(message: IncomingMessage, done: (body: Buffer, isWhole: boolean) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const end = (): void => {
    done(joined(chunks), true);
  };
  const read = (chunk: Buffer): void => {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= mostBytes) return;
    message.off('data', read).off('end', end).pause();
    done(joined(chunks), false);
  };
  message.on('data', read).on('end', end);
}

function joined(chunks: Buffer[]): Buffer {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
