import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where the page asks for changes, relative to itself. */
const changes = 'page-changes';

/**
 * Serves a page so that it reloads itself in the browser when its file has changed. The file stays as it is: what
 * the page needs for that is added to the response, and allowed in its Content-Security-Policy.
 */
export class LivePage {
  readonly #path: string;
  readonly #open = new Set<ServerResponse>();

  /** @param path The file of the page. */
  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Answers requests for the page, and for its changes.
   *
   * @param otherwise Called for all other requests.
   */
  readonly handle = (request: IncomingMessage, response: ServerResponse, otherwise: () => void): void => {
    const [path] = (request.url ?? '').split('?');
    if (path === `/${changes}`) this.#tellChanges(response);
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
    const page = await readFile(this.#path);
    // Most of the page is the script of Redoc, which nothing is looked for in.
    const end = page.indexOf('>', page.indexOf('http-equiv="Content-Security-Policy"')) + 1;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.write(withReload(page.subarray(0, end).toString(), stateOf(page)));
    response.end(page.subarray(end));
  }

  #tellChanges(response: ServerResponse): void {
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

/** Adds a script that reloads the page as soon as its file has another state, and to its policy what the script needs. */
function withReload(beginning: string, state: string): string {
  // Redoc turns off that the browser goes back to where the reader was.
  const script = `new EventSource('${changes}').onmessage = ({ data }) => {
  if (data === '${state}') return;
  history.scrollRestoration = 'auto';
  location.reload();
};`;
  const hash = createHash('sha256').update(script).digest('base64');
  return beginning.replace(
    /(<meta http-equiv="Content-Security-Policy" content="[^"]*script-src )([^"]*)(">)/,
    (_, before: string, after: string, end: string) =>
      `${before}'sha256-${hash}' ${after}; connect-src 'self'${end}\n<script>${script}</script>`,
  );
}
