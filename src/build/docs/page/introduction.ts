import type { Description } from '../../../description/types.js';
import { html, trusted, type Html } from '../html/html.js';
import type { Section } from '../html/prose.js';
import type { OperationReference } from '../reference/reference.js';
import type { HrefOf } from './sidebar.js';

/** The files beside the page. */
const downloads = ['openapi.yaml', 'openapi.json', 'index.md'];

/** Renders the introduction: the title, `info.description` in sections, and beside it the files and the servers. */
export function introduction(
  description: Description,
  { overview, sections }: { overview: Html; sections: Section[] },
  operations: OperationReference[],
  hrefOf: HrefOf,
): Html {
  const { info } = description;
  return html`<div class="introduction">
<div class="introduction-text">
<h1>${info.title} (${info.version})</h1>
<div class="prose overview">${info.summary && html`<p>${info.summary}</p>`}
${overview}</div>
${sections.map(
  ({ anchor, heading, label, isNested, content }) => html`<section id="${anchor}" class="prose" aria-label="${label}">
${headingOf(isNested ? 3 : 2, heading, label, anchor)}
${withLinks(content, operations, hrefOf)}
</section>`,
)}
</div>
<aside class="introduction-panel" aria-label="About this API">${about(description)}</aside>
</div>`;
}

function headingOf(level: 2 | 3, heading: Html, label: Html, anchor: string): Html {
  const content = html`${heading} <a class="link-here" href="#${anchor}" aria-label="Link to ${label}">#</a>`;
  return level === 2 ? html`<h2>${content}</h2>` : html`<h3>${content}</h3>`;
}

/** Makes each name of an operation that the introduction sets in bold a link to it. */
function withLinks(content: Html, operations: OperationReference[], hrefOf: HrefOf): Html {
  return trusted(
    operations.reduce((text, operation) => {
      const bold = html`<strong>${operation.name}</strong>`.html;
      return text.replaceAll(bold, () => html`<a href="${hrefOf(operation)}">${trusted(bold)}</a>`.html);
    }, content.html),
  );
}

function about({ info, servers = [] }: Description): Html {
  const { license } = info;
  return html`<div class="panel-content">
<h2>Download</h2>
<ul class="downloads">${downloads.map((name) => html`<li><a href="${name}" download>${name}</a></li>`)}</ul>
<h2>Other views</h2>
<ul><li><a href="redoc.html">Redoc</a></li></ul>
${
  servers.length > 0 &&
  html`<h2>Servers</h2>
<dl>${servers.map(({ url, description = '' }) => html`<div><dt>${description || 'Server'}</dt><dd><code>${url}</code></dd></div>`)}</dl>`
}
${
  license &&
  html`<h2>License</h2>
<p>${license.name}</p>`
}
</div>`;
}
