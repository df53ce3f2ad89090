/** Code of Markdown, in which nothing is HTML: fenced blocks, and spans of any number of backticks. */
const code = /(^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\2|$(?![\s\S]))|(`+)(?!`)[\s\S]*?[^`]\3(?!`))/gm;

/**
 * Makes the tags of HTML in Markdown text, so that a reader of it runs nothing that a description brings.
 * Code and links in angle brackets stay as they are.
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
  return text.replace(/<(?=[a-z/!?])(?!https?:|mailto:|[\w.+-]+@)/gi, '&lt;');
}
