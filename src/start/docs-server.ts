import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import { listenOn, type Listening } from '../command/listen-on.js';

/** Answers a request, or calls `otherwise`. */
type Handler = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;

/**
 * Serves a folder of docs.
 *
 * @param directory The folder, with an `index.html`. The server reads a file at each request, so it serves a rebuilt page at
 *   once.
 * @param port The port, from 0 (any free one) to 65535.
 * @param host The address to listen on.
 * @param first Handles a request before the folder does. Default: the folder handles every request.
 * @throws InputError when the port is in use or may not be used.
 */
export async function serveDocs(
  directory: string,
  port: number,
  host: string,
  first: Handler = (_request, _response, otherwise) => otherwise(),
): Promise<Listening> {
  const serveFile = sirv(directory, { dev: true, etag: true });
  const server = createServer((request, response) => {
    // A server may ignore Range (RFC 9110, section 14.2). The file server throws when a range ends before it begins.
    delete request.headers.range;
    first(request, response, () => {
      serveFile(request, response, () => {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such page.\n');
      });
    });
  });
  return listenOn(server, port, host, 'DOCS_PORT');
}
