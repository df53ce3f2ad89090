/** Matches web pages, email addresses and relative links, but no scheme that may run code, not even one with entities. */
const harmless = /^(?:https?:|mailto:|[^:&]*(?:[/?#]|$))/i;

/** Whether an address is safe for a link. */
export function isHarmless(href: string): boolean {
  return harmless.test(href);
}

/** Whether a text is a safe address for a link, and has only the characters of a URI (RFC 3986, section 2). */
export function isAddress(text: string): boolean {
  return isHarmless(text) && /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(text);
}

/**
 * Escapes plain text, such as a name, for Markdown. Brackets become entities, since some readers ignore a backslash before a
 * bracket in the text of a link.
 */
export function escapeActive(text: string): string {
  return text
    .replaceAll(/[\\`*~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=^\s*)[#+>-](?=[\s>#-]|$)/gu, '\\$&')
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('[', '&#91;')
    .replaceAll(']', '&#93;')
    .replaceAll(/<(?=[a-z/!?])/gi, '&lt;');
}

/** Writes a link. Characters that would end the address too early are percent-encoded. */
export function linkTo(text: string, href: string, title = ''): string {
  const address = href.replaceAll(/[\s<>()\\"`|]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${text}](${address}${title})`;
}

/** Writes inline code. Its backticks are more than any run inside it (CommonMark, section 6.1). Blank code gives nothing. */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, ' ');
  if (line.trim() === '') return '';
  const mark = '`'.repeat(longestRun(line) + 1);
  const pad = /^`|`$|^ .*[^ ].* $/.test(line) ? ' ' : '';
  return `${mark}${pad}${line}${pad}${mark}`;
}

/** Writes a code block. Its fence is longer than any run of backticks inside it (CommonMark, section 4.5). */
export function fence(text: string, language: string): string {
  const mark = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const [name = ''] = /^[\w.+#-]+/.exec(language) ?? [];
  return `${mark}${name === 'plain' ? '' : name}\n${text}\n${mark}`;
}

/** Joins the lines of a text with spaces. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [ticks]) => Math.max(longest, ticks.length), 0);
}
