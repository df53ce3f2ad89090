import { html, trusted, type Html } from '../html/html.js';
import { said } from '../html/language.js';
import type { Section } from '../html/sections.js';
import type { Info } from '../../../description/types.js';
import type { OperationReference } from '../reference/operation.js';
import type { Reference } from '../reference/reference.js';
import { about, schemes, tagSections } from './about.js';
import type { HrefOf } from './sidebar.js';

/** Renders the introduction: the title and `info.description` in sections, with a panel for files and servers beside it. */
export function introduction(
  info: Info,
  { overview, sections }: { overview: Html; sections: Section[] },
  reference: Reference,
  hrefOf: HrefOf,
  mockCommand: string | undefined,
  isDivided: boolean,
): Html {
  const { operations } = reference;
  return html`<div class="introduction">
<div class="introduction-text">
<h1${said}>${info.title} (${info.version})</h1>
<div class="prose overview"${said}>${info.summary && html`<p>${info.summary}</p>`}
${overview}</div>
${sections.map(
  ({ anchor, heading, label, isNested, content }) => html`<section id="${anchor}" class="prose" aria-label="${label}"${said}>
${headingOf(isNested ? 3 : 2, heading, label, anchor)}
${withLinks(content, operations, hrefOf)}
</section>`,
)}
${schemes(reference)}
${!isDivided && tagSections(reference, hrefOf)}
</div>
<aside class="introduction-panel" aria-label="About this API">${about(reference, mockCommand)}</aside>
</div>`;
}

function headingOf(level: 2 | 3, heading: Html, label: Html, anchor: string): Html {
  const content = html`${heading} <a class="link-here" href="#${anchor}" aria-label="Link to ${label}">#</a>`;
  return level === 2 ? html`<h2>${content}</h2>` : html`<h3>${content}</h3>`;
}

/** Adds links to the introduction: each name of an operation in bold becomes a link to the operation. */
function withLinks(content: Html, operations: OperationReference[], hrefOf: HrefOf): Html {
  return trusted(
    operations.reduce((text, operation) => {
      const bold = html`<strong>${operation.name}</strong>`.html;
      return text.replaceAll(bold, () => html`<a href="${hrefOf(operation)}">${trusted(bold)}</a>`.html);
    }, content.html),
  );
}
