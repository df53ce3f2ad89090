import type { Description } from '../../../description/types.js';
import { html, type Html } from '../html/html.js';
import { said } from '../html/language.js';
import type { Section } from '../html/sections.js';
import type { OperationReference } from '../reference/operation.js';
import type { TagReference } from '../reference/tag.js';
import { operationsBelow, tagTree, type TagNode } from './tag-tree.js';

/** Makes the address of an operation, for a link on a certain page. */
export type HrefOf = (operation: OperationReference) => string;

/** The content of all sidebars. */
export interface SidebarParts {
  description: Description;
  /** The sections of the introduction. */
  sections: Section[];
  /** The operations of all pages. */
  operations: OperationReference[];
  webhooks?: OperationReference[];
  tags?: TagReference[];
  /** The address of an operation on another page. */
  addressOf: HrefOf;
  /** The number of pages with a sidebar. */
  pages: number;
}

/** The page of a sidebar. */
export interface SidebarPlace {
  hrefOf: HrefOf;
  /** The address of the introduction; empty on the page that begins with it. */
  start: string;
}

/** The most links that all sidebars together may have, to limit the size of the docs. */
const mostLinks = 200_000;

/**
 * Makes a function that renders sidebars. A sidebar lists the sections of the introduction and then the operations, in groups
 * when they have several tags. A group is open when one of its operations is on the page. Closed groups are the same on all
 * pages, so they are rendered once. With more links than `mostLinks`, a closed group is one link to its first operation.
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

/** Whether there is at most one group. It needs no heading. */
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

/** The attribute of a link to another page. The search finds the operation by it. */
export function endpointOf({ method, path }: OperationReference): Html {
  return html` data-endpoint="${method} ${path}"`;
}

function isHere(href: string): boolean {
  return href.startsWith('#');
}
