import type { Description } from '../../description/types.js';
import { html, trusted, type Html } from '../html/html.js';
import type { RedocFrame } from '../redoc/redoc-frame.js';
import type { OperationReference } from '../reference/reference.js';
import { sidebar } from './sidebar.js';

/** The files beside the page. */
const downloads = ['openapi.yaml', 'openapi.json', 'index.md'];

/** What the body of the page is made of. */
export interface PageParts {
  description: Description;
  frame: RedocFrame;
  operations: OperationReference[];
  /** The text of each operation, in the same order. */
  texts: Html[];
}

/** Renders the body of the page. */
export function layout({ description, frame, operations, texts }: PageParts): Html {
  return html`<a class="skip-link" href="#content">Skip to the content</a>
<header class="bar">
<a class="brand" href="#">${description.info.title}</a>
<button type="button" class="menu-button scripted" aria-expanded="false" aria-controls="contents">Menu</button>
</header>
${sidebar(description, frame, operations)}
<main id="content" tabindex="-1">
<div class="introduction">
<div class="introduction-text">
<h1>${frame.title}</h1>
<div class="prose overview">${frame.overview}</div>
${frame.sections.map(
  ({ anchor, heading, isNested, content }) => html`<section id="${anchor}" class="prose" aria-label="${heading}">
${headingOf(isNested ? 3 : 2, heading, anchor)}
${withLinks(content, operations)}
</section>`,
)}
</div>
<aside class="introduction-panel" aria-label="About this API">${about(description)}</aside>
</div>
${texts}
</main>
<p id="announcer" class="visually-hidden" role="status"></p>`;
}

function headingOf(level: 2 | 3, heading: string, anchor: string): Html {
  const content = html`${heading} <a class="link-here" href="#${anchor}" aria-label="Link to ${heading}">#</a>`;
  return level === 2 ? html`<h2>${content}</h2>` : html`<h3>${content}</h3>`;
}

/** Makes each name of an operation that the introduction sets in bold a link to it. */
function withLinks(content: Html, operations: OperationReference[]): Html {
  return trusted(
    operations.reduce((text, { name, anchor }) => {
      const bold = html`<strong>${name}</strong>`.html;
      return text.replaceAll(bold, () => html`<a href="#${anchor}">${trusted(bold)}</a>`.html);
    }, content.html),
  );
}

function about({ info, servers = [] }: Description): Html {
  const { license } = info;
  return html`<div class="panel-content">
<h2>Download</h2>
<ul class="downloads">${downloads.map((name) => html`<li><a href="${name}" download>${name}</a></li>`)}</ul>
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
