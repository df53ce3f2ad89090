import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { InputError } from '../command/input-error.js';

/** The docs, served. */
export interface DocsServer {
  /** Where they are, without a slash at the end. */
  url: string;
  /** Ends the server and the connections that are open. */
  close(): Promise<void>;
}

/**
 * Serves a folder of docs.
 *
 * @param directory The folder, with an `index.html`. Its files are read at each request, so a rebuilt page is served at once.
 * @param port The port, from 0 (any free one) to 65535.
 * @param host The address to listen on.
 * @throws InputError when the port is in use or may not be used.
 */
export async function serveDocs(directory: string, port: number, host: string): Promise<DocsServer> {
  const serveFile = sirv(directory, { dev: true, etag: true });
  const server = createServer((request, response) => {
    serveFile(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such page.\n');
    });
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${code})`;
    throw new InputError(`Port ${port} on ${host} ${reason}: give the docs another with DOCS_PORT, 0 for any free one.`);
  }
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: async (): Promise<void> => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
