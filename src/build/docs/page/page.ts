import type { Description } from '../../../description/types.js';
import { html, trusted, type Html } from '../html/html.js';
import { documentLanguage, inLanguages } from '../html/language.js';
import { mockServerUrl } from './mock-server.js';
import { bundleAssets } from './assets.js';
import { brandOf, favicon } from './brand.js';
import { contentSecurityPolicy } from './content-security-policy.js';

/** The style sheets. Each one may override those before it. */
const styles = ['colors', 'page', 'sidebar', 'prose', 'operation', 'fields', 'samples', 'panel', 'search', 'print'];

/** Additional style sheets for docs with several pages. */
const stylesOfSeveralPages = ['several-pages'];

/** The script that runs before the first paint. */
const firstScript = 'first';

/** The script that imports the others: of several inline modules, each makes the first paint wait for a task of its own. */
const laterScript = 'later';

/**
 * Bundles the scripts and style sheets of the pages.
 *
 * @param mockCommand The command that starts the mock server; `undefined` when it is not known.
 * @param severalPages Whether the docs have several pages.
 * @returns A function that writes a page as one HTML file. The file needs no other file and no server. Its arguments are the
 *   title for the browser tab, and the body.
 */
export async function pageWriter(
  description: Description,
  mockCommand: string | undefined,
  severalPages: boolean,
): Promise<(title: string, body: Html) => string> {
  const { first, later, style } = await assets(description, severalPages);
  const { info } = description;
  const language = await documentLanguage(description);
  const mock = mockServerUrl(description);
  const policy = contentSecurityPolicy({
    scripts: [first, later],
    styles: [style],
    connect: mock ? [new URL(mock).origin] : [],
  });
  return (title, content) => {
    const { ofPage, ofBody, body } = inLanguages(content, language);
    return html`<!DOCTYPE html>
<html${ofPage}>
<head>
<meta charset="utf-8">
${policy}
<meta name="mock-server" content="${mock ?? ''}">
${mockCommand && html`<meta name="mock-command" content="${mockCommand}">`}
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${info.summary ?? info.title}">
<link rel="icon" href="${favicon(brandOf(description), info.title)}">
<link rel="alternate" type="text/markdown" href="index.md">
<link rel="service-desc" type="application/yaml" href="openapi.yaml">
<style>${trusted(style)}</style>
<script>${trusted(first)}</script>
</head>
<body${ofBody}>
${body}
<script type="module">${trusted(later)}</script>
</body>
</html>
`.html;
  };
}

/** Bundles the scripts and the style sheet of the pages, with the colors of a description. */
async function assets(description: Description, severalPages: boolean): Promise<{ first: string; later: string; style: string }> {
  const scripts = [firstScript, laterScript];
  const sheets = [...styles, ...(severalPages ? stylesOfSeveralPages : [])];
  const texts = await bundleAssets([...scripts.map((name) => `script/${name}.js`), ...sheets.map((name) => `style/${name}.css`)]);
  const [first = '', later = ''] = texts;
  const { background, text } = brandOf(description);
  return {
    first,
    later,
    style: [`:root{--brand:${background};--brand-text:${text}}`, ...texts.slice(scripts.length)].join('\n'),
  };
}
