/** A piece of HTML: its text may be put into other HTML as it is. */
export interface Html {
  readonly html: string;
}

/** What `html` puts into its gaps: text is escaped, HTML is not, lists are joined, nothing stays nothing. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/** Writes HTML. Every gap is escaped unless it holds HTML. */
export function html(strings: TemplateStringsArray, ...gaps: Content[]): Html {
  let text = strings[0] ?? '';
  for (const [index, gap] of gaps.entries()) text += render(gap) + (strings[index + 1] ?? '');
  return { html: text };
}

/** Takes text for HTML that something else has written and escaped. */
export function trusted(text: string): Html {
  return { html: text };
}

export function escapeHtml(text: string): string {
  // Most texts of a large description have nothing to escape.
  if (!/[&<>"]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function render(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(String(content));
  return 'html' in content ? content.html : content.map(render).join('');
}
