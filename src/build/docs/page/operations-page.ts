import { html, type Html } from '../html/html.js';
import { said } from '../html/language.js';
import { prose } from '../html/prose.js';
import { detailsHtml } from '../html/words.js';
import type { TagReference } from '../reference/tag.js';
import type { OperationsPage } from './divide.js';
import { endpointOf } from './sidebar.js';

/** The name of a page: its tag, and its number when the tag has several pages. */
export function nameOf({ tag, part, parts }: OperationsPage): string {
  const name = tag ?? 'Other operations';
  return parts > 1 ? `${name}, part ${part} of ${parts}` : name;
}

/**
 * Renders a page with the operations of one tag: its name, the description of the tag, the operations, and links to the
 * previous and the next page.
 */
export function operationsPage(tags: TagReference[], pages: OperationsPage[], index: number): Html[] {
  const page = pages[index];
  if (!page) return [];
  return [
    html`<div class="introduction">
<div class="introduction-text">
<h1>${nameOf(page)}</h1>
${tagWords(tags, page, 2)}
</div>
</div>`,
    ...page.operations.map(({ text }) => text),
    html`<nav class="around" aria-label="Other pages">
${link('prev', 'Previous', pages[index - 1])}
${link('next', 'Next', pages[index + 1])}
</nav>`,
  ];
}

/** Renders the list of all operations for the first page, when the operations themselves are on other pages. */
export function operationsIndex(tags: TagReference[], pages: OperationsPage[]): Html[] {
  return pages.map(
    (page) => html`<section class="operations-index" aria-label="${nameOf(page)}">
<h2><a href="${page.file}">${nameOf(page)}</a></h2>
${page.part === 1 && tagWords(tags, page, 3)}
<ul>${page.operations.map(
      ({ operation, operation: { name, method, path, anchor } }) => html`
<li><a href="${page.file}#${anchor}"${endpointOf(operation)}${said}>${name}</a> <span class="method method-${method.toLowerCase()}">${method}</span> <code>${path}</code></li>`,
    )}</ul>
</section>`,
  );
}

function tagWords(tags: TagReference[], { tag }: OperationsPage, highest: number): Html | undefined {
  const found = tags.find(({ name }) => name === tag);
  return (
    found &&
    html`${found.title !== found.name && html`<p${said}>${found.title}</p>`}${found.description && html`<div class="prose"${said}>${prose(found.description, highest)}</div>`}${detailsHtml(found.details)}`
  );
}

function link(relation: 'prev' | 'next', word: string, page: OperationsPage | undefined): Html | undefined {
  return page && html`<a rel="${relation}" href="${page.file}">${word}: ${nameOf(page)}</a>`;
}
