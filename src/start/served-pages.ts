import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** The URL at which a page listens for changes, relative to the page. */
const changes = 'page-changes';

/** Redoc's page is served unchanged: it is built after the other pages, and sends no requests to the mock. */
const servedAsItIs = 'redoc.html';

/** How to serve the pages. */
export interface ServedPagesOptions {
  /** The folder of the pages. */
  directory: string;
  /** Whether the pages reload in the browser when a page of the folder changes. */
  reloads: boolean;
}

/**
 * Serves the pages of the docs. It changes only the responses, never the files: it adds the URL of this program's mock and
 * a script that reloads the page, and allows both in the page's Content-Security-Policy.
 */
export class ServedPages {
  /** The URL of the mock server for the pages. Default: the one that the pages name. */
  mockUrl: string | undefined;
  readonly #directory: string;
  readonly #reloads: boolean;
  readonly #open = new Set<ServerResponse>();

  constructor({ directory, reloads }: ServedPagesOptions) {
    this.#directory = directory;
    this.#reloads = reloads;
  }

  /**
   * Answers a request for a page or for the stream of changes.
   *
   * @param otherwise Called for any other request.
   */
  readonly handle = (request: IncomingMessage, response: ServerResponse, otherwise: () => void): void => {
    const [path = ''] = (request.url ?? '').split('?');
    const name = path === '/' ? 'index.html' : path.slice(1);
    if (this.#reloads && name === changes) this.#announceChanges(response);
    else if (name.endsWith('.html')) void this.#servePage(name, response, otherwise).catch(otherwise);
    else otherwise();
  };

  /** Sends the current state to each open page. A page that shows another state reloads. */
  async update(): Promise<void> {
    if (this.#open.size === 0) return;
    const state = stateOf(await this.#read());
    for (const response of this.#open) response.write(`data: ${state}\n\n`);
  }

  async #servePage(name: string, response: ServerResponse, otherwise: () => void): Promise<void> {
    const pages = await this.#read();
    const page = pages.get(name);
    if (page === undefined) {
      otherwise();
      return;
    }
    const asksMock = this.mockUrl === undefined ? page : withMock(page, this.mockUrl);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(this.#reloads ? withReload(asksMock, stateOf(pages)) : asksMock);
  }

  /** Reads all pages at once, so that a served page matches the state that is sent with it. */
  async #read(): Promise<Map<string, string>> {
    const names = (await readdir(this.#directory)).filter((name) => name.endsWith('.html') && name !== servedAsItIs).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(this.#directory, name), 'utf8')));
    return new Map(names.map((name, index) => [name, texts[index] ?? '']));
  }

  #announceChanges(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders();
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    // The page may have changed since the browser loaded it, or while the server was down.
    this.update().catch(() => response.end());
  }
}

function stateOf(pages: Map<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([...pages]))
    .digest('hex');
}

/** Replaces the URL of the mock server in a page and in its Content-Security-Policy. */
function withMock(page: string, url: string): string {
  return page
    .replace(/(<meta name="mock-server" content=")[^"]*/, (_, before: string) => before + url)
    .replace(
      /(<meta http-equiv="Content-Security-Policy" content="[^"]*connect-src )[^;"]*/,
      (_, before: string) => before + url,
    );
}

/** Adds a script that reloads the page when the state changes, and allows the script in the page's Content-Security-Policy. */
function withReload(page: string, state: string): string {
  const script = `new EventSource('${changes}').onmessage = ({ data }) => {
  if (data !== '${state}') location.reload();
};`;
  const hash = createHash('sha256').update(script).digest('base64');
  return page
    .replace(/(<meta http-equiv="Content-Security-Policy" content="[^"]*)script-src /, `$1script-src 'sha256-${hash}' `)
    .replace(
      /(<meta http-equiv="Content-Security-Policy" content="[^"]*connect-src )('none')?([^>]*>)/,
      (_, before: string, _none: string | undefined, after: string) => `${before}'self' ${after}\n<script>${script}</script>`,
    );
}
