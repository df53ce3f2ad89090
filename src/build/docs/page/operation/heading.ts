import { html, trusted, type Content, type Html } from '../../html/html.js';
import { wordsHtml } from '../../html/words.js';
import type { Words } from '../../reference/words.js';

/** How deep a heading is: those of an operation are 3, those of its callbacks 4. */
export type Level = number;

/** Renders a heading; none is deeper than 6. */
export function heading(level: Level, content: string | Words, kind = ''): Html {
  const depth = Math.min(level, 6);
  const text: Content = typeof content === 'string' ? content : wordsHtml(content);
  const attribute = kind === '' ? '' : html` class="${kind}"`;
  return html`${trusted(`<h${depth}`)}${attribute}>${text}${trusted(`</h${depth}>`)}`;
}
