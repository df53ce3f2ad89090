import { Marked, Renderer, type Token, type Tokens } from 'marked';
import { html, trusted, type Html } from './html.js';
import { languageAttributes } from './language.js';
import { sanitize } from './sanitize.js';

const plain: Renderer = new Renderer();

/**
 * Renders Markdown as HTML, with the language of each block. A wide table gets a box that scrolls. The checkbox of a task is
 * text, since readers cannot change it.
 */
export const marked: Marked = new Marked({
  renderer: {
    checkbox({ checked }) {
      return checked ? '☑ ' : '☐ ';
    },
    paragraph(token) {
      return inLanguage(plain.paragraph.call(this, token), token);
    },
    link(token) {
      const link = plain.link.call(this, token);
      // The style sheet for print adds the address of a link, but not when the text already is the address.
      return token.text === token.href ? link.replace('<a ', '<a class="address" ') : link;
    },
    heading(token) {
      return inLanguage(plain.heading.call(this, token), token);
    },
    list(token) {
      return inLanguage(plain.list.call(this, token), token);
    },
    table(token) {
      return `<div class="table">${inLanguage(plain.table.call(this, token), token)}</div>`;
    },
  },
});

/** Puts the language of a block into its first tag. */
function inLanguage(block: string, { raw }: Tokens.Generic): string {
  return block.replace(/^<\w+/, (tag) => tag + languageAttributes(raw));
}

/**
 * Renders Markdown of the description as HTML blocks. It takes CommonMark, which OpenAPI requires, and tables.
 *
 * @param highest The level for its highest heading on the page, from 1 to 6.
 */
export function prose(markdown: string, highest: number): Html {
  return rendered(marked.lexer(markdown), highest);
}

/**
 * Renders the first paragraph of Markdown apart from the rest.
 *
 * @param highest The level for its highest heading on the page, from 1 to 6.
 * @returns `lead` is the first paragraph; it is empty when the text does not begin with a paragraph. `rest` is all other text.
 */
export function leadAndRest(markdown: string, highest: number): { lead: Html; rest: Html } {
  const tokens = marked.lexer(markdown).filter(({ type }) => type !== 'space');
  const length = tokens[0]?.type === 'paragraph' ? 1 : 0;
  return { lead: rendered(tokens.slice(0, length), highest), rest: rendered(tokens.slice(length), highest) };
}

/** Renders Markdown in a table cell or list item. A single paragraph gets no `<p>` around it. */
export function inlineProse(markdown: string): Html {
  const known = cells.get(markdown);
  if (known) return known;
  const tokens = marked.lexer(markdown).filter(({ type }) => type !== 'space' && type !== 'def');
  const [only, ...others] = tokens;
  const isLine = only?.type === 'paragraph' && others.length === 0;
  const cell = isLine ? line(only) : rendered(tokens, 4);
  if (cells.size < mostCells) cells.set(markdown, cell);
  return cell;
}

/** Renders the content of a paragraph or a heading. */
export function line(token: Token): Html {
  const text = sanitize(marked.parser([{ ...token, type: 'text' }]).trim());
  const attributes = languageAttributes(textOf(text).html);
  return attributes === '' ? text : html`<span${trusted(attributes)}>${text}</span>`;
}

/** The texts that were already rendered, up to a limit. Many fields of a large description have the same text. */
const cells = new Map<string, Html>();
const mostCells = 20_000;

/** Renders tokens. The highest heading gets the given level, and the levels below have no gaps. */
export function rendered(tokens: Token[], highest: number): Html {
  const headings: Tokens.Heading[] = [];
  void marked.walkTokens(tokens, (token) => {
    if (isHeading(token)) headings.push(token);
  });
  const levels = levelsOf(headings);
  for (const heading of headings) heading.depth = Math.min(highest + levels.indexOf(heading.depth), 6);
  return sanitize(marked.parser(tokens).trim());
}

/** The levels of headings, the highest first. */
export function levelsOf(headings: Tokens.Heading[]): number[] {
  return [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
}

export function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

/** The text of HTML from `sanitize`, without tags. It may be used in an attribute. */
export function textOf({ html: source }: Html): Html {
  return trusted(
    source
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('"', '&quot;')
      .trim(),
  );
}
