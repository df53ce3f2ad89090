import type { Description } from '../../../description/types.js';
import { html, type Html } from '../html/html.js';
import { said } from '../html/language.js';
import type { Section } from '../html/prose.js';
import type { OperationReference } from '../reference/operation.js';
import type { TagReference } from '../reference/tag.js';
import { operationsBelow, tagTree, type TagNode } from './tag-tree.js';

/** Makes the address of an operation, as seen from the page that the link is on. */
export type HrefOf = (operation: OperationReference) => string;

/** What all sidebars list. */
export interface SidebarParts {
  description: Description;
  /** The sections of the introduction. */
  sections: Section[];
  /** All operations, on whichever page they are. */
  operations: OperationReference[];
  webhooks?: OperationReference[];
  tags?: TagReference[];
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
export function sidebars({
  description,
  sections,
  operations,
  webhooks = [],
  tags = [],
  addressOf,
  pages,
}: SidebarParts): (place: SidebarPlace) => Html {
  const tree = tagTree(operations, tags);
  const methods = [...new Set(operations.map(({ method }) => method))];
  const closed = new Map<TagNode, Html>();

  function group(node: TagNode, hrefOf: HrefOf): Html {
    const isOpen = operationsBelow(node).some((operation) => isHere(hrefOf(operation)));
    const rendered = isOpen ? openGroup(node, hrefOf) : (closed.get(node) ?? closedGroup(node));
    if (!isOpen) closed.set(node, rendered);
    return rendered;
  }

  function openGroup({ title, operations: ofTag, children }: TagNode, hrefOf: HrefOf): Html {
    return details(title, html`${ofTag.length > 0 && list(ofTag, hrefOf)}${children.map((child) => group(child, hrefOf))}`, true);
  }

  function closedGroup(node: TagNode): Html {
    const { title, operations: ofTag, children } = node;
    if (pages * operations.length > mostLinks) {
      const [first] = operationsBelow(node).map(addressOf);
      return html`<ul><li><a href="${first}"${said}>${title}</a></li></ul>`;
    }
    return details(title, html`${ofTag.length > 0 && list(ofTag, addressOf)}${children.map(closedGroup)}`, false);
  }

  return ({ hrefOf, start }) => html`<nav id="contents" class="sidebar" aria-label="Contents">
<a class="brand" href="${start || '#'}"${said}>${description.info.title}</a>
<div class="tools scripted">
<button type="button" class="search-button">Search <kbd>Ctrl K</kbd></button>
<button type="button" class="theme-button" aria-label="Dark theme">Dark</button>
</div>
${
  sections.length > 0 &&
  html`<p class="group">Documentation</p>
<ul>${sections.map(({ anchor, label, isNested }) => html`<li${isNested && html` class="nested"`}><a href="${start}#${anchor}"${said}>${label}</a></li>`)}</ul>`
}
<p class="group">APIs <span class="legend" aria-hidden="true">${methods.map((method) => html`<span class="method method-${method.toLowerCase()}">${method}</span> `)}</span></p>
${isOneList(tree) ? list(operations, hrefOf) : tree.map((node) => group(node, hrefOf))}
${webhooks.length > 0 && html`<p class="group">Webhooks</p>${list(webhooks, hrefOf)}`}
</nav>`;
}

/** Groups of which there is one alone need no heading. */
function isOneList(tree: TagNode[]): boolean {
  return tree.length < 2 && tree.every(({ children }) => children.length === 0);
}

function details(title: string, content: Html, isOpen: boolean): Html {
  return html`<details${isOpen && html` open`}><summary${said}>${title}</summary>
${content}</details>`;
}

function list(operations: OperationReference[], hrefOf: HrefOf): Html {
  return html`<ul class="operations">${operations.map((operation) => {
    const { name, method } = operation;
    const href = hrefOf(operation);
    const elsewhere = !isHere(href) && endpointOf(operation);
    return html`
<li><a class="method-${method.toLowerCase()}" href="${href}"${elsewhere}${said}>${name} <span class="method">${method}</span></a></li>`;
  })}</ul>`;
}

/** The attribute of a link to another page, by which the search finds the operation. */
export function endpointOf({ method, path }: OperationReference): Html {
  return html` data-endpoint="${method} ${path}"`;
}

function isHere(href: string): boolean {
  return href.startsWith('#');
}
