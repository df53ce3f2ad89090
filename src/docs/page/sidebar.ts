import type { Description } from '../../description/types.js';
import { html, type Html } from '../html/html.js';
import type { RedocFrame } from '../redoc/redoc-frame.js';
import type { OperationReference } from '../reference/reference.js';
import { groupByTag } from './divide.js';

/** Makes the address of an operation, as seen from the page that the link is on. */
export type HrefOf = (operation: OperationReference) => string;

/** What the sidebar lists. */
export interface SidebarParts {
  description: Description;
  frame: RedocFrame;
  /** All operations, on whichever page they are. */
  operations: OperationReference[];
  hrefOf: HrefOf;
  /** The address of the introduction: nothing on the page that begins with it. */
  start: string;
}

/** Renders the sidebar: the sections of the introduction, then the operations, in groups where they have several tags. */
export function sidebar({ description, frame, operations, hrefOf, start }: SidebarParts): Html {
  const methods = [...new Set(operations.map(({ method }) => method))];
  return html`<nav id="contents" class="sidebar" aria-label="Contents">
<a class="brand" href="${start || '#'}">${description.info.title}</a>
<div class="tools scripted">
<button type="button" class="search-button">Search <kbd>Ctrl K</kbd></button>
<button type="button" class="theme-button" aria-pressed="false">Dark</button>
</div>
${
  frame.sections.length > 0 &&
  html`<p class="group">Documentation</p>
<ul>${frame.sections.map(({ anchor, heading, isNested }) => html`<li${isNested && html` class="nested"`}><a href="${start}#${anchor}">${heading}</a></li>`)}</ul>`
}
<p class="group">APIs <span class="legend" aria-hidden="true">${methods.map((method) => html`<span class="method method-${method.toLowerCase()}">${method}</span> `)}</span></p>
${groups(operations, hrefOf)}
</nav>`;
}

/** A group is open where an operation of it is on this page; on a page without any operation all are closed. */
function groups(operations: OperationReference[], hrefOf: HrefOf): Html | Html[] {
  const byTag = [...groupByTag(operations, ({ tag }) => tag)];
  if (byTag.length < 2) return list(operations, hrefOf);
  return byTag.map(([tag, ofTag]) => {
    const isOpen = ofTag.some((operation) => isHere(hrefOf(operation)));
    return html`<details${isOpen && html` open`}><summary>${tag ?? 'Other'}</summary>
${list(ofTag, hrefOf)}</details>`;
  });
}

function list(operations: OperationReference[], hrefOf: HrefOf): Html {
  return html`<ul class="operations">${operations.map((operation) => {
    const { name, method, path } = operation;
    const href = hrefOf(operation);
    // The search finds operations of other pages by it.
    const elsewhere = !isHere(href) && html` data-path="${path}"`;
    return html`
<li><a class="method-${method.toLowerCase()}" href="${href}"${elsewhere}>${name} <span class="method">${method}</span></a></li>`;
  })}</ul>`;
}

function isHere(href: string): boolean {
  return href.startsWith('#');
}
