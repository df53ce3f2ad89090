/** A piece of HTML. Its text may be put into other HTML without escaping. */
export interface Html {
  readonly html: string;
}

/** A value in a template of `html`. Text is escaped, HTML is not, lists are joined, and `undefined` and `false` are empty. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/** Writes HTML from a template. It escapes each value that is not HTML. */
export function html(strings: TemplateStringsArray, ...gaps: Content[]): Html {
  let text = strings[0] ?? '';
  for (const [index, gap] of gaps.entries()) text += render(gap) + (strings[index + 1] ?? '');
  return { html: text };
}

/** Marks text as HTML. Use this only for text that is already escaped. */
export function trusted(text: string): Html {
  return { html: text };
}

export function escapeHtml(text: string): string {
  // Most texts of a large description have no characters to escape.
  if (!/[&<>"]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function render(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(String(content));
  return 'html' in content ? content.html : content.map(render).join('');
}
