import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** Where a page asks for changes, relative to itself. */
const changes = 'page-changes';

/** What Redoc renders is served as it is: it follows the other pages by a second or two, and asks no mock. */
const servedAsItIs = 'redoc.html';

/** What served pages may do beyond their files. */
export interface ServedPagesOptions {
  /** The folder of the pages. */
  directory: string;
  /** Whether they reload themselves in the browser when a page of the folder has changed. */
  reloads: boolean;
}

/**
 * Serves the pages of the docs. The files stay as they are: that a page asks the mock of this program, and that it
 * reloads itself, is added to the response, and allowed in its Content-Security-Policy.
 */
export class ServedPages {
  /** The URL of the mock server that the pages ask. Default: the one that they name. */
  mockUrl: string | undefined;
  readonly #directory: string;
  readonly #reloads: boolean;
  readonly #open = new Set<ServerResponse>();

  constructor({ directory, reloads }: ServedPagesOptions) {
    this.#directory = directory;
    this.#reloads = reloads;
  }

  /**
   * Answers requests for a page, and for the changes of the pages.
   *
   * @param otherwise Called for all other requests.
   */
  readonly handle = (request: IncomingMessage, response: ServerResponse, otherwise: () => void): void => {
    const [path = ''] = (request.url ?? '').split('?');
    const name = path === '/' ? 'index.html' : path.slice(1);
    if (this.#reloads && name === changes) this.#announceChanges(response);
    else if (name.endsWith('.html')) void this.#servePage(name, response, otherwise).catch(otherwise);
    else otherwise();
  };

  /** Has each open page that shows another state than the files reload itself. */
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

  /** Reads all pages, so that what is served and the state that it is said to have belong together. */
  async #read(): Promise<Map<string, string>> {
    const names = (await readdir(this.#directory)).filter((name) => name.endsWith('.html') && name !== servedAsItIs).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(this.#directory, name), 'utf8')));
    return new Map(names.map((name, index) => [name, texts[index] ?? '']));
  }

  #announceChanges(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders();
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    // The page may have changed since it was loaded, or while the server was away.
    this.update().catch(() => response.end());
  }
}

function stateOf(pages: Map<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([...pages]))
    .digest('hex');
}

/** Has the page ask another mock server than the one that it names. */
function withMock(page: string, url: string): string {
  return page
    .replace(/(<meta name="mock-server" content=")[^"]*/, (_, before: string) => before + url)
    .replace(
      /(<meta http-equiv="Content-Security-Policy" content="[^"]*connect-src )[^;"]*/,
      (_, before: string) => before + url,
    );
}

/** Adds a script that reloads the page as soon as its file has another state, and to its policy what the script needs. */
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
