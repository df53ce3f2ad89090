import { readFile } from 'node:fs/promises';
import type { Description } from '../../description/types.js';
import { html, trusted, type Html } from '../html/html.js';
import type { RedocFrame } from '../redoc/redoc-frame.js';
import { mockServerUrl } from '../reference/mock-server.js';
import type { OperationReference } from '../reference/reference.js';
import { brandOf, favicon } from './brand.js';
import { contentSecurityPolicy } from './content-security-policy.js';
import { layout } from './layout.js';
import { operationPage } from './operation-page.js';

/** In the order in which they override each other. */
const styles = ['colors', 'page', 'sidebar', 'prose', 'operation', 'samples', 'panel', 'search', 'print'];

/** Runs before the first paint. */
const firstScript = 'first';

/** Each works without the others. */
const laterScripts = ['menu', 'active-place', 'samples', 'search', 'mock'];

/**
 * Builds the page: one HTML file that works without any other, and without a server.
 *
 * @param mockCommand What starts the mock server; `undefined` where no command is known.
 * @param frame What Redoc has rendered of the description.
 */
export async function buildPage(
  description: Description,
  operations: OperationReference[],
  mockCommand: string | undefined,
  frame: RedocFrame,
): Promise<string> {
  const [first, later, style] = await Promise.all([
    script(firstScript),
    Promise.all(laterScripts.map(script)),
    styleSheet(description),
  ]);
  const { info } = description;
  const mock = mockServerUrl(description);
  const body = layout({
    description,
    frame,
    operations,
    texts: operations.map((operation) => operationPage(operation, mockCommand)),
  });
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
${contentSecurityPolicy({ scripts: [first, ...later], styles: [style], connect: mock ? [new URL(mock).origin] : [] })}
<meta name="mock-server" content="${mock ?? ''}">
${mockCommand && html`<meta name="mock-command" content="${mockCommand}">`}
<title>${info.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${info.summary ?? info.title}">
<link rel="icon" href="${favicon(brandOf(description), info.title)}">
<link rel="alternate" type="text/markdown" href="index.md">
<link rel="service-desc" type="application/yaml" href="openapi.yaml">
<style>${trusted(style)}</style>
<script>${trusted(first)}</script>
</head>
<body>
${body}
${later.map((text): Html => html`<script type="module">${trusted(text)}</script>`)}
</body>
</html>
`.html;
}

async function styleSheet(description: Description): Promise<string> {
  const { background, text } = brandOf(description);
  const parts = await Promise.all(styles.map((name) => beside(`style/${name}.css`)));
  return [`:root { --brand: ${background}; --brand-text: ${text}; }\n`, ...parts].join('');
}

function script(name: string): Promise<string> {
  return beside(`script/${name}.js`);
}

function beside(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}
