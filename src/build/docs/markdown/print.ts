import { Marked, type MarkedToken, type Token, type Tokens } from 'marked';
import { inline, isComment, known } from './inline.js';
import { codeSpan, fence, oneLine } from './text.js';

const marked: Marked = new Marked();

/**
 * Prints Markdown of a description as Markdown without HTML: it parses the text, and prints each part again. HTML becomes code
 * or text. A link that could run code becomes its text. A reference link becomes a link with an address.
 *
 * @param highest The level for its highest heading, from 1 to 6.
 */
export function markdownBlocks(markdown: string, highest: number): string {
  const tokens = marked.lexer(markdown);
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
  const top = Math.min(...headings.map(({ depth }) => depth));
  return blocks(tokens, highest - top);
}

/** Prints Markdown of a description on one line, for example for a table cell, with `<br>` between its blocks. */
export function markdownLine(markdown: string): string {
  return lines(marked.lexer(markdown)).join('<br>');
}

/** Prints the first paragraph of a description on one line; an empty string when there is none. */
export function firstParagraph(markdown: string): string {
  const paragraph = marked.lexer(markdown).find(({ type }) => type === 'paragraph');
  return paragraph ? lines([paragraph]).join(' ') : '';
}

function blocks(tokens: Token[], shift: number, gap = '\n\n'): string {
  return known(tokens)
    .flatMap((token) => block(token, shift) ?? [])
    .join(gap);
}

/** Prints a block. @returns `undefined` for a token without text of its own, such as a link definition or a comment. */
function block(token: MarkedToken, shift: number): string | undefined {
  switch (token.type) {
    case 'space':
    case 'def':
      return undefined;
    case 'heading':
      return `${'#'.repeat(Math.max(1, Math.min(6, token.depth + shift)))} ${oneLine(inline(token.tokens))}`;
    case 'code':
      // The parser leaves the end of the last line only where that line is empty.
      return fence(token.text.replace(/\n$/, ''), token.lang ?? '');
    case 'html':
      return isComment(token.raw) ? undefined : fence(token.raw.trim(), 'html');
    case 'hr':
      return '***';
    case 'blockquote':
      return indent(blocks(token.tokens, shift), '> ', '> ');
    case 'list':
      return list(token, shift);
    case 'table':
      return table(token);
    default:
      return inline(('tokens' in token && token.tokens) || [token]).trim();
  }
}

function list({ ordered, start, loose, items }: Tokens.List, shift: number): string {
  return items
    .map((item, index) => {
      const { box, tokens } = task(item);
      const marker = ordered ? `${(start || 1) + index}. ` : '- ';
      return indent(box + blocks(tokens, shift, loose ? '\n\n' : '\n'), marker, ' '.repeat(marker.length));
    })
    .join(loose ? '\n\n' : '\n');
}

/** Splits a list item into the checkbox of a task, if it has one, and the other tokens. */
function task({ tokens: [first, ...rest], tokens }: Tokens.ListItem): { box: string; tokens: Token[] } {
  return first?.type === 'checkbox' ? { box: `${first.raw.trim()} `, tokens: rest } : { box: '', tokens };
}

function indent(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join('\n');
}

function table({ header, align, rows }: Tokens.Table): string {
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const cell = ({ tokens }: Tokens.TableCell): string => oneLine(inline(tokens)).replaceAll('|', '\\|');
  const rules = { left: ':--', right: '--:', center: ':-:' } as const;
  return [
    row(header.map(cell)),
    row(align.map((one) => (one ? rules[one] : '---'))),
    ...rows.map((cells) => row(cells.map(cell))),
  ].join('\n');
}

/** Prints each block on its own line. */
function lines(tokens: Token[]): string[] {
  return known(tokens).flatMap((token) => {
    if (token.type === 'list') {
      const { ordered, start, items } = token;
      return items.map((item, index) => {
        const { box, tokens: inner } = task(item);
        return `${ordered ? `${(start || 1) + index}\\.` : '•'} ${box}${lines(inner).join('<br>')}`;
      });
    }
    if (token.type === 'code' || token.type === 'html') {
      return isComment(token.raw) ? [] : token.text.trimEnd().split('\n').map(codeSpan);
    }
    if (token.type === 'table') {
      const { header, rows } = token;
      return [header, ...rows].map((cells) => cells.map(({ tokens: inner }) => oneLine(inline(inner))).join(', '));
    }
    if (token.type === 'blockquote') return lines(token.tokens);
    const text = oneLine(block(token, 0) ?? '');
    return text ? [token.type === 'heading' ? `**${text.replace(/^#+ /, '')}**` : text] : [];
  });
}
