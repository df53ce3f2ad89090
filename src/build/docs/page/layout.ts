import { html, type Html } from '../html/html.js';
import { said } from '../html/language.js';

/** The parts of a page's body. */
export interface PageParts {
  /** The title of the description. */
  title: string;
  /** The address of the introduction; empty on the page that begins with it. */
  start: string;
  sidebar: Html;
  content: Html[];
}

/** Renders the body of a page. */
export function layout({ title, start, sidebar, content }: PageParts): Html {
  return html`<a class="skip-link" href="#content">Skip to the content</a>
<header class="bar">
<a class="brand" href="${start || '#'}"${said}>${title}</a>
<button type="button" class="menu-button scripted" aria-expanded="false" aria-controls="contents">Menu</button>
</header>
${sidebar}
<main id="content" tabindex="-1">
${content.map((part, index) => html`${index > 0 && '\n'}${part}`)}
</main>
<p id="announcer" class="visually-hidden" role="status"></p>`;
}
