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
  const html = rendered.get(markdown) ?? sanitize(marked.parseInline(markdown.trim(), { async: false }));
  if (rendered.size < mostRendered) rendered.set(markdown, html);
  return html;
}

/** Many fields of a large description have the same words: what was rendered once is kept, up to a number of texts. */
const rendered = new Map<string, Html>();
const mostRendered = 20_000;
