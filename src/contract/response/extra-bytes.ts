import type { ClientRequest, IncomingMessage } from 'node:http';
import { hasBody } from '../../description/statuses.js';

/**
 * Detects bytes after the end of a response, which belong to no response (RFC 9112, section 6.3): a second response, or
 * bytes that are not HTTP. For both, Node destroys the connection before it emits "end".
 *
 * @param outgoing The request. Its later errors are ignored.
 * @param message The response, before its body is read.
 * @returns A function that tells whether bytes followed. Call it after the body is read.
 */
export function watchForExtraBytes(outgoing: ClientRequest, message: IncomingMessage): () => boolean {
  let hasExtraBytes = false;
  outgoing.on('error', () => undefined);
  const { 'content-length': length, 'transfer-encoding': coding } = message.headers;
  const hasNoBody = outgoing.method === 'HEAD' || !hasBody(message.statusCode ?? 0);
  // Any other response ends with its connection, so that nothing can follow it.
  if (hasNoBody || length !== undefined || coding !== undefined)
    message.prependOnceListener('end', () => (hasExtraBytes = message.socket.destroyed));
  return () => hasExtraBytes;
}
