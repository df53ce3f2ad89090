/** A page, an address or a place: not a scheme that may run something, also where a character of it is an entity. */
const harmless = /^(?:https?:|mailto:|[^:&]*(?:[/?#]|$))/i;

/** Whether a link may lead to an address. */
export function isHarmless(href: string): boolean {
  return harmless.test(href);
}

/** Whether a text is an address that a link may lead to, by its characters as well (RFC 3986, section 2). */
export function isAddress(text: string): boolean {
  return isHarmless(text) && /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(text);
}

/**
 * Escapes text that is no Markdown, such as a name, so that it means itself. Brackets become entities: some readers undo a
 * backslash before them within the text of a link.
 */
export function escapeActive(text: string): string {
  return text
    .replaceAll(/[\\`*~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=^\s*)[#+>-](?=[\s>#-]|$)/gu, '\\$&')
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('[', '&#91;')
    .replaceAll(']', '&#93;')
    .replaceAll(/<(?=[a-z/!?])/gi, '&lt;');
}

/** A link whose address ends where it should, whatever characters it has. */
export function linkTo(text: string, href: string, title = ''): string {
  const address = href.replaceAll(/[\s<>()\\"`|]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${text}](${address}${title})`;
}

/** Code within a line, longer than any run of backticks within it (CommonMark, section 6.1); nothing for no code. */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, ' ');
  if (line.trim() === '') return '';
  const mark = '`'.repeat(longestRun(line) + 1);
  const pad = /^`|`$|^ .*[^ ].* $/.test(line) ? ' ' : '';
  return `${mark}${pad}${line}${pad}${mark}`;
}

/** A block of code in a fence that is longer than any within it (CommonMark, section 4.5). */
export function fence(text: string, language: string): string {
  const mark = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const [name = ''] = /^[\w.+#-]+/.exec(language) ?? [];
  return `${mark}${name === 'plain' ? '' : name}\n${text}\n${mark}`;
}

/** Joins the lines of a text. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [ticks]) => Math.max(longest, ticks.length), 0);
}
