import type { Description } from '../../description/types.js';
import { html, type Html } from '../html/html.js';
import type { RedocFrame } from '../redoc/redoc-frame.js';
import type { OperationReference } from '../reference/reference.js';
import { sidebar, type HrefOf } from './sidebar.js';

/** What the body of a page is made of. */
export interface PageParts {
  description: Description;
  frame: RedocFrame;
  /** All operations, on whichever page they are. */
  operations: OperationReference[];
  hrefOf: HrefOf;
  /** The address of the introduction: nothing on the page that begins with it. */
  start: string;
  content: Html[];
}

/** Renders the body of a page. */
export function layout({ description, frame, operations, hrefOf, start, content }: PageParts): Html {
  return html`<a class="skip-link" href="#content">Skip to the content</a>
<header class="bar">
<a class="brand" href="${start || '#'}">${description.info.title}</a>
<button type="button" class="menu-button scripted" aria-expanded="false" aria-controls="contents">Menu</button>
</header>
${sidebar({ description, frame, operations, hrefOf, start })}
<main id="content" tabindex="-1">
${content.map((part, index) => html`${index > 0 && '\n'}${part}`)}
</main>
<p id="announcer" class="visually-hidden" role="status"></p>`;
}
