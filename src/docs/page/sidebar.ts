import type { Description } from '../../description/types.js';
import { html, type Html } from '../html/html.js';
import type { RedocFrame } from '../redoc/redoc-frame.js';
import type { OperationReference } from '../reference/reference.js';
import { groupByTag } from './divide.js';

/** Makes the address of an operation, as seen from the page that the link is on. */
export type HrefOf = (operation: OperationReference) => string;

/** What all sidebars list. */
export interface SidebarParts {
  description: Description;
  frame: RedocFrame;
  /** All operations, on whichever page they are. */
  operations: OperationReference[];
  /** The address of an operation on another page. */
  addressOf: HrefOf;
}

/** The page that a sidebar is on. */
export interface SidebarPlace {
  hrefOf: HrefOf;
  /** The address of the introduction: nothing on the page that begins with it. */
  start: string;
}

/**
 * Makes what renders sidebars: the sections of the introduction, then the operations, in groups where they have several
 * tags. A group is open where an operation of it is on the page; the closed ones are the same on each page, and are
 * rendered once.
 */
export function sidebars({ description, frame, operations, addressOf }: SidebarParts): (place: SidebarPlace) => Html {
  const methods = [...new Set(operations.map(({ method }) => method))];
  const groups = [...groupByTag(operations, ({ tag }) => tag)];
  const closed = new Map<string | undefined, Html>();

  function group(tag: string | undefined, ofTag: OperationReference[], hrefOf: HrefOf): Html {
    const summary = html`<summary>${tag ?? 'Other'}</summary>`;
    if (ofTag.some((operation) => isHere(hrefOf(operation)))) {
      return html`<details open>${summary}
${list(ofTag, hrefOf)}</details>`;
    }
    const before =
      closed.get(tag) ??
      html`<details>${summary}
${list(ofTag, addressOf)}</details>`;
    closed.set(tag, before);
    return before;
  }

  return ({ hrefOf, start }) => html`<nav id="contents" class="sidebar" aria-label="Contents">
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
${groups.length < 2 ? list(operations, hrefOf) : groups.map(([tag, ofTag]) => group(tag, ofTag, hrefOf))}
</nav>`;
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
