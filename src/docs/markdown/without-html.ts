/**
 * Code of Markdown, in which nothing is HTML: fenced blocks (CommonMark, section 4.5), and spans of any number of
 * backticks within a line (section 6.1). A span over several lines counts as text, to be on the safe side.
 */
const code = /^ {0,3}(?:(`{3,})[^`\n]*|(~{3,}).*)\n(?:[\s\S]*?\n)?? {0,3}(?:\1|\2)[`~]* *$|(?<!`)(`+)(?!`)[^\n]*?[^`\n]\3(?!`)/gm;

/**
 * Escapes the tags of HTML in Markdown, so that a reader of it runs nothing that a description brings. Code, line breaks
 * in tables, and links in angle brackets stay as they are.
 */
export function withoutHtml(markdown: string): string {
  let result = '';
  let end = 0;
  for (const match of markdown.matchAll(code)) {
    result += escapeTags(markdown.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + escapeTags(markdown.slice(end));
}

function escapeTags(text: string): string {
  return text.replace(/<(?=[a-z/!?])(?!br>|https?:|mailto:|[\w.+-]+@)/gi, '&lt;');
}
