import { html, trusted, type Content, type Html } from '../../html/html.js';
import { wordsHtml } from '../../html/words.js';
import type { Words } from '../../reference/words.js';

/** The level of a heading: 3 for those in an operation, and more for those in its callbacks. */
export type Level = number;

/** Renders a heading. A level above 6 becomes 6. */
export function heading(level: Level, content: string | Words, kind = ''): Html {
  const depth = Math.min(level, 6);
  const text: Content = typeof content === 'string' ? content : wordsHtml(content);
  const attribute = kind === '' ? '' : html` class="${kind}"`;
  return html`${trusted(`<h${depth}`)}${attribute}>${text}${trusted(`</h${depth}>`)}`;
}
