import type { Description } from '../../../description/types.js';
import { html, type Html } from '../html/html.js';
import type { Section } from '../html/prose.js';
import type { OperationReference } from '../reference/reference.js';
import { groupByTag } from './divide.js';

/** Makes the address of an operation, as seen from the page that the link is on. */
export type HrefOf = (operation: OperationReference) => string;

/** What all sidebars list. */
export interface SidebarParts {
  description: Description;
  /** The sections of the introduction. */
  sections: Section[];
  /** All operations, on whichever page they are. */
  operations: OperationReference[];
  /** The address of an operation on another page. */
  addressOf: HrefOf;
  /** How many pages the sidebar is on. */
  pages: number;
}

/** The page that a sidebar is on. */
export interface SidebarPlace {
  hrefOf: HrefOf;
  /** The address of the introduction: nothing on the page that begins with it. */
  start: string;
}

/** How many links all sidebars together may have: 200,000 take some 50 MB. */
const mostLinks = 200_000;

/**
 * Makes what renders sidebars: the sections of the introduction, then the operations, in groups where they have several
 * tags. A group is open where an operation of it is on the page; the closed ones are the same on each page, and are
 * rendered once. Where there are more than `mostLinks`, a closed group is one link to its first operation.
 */
export function sidebars({ description, sections, operations, addressOf, pages }: SidebarParts): (place: SidebarPlace) => Html {
  const methods = [...new Set(operations.map(({ method }) => method))];
  const groups = [...groupByTag(operations, ({ tag }) => tag)];
  const closed = new Map<string | undefined, Html>();

  function group(tag: string | undefined, ofTag: OperationReference[], hrefOf: HrefOf): Html {
    const isOpen = ofTag.some((operation) => isHere(hrefOf(operation)));
    const rendered = isOpen ? details(tag, list(ofTag, hrefOf), true) : (closed.get(tag) ?? closedGroup(tag, ofTag));
    if (!isOpen) closed.set(tag, rendered);
    return rendered;
  }

  function closedGroup(tag: string | undefined, ofTag: OperationReference[]): Html {
    if (pages * operations.length <= mostLinks) return details(tag, list(ofTag, addressOf), false);
    const [first] = ofTag.map(addressOf);
    return html`<ul><li><a href="${first}">${tag ?? 'Other'}</a></li></ul>`;
  }

  return ({ hrefOf, start }) => html`<nav id="contents" class="sidebar" aria-label="Contents">
<a class="brand" href="${start || '#'}">${description.info.title}</a>
<div class="tools scripted">
<button type="button" class="search-button">Search <kbd>Ctrl K</kbd></button>
<button type="button" class="theme-button" aria-pressed="false">Dark</button>
</div>
${
  sections.length > 0 &&
  html`<p class="group">Documentation</p>
<ul>${sections.map(({ anchor, label, isNested }) => html`<li${isNested && html` class="nested"`}><a href="${start}#${anchor}">${label}</a></li>`)}</ul>`
}
<p class="group">APIs <span class="legend" aria-hidden="true">${methods.map((method) => html`<span class="method method-${method.toLowerCase()}">${method}</span> `)}</span></p>
${groups.length < 2 ? list(operations, hrefOf) : groups.map(([tag, ofTag]) => group(tag, ofTag, hrefOf))}
</nav>`;
}

function details(tag: string | undefined, content: Html, isOpen: boolean): Html {
  return html`<details${isOpen && html` open`}><summary>${tag ?? 'Other'}</summary>
${content}</details>`;
}

function list(operations: OperationReference[], hrefOf: HrefOf): Html {
  return html`<ul class="operations">${operations.map((operation) => {
    const { name, method } = operation;
    const href = hrefOf(operation);
    const elsewhere = !isHere(href) && endpointOf(operation);
    return html`
<li><a class="method-${method.toLowerCase()}" href="${href}"${elsewhere}>${name} <span class="method">${method}</span></a></li>`;
  })}</ul>`;
}

/** The attribute of a link to another page, by which the search finds the operation. */
export function endpointOf({ method, path }: OperationReference): Html {
  return html` data-endpoint="${method} ${path}"`;
}

function isHere(href: string): boolean {
  return href.startsWith('#');
}
