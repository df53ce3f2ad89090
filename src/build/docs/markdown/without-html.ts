/**
 * Code of Markdown, in which nothing is HTML: fenced blocks (CommonMark, section 4.5), and spans of any number of
 * backticks within a line (section 6.1). A span over several lines counts as text, to be on the safe side.
 */
const code = /^ {0,3}(?:(`{3,})[^`\n]*|(~{3,}).*)\n(?:[\s\S]*?\n)?? {0,3}(?:\1|\2)[`~]* *$|(?<!`)(`+)(?!`)[^\n]*?[^`\n]\3(?!`)/gm;

/** The end of a link's text, and what it leads to: in parentheses, or after a colon in a definition. */
const destination = /\](?=(?:\(|:)\s*(?:<([^>\n]*)|([^\s)]*)))/g;

/** A page, an address or a place: not a scheme that may run something, also where a character of it is an entity. */
const harmless = /^(?:https?:|mailto:|[^:&]*(?:[/?#]|$))/i;

/**
 * Escapes the tags of HTML in Markdown, and the links that lead to no page, so that a reader of it runs nothing that a
 * description brings. Code, line breaks in tables, and links in angle brackets stay as they are.
 */
export function withoutHtml(markdown: string): string {
  let result = '';
  let end = 0;
  for (const match of markdown.matchAll(code)) {
    result += escapeActive(markdown.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + escapeActive(markdown.slice(end));
}

function escapeActive(text: string): string {
  const withoutLinks = text.replace(destination, (end: string, inBrackets: string | undefined, bare: string) =>
    // A backslash could itself be escaped by one before it.
    harmless.test(inBrackets ?? bare) ? end : '&#93;',
  );
  return withoutLinks.replace(/<(?=[a-z/!?])(?!br>|https?:|mailto:|[\w.+-]+@)/gi, '&lt;');
}
