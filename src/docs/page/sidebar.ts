import type { Description } from '../../description/types.js';
import { html, type Html } from '../html/html.js';
import type { RedocFrame } from '../redoc/redoc-frame.js';
import type { OperationReference } from '../reference/reference.js';

/** Renders the sidebar: the sections of the introduction, then the operations, in groups where they have several tags. */
export function sidebar({ info }: Description, { sections }: RedocFrame, operations: OperationReference[]): Html {
  const methods = [...new Set(operations.map(({ method }) => method))];
  return html`<nav id="contents" class="sidebar" aria-label="Contents">
<a class="brand" href="#">${info.title}</a>
<div class="tools scripted">
<button type="button" class="search-button">Search <kbd>Ctrl K</kbd></button>
<button type="button" class="theme-button" aria-pressed="false">Dark</button>
</div>
${
  sections.length > 0 &&
  html`<p class="group">Documentation</p>
<ul>${sections.map(({ anchor, heading, isNested }) => html`<li${isNested && html` class="nested"`}><a href="#${anchor}">${heading}</a></li>`)}</ul>`
}
<p class="group">APIs <span class="legend" aria-hidden="true">${methods.map((method) => html`<span class="method method-${method.toLowerCase()}">${method}</span> `)}</span></p>
${groups(operations)}
</nav>`;
}

function groups(operations: OperationReference[]): Html | Html[] {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  if (tags.length < 2) return list(operations);
  return tags.map(
    (tag) => html`<details open><summary>${tag ?? 'Other'}</summary>
${list(operations.filter((one) => one.tag === tag))}</details>`,
  );
}

function list(operations: OperationReference[]): Html {
  return html`<ul class="operations">${operations.map(
    ({ name, anchor, method }) => html`
<li><a class="method-${method.toLowerCase()}" href="#${anchor}">${name} <span class="method">${method}</span></a></li>`,
  )}</ul>`;
}
