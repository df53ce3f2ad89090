import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { redocly } from '../../redocly/run-redocly.js';
import type { Description } from '../../description/types.js';
import { html, trusted } from '../html/html.js';
import { operationWords } from '../redoc/operation-words.js';
import { pageDescription } from '../redoc/page-description.js';
import { expandSelectors, fillOperations, withoutVendorPicture, withWaitingScript } from '../redoc/redoc-markup.js';
import { runRedoc } from '../../redocly/build-docs.js';
import type { OperationReference } from '../reference/reference.js';
import { withUsedStyle } from '../redoc/used-style.js';

const options = {
  layout: 'three-panel',
  downloadUrls: ['openapi.yaml', 'openapi.json', 'index.md'].map((url) => ({ title: url, url })),
};

/** In the order in which they override each other. */
const styles = ['page', 'taking-over', 'operation', 'samples', 'panel', 'prose', 'sidebar', 'media'].map(
  (name) => `style/${name}.css`,
);

/**
 * Builds the page: one HTML file that works without any other, and without a server.
 *
 * @param mockCommand What starts the mock server.
 * @param run Runs the command of Redoc; default: in a process that ends with it.
 * @throws Error with one sentence when `redocly build-docs` fails, or when its markup is not what is expected.
 */
export async function buildPage(
  description: Description,
  operations: OperationReference[],
  mockCommand: string,
  run?: typeof redocly,
): Promise<string> {
  const files = ['template.hbs', 'page-script.js', 'first-view.js', ...styles];
  const [template = '', script = '', firstView = '', ...parts] = await Promise.all(files.map(beside));
  const style = expandSelectors(parts.join(''));
  const words = new Map(operations.map((operation) => [operation.operationId, operationWords(operation)]));
  const [page, { operationPage }] = await Promise.all([
    runRedoc(pageDescription(description, words), template, options, run),
    // Loaded while Redoc runs.
    import('./operation-page.js'),
  ]);
  const texts = operations.map((operation) => operationPage(operation, mockCommand));
  const filled = fillOperations(withWaitingScript(withoutVendorPicture(page)), texts);
  const complete = withUsedStyle(filled, style)
    .replace('<!--style-->', () => `<style>${style}</style>`)
    .replace('<!--script-->', () => `<script type="module">${expandSelectors(script)}</script>`)
    .replace('<!--first-view-->', () => `<script>${firstView}</script>`)
    .replace('<!--description-->', () => html`<meta name="description" content="${summary(description)}">`.html);
  return complete.replace('<!--content-security-policy-->', () => contentSecurityPolicy(complete));
}

/** What search engines show: `info.summary`, else the title. */
function summary({ info }: Description): string {
  return info.summary ?? info.title;
}

/** Only the scripts of this page run, and nothing is asked of another host. Redoc writes its styles while it runs. */
function contentSecurityPolicy(page: string): string {
  const hashes = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src ${[...new Set(hashes)].join(' ')}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">`.html;
}

function beside(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}
