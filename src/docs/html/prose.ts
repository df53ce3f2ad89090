import { Marked } from 'marked';
import type { Html } from './html.js';
import { sanitize } from './sanitize.js';

const marked: Marked = new Marked();

/** Renders Markdown of the description (CommonMark, as OpenAPI has it) as HTML blocks. */
export function prose(markdown: string): Html {
  return sanitize(marked.parse(markdown, { async: false }).trim());
}

/** Renders Markdown that stands within a line, such as in the cell of a table. */
export function inlineProse(markdown: string): Html {
  return sanitize(marked.parseInline(markdown.trim(), { async: false }));
}
