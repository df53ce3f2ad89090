import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { problem, type MockResponse } from '../../contract/message/response.js';

/** The response to bytes that are not an HTTP request, for each error of Node's parser. */
function refusal(code: string | undefined): MockResponse {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return problem(431, 'The headers and the URL together are too long: send less than 16 KiB.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return problem(408, 'The request did not end in time: send it faster.');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return problem(413, 'The chunk extensions are too long: send none.');
    default:
      return problem(400, 'This is no valid HTTP request: look at its first line, its headers and the length of its body.');
  }
}

/**
 * Responds to bytes that Node cannot read as a request, and closes the connection. Complete requests before these bytes get
 * their responses first.
 *
 * @param open The unfinished responses of the connection, in the order of their requests.
 * @returns The response; `undefined` when the connection is already closed.
 */
export function respondToBrokenConnection(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  open: readonly ServerResponse[],
): MockResponse | undefined {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return undefined;
  }
  const response = refusal(error.code);
  const last = open.at(-1);
  if (last && !last.req.complete) {
    // The invalid bytes belong to the body of the last request, and Node has not sent its response yet.
    if (last.headersSent) socket.destroy();
    else last.writeHead(response.status, { ...response.headers, connection: 'close' }).end(response.body, () => socket.destroy());
    return response;
  }
  if (last) last.once('close', () => writeRaw(socket, response));
  else writeRaw(socket, response);
  return response;
}

/** Writes a response directly to a connection, for which Node has no response object, and closes the connection. */
export function writeRaw(socket: Duplex, { status, headers, body = '' }: MockResponse): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const text = typeof body === 'string' ? body : Buffer.from(body).toString();
  const fields = {
    ...headers,
    'content-length': String(Buffer.byteLength(text)),
    'access-control-allow-origin': '*',
    connection: 'close',
  };
  const head = Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${text}`, () => socket.destroy());
}
