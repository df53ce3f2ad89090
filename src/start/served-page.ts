import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where the page asks for changes, relative to itself. */
const changes = 'page-changes';

/** What a served page may do beyond the file. */
export interface ServedPageOptions {
  /** The file of the page. */
  path: string;
  /** Whether it reloads itself in the browser when its file has changed. */
  reloads: boolean;
}

/**
 * Serves the page of the docs. The file stays as it is: that the page asks the mock of this program, and that it
 * reloads itself, is added to the response, and allowed in its Content-Security-Policy.
 */
export class ServedPage {
  /** The URL of the mock server that the page asks. Default: the one that the page names. */
  mockUrl: string | undefined;
  readonly #path: string;
  readonly #reloads: boolean;
  readonly #open = new Set<ServerResponse>();

  constructor({ path, reloads }: ServedPageOptions) {
    this.#path = path;
    this.#reloads = reloads;
  }

  /**
   * Answers requests for the page, and for its changes.
   *
   * @param otherwise Called for all other requests.
   */
  readonly handle = (request: IncomingMessage, response: ServerResponse, otherwise: () => void): void => {
    const [path] = (request.url ?? '').split('?');
    if (this.#reloads && path === `/${changes}`) this.#announceChanges(response);
    else if (path === '/' || path === '/index.html') void this.#servePage(response).catch(otherwise);
    else otherwise();
  };

  /** Has each open page that shows another state than the file reload itself. */
  async update(): Promise<void> {
    if (this.#open.size === 0) return;
    const state = stateOf(await readFile(this.#path));
    for (const response of this.#open) response.write(`data: ${state}\n\n`);
  }

  async #servePage(response: ServerResponse): Promise<void> {
    const page = await readFile(this.#path, 'utf8');
    const asksMock = this.mockUrl === undefined ? page : withMock(page, this.mockUrl);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(this.#reloads ? withReload(asksMock, stateOf(Buffer.from(page))) : asksMock);
  }

  #announceChanges(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders();
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    // The page may have changed since it was loaded, or while the server was away.
    this.update().catch(() => response.end());
  }
}

function stateOf(page: Buffer): string {
  return createHash('sha256').update(page).digest('hex');
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
