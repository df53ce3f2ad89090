import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running server. */
export interface StaticHost {
  /** With the base path and a trailing slash. */
  url: string;
  close(): Promise<void>;
}

/**
 * Starts a minimal static host: it serves the files of a folder below a base path, without any rules for the page.
 *
 * @param base The base path, with a slash at both ends.
 */
export async function startStaticHost(folder: string, base: string): Promise<StaticHost> {
  async function serve({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = url.split('?');
    const file = folder + (path === base ? 'index.html' : path.slice(base.length));
    const isFound = path.startsWith(base) && (await stat(file).catch(() => undefined))?.isFile();
    response.writeHead(isFound ? 200 : 404, {
      'content-type': file.endsWith('.html') ? 'text/html' : 'application/octet-stream',
    });
    if (isFound) createReadStream(file).pipe(response);
    else response.end();
  }
  const host = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(host.address() as AddressInfo).port}${base}`,
    close: async () => {
      host.closeAllConnections();
      await new Promise((resolve) => host.close(resolve));
    },
  };
}
