import { Marked, Renderer, type Token, type Tokens } from 'marked';
import { html, trusted, type Html } from './html.js';
import { languageAttributes } from './language.js';
import { sanitize } from './sanitize.js';

const plain: Renderer = new Renderer();

/**
 * Blocks say in which language they are. A table that is wider than its place scrolls by itself. The box of a task is no
 * field to fill in.
 */
const marked: Marked = new Marked({
  renderer: {
    checkbox({ checked }) {
      return checked ? '☑ ' : '☐ ';
    },
    paragraph(token) {
      return inLanguage(plain.paragraph.call(this, token), token);
    },
    link(token) {
      const link = plain.link.call(this, token);
      // What has its address for its words is not printed twice.
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
 * Renders Markdown of the description (CommonMark, as OpenAPI has it, and tables) as HTML blocks.
 *
 * @param highest The level of its highest heading on the page, from 1 to 6.
 */
export function prose(markdown: string, highest: number): Html {
  return rendered(marked.lexer(markdown), highest);
}

/**
 * Renders Markdown that begins with what a reader needs first.
 *
 * @param highest The level of its highest heading on the page, from 1 to 6.
 * @returns Its first paragraph, empty where it begins with something else; and all that follows.
 */
export function leadAndRest(markdown: string, highest: number): { lead: Html; rest: Html } {
  const tokens = marked.lexer(markdown).filter(({ type }) => type !== 'space');
  const length = tokens[0]?.type === 'paragraph' ? 1 : 0;
  return { lead: rendered(tokens.slice(0, length), highest), rest: rendered(tokens.slice(length), highest) };
}

/** Renders Markdown that stands in a cell or an entry: without a block around it where one paragraph is all. */
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

/** Renders what is in a paragraph or a heading. */
function line(token: Token): Html {
  const text = sanitize(marked.parser([{ ...token, type: 'text' }]).trim());
  const attributes = languageAttributes(textOf(text).html);
  return attributes === '' ? text : html`<span${trusted(attributes)}>${text}</span>`;
}

/** Many fields of a large description have the same words: what was rendered once is kept, up to a number of texts. */
const cells = new Map<string, Html>();
const mostCells = 20_000;

/** A heading of Markdown and the text below it. */
export interface Section {
  /** What a link to it ends in, unlike that of any other section. */
  anchor: string;
  heading: Html;
  /** The heading as text, for labels. */
  label: Html;
  /** Whether the heading is below another heading. */
  isNested: boolean;
  /** The texts of its heading and of the headings within it. */
  headings: string[];
  content: Html;
}

/**
 * Renders Markdown in sections: its two highest levels of headings begin one each.
 *
 * @returns What stands before the first heading, and the sections.
 */
export function sections(markdown: string): { overview: Html; sections: Section[] } {
  const tokens = marked.lexer(markdown);
  const [highest = 1, nested] = levelsOf(tokens.filter(isHeading));
  const starts = tokens.flatMap((token, index) =>
    isHeading(token) && (token.depth === highest || token.depth === nested) ? [{ token, index }] : [],
  );
  const anchors = new Anchors();
  return {
    overview: rendered(tokens.slice(0, starts[0]?.index), 2),
    sections: starts.map(({ token, index }, place) => {
      const isNested = token.depth !== highest;
      const heading = line(token);
      const label = textOf(heading);
      const within = tokens.slice(index, starts[place + 1]?.index);
      return {
        anchor: anchors.next(label.html, isNested),
        heading,
        label,
        isNested,
        headings: within.filter(isHeading).map(({ text }) => text),
        content: rendered(within.slice(1), 4),
      };
    }),
  };
}

/** Makes anchors as Redoc does, such as `section/authentication` and, below it, `section/authentication/tokens`. */
class Anchors {
  readonly #taken = new Set<string>();
  #parent = 'section';

  next(label: string, isNested: boolean): string {
    const slug = label
      .replace(/&\w+;/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    const stem = `${isNested ? this.#parent : 'section'}/${slug || 'untitled'}`;
    let anchor = stem;
    for (let number = 2; this.#taken.has(anchor); number += 1) anchor = `${stem}-${number}`;
    this.#taken.add(anchor);
    if (!isNested) this.#parent = anchor;
    return anchor;
  }
}

/** Renders tokens with headings from a level on, none left out between. */
function rendered(tokens: Token[], highest: number): Html {
  const headings: Tokens.Heading[] = [];
  void marked.walkTokens(tokens, (token) => {
    if (isHeading(token)) headings.push(token);
  });
  const levels = levelsOf(headings);
  for (const heading of headings) heading.depth = Math.min(highest + levels.indexOf(heading.depth), 6);
  return sanitize(marked.parser(tokens).trim());
}

/** The levels of headings, the highest first. */
function levelsOf(headings: Tokens.Heading[]): number[] {
  return [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

/** The text of HTML that `sanitize` wrote, without its tags; it may stand in an attribute. */
function textOf({ html: source }: Html): Html {
  return trusted(
    source
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('"', '&quot;')
      .trim(),
  );
}
