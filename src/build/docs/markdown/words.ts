import type { Detail, Word, Words } from '../reference/words.js';
import { markdownLine } from './print.js';
import { codeSpan, escapeActive, isAddress, linkTo, oneLine } from './text.js';

/** Writes the words of a line as Markdown. */
export function wordsMarkdown(words: Words): string {
  return words.map(wordMarkdown).join('');
}

function wordMarkdown(word: Word): string {
  if (typeof word === 'string') return plain(word);
  if ('code' in word) return codeSpan(word.code);
  if ('markdown' in word) return markdownLine(word.markdown);
  return isAddress(word.href) ? linkTo(plain(word.text), word.href) : plain(word.text);
}

/** Writes details as a list. Each item begins with its label. */
export function detailLines(details: readonly Detail[]): string {
  return details.map(({ label, words }) => `- ${plain(label)}: ${wordsMarkdown(words)}`).join('\n');
}

/** Writes plain text, such as a name, on one line. */
export function plain(text: string): string {
  return escapeActive(text.replaceAll(/\s*\n\s*/g, ' '));
}

/** Indents a block, so that it belongs to the list item above it. */
export function indented(text: string, spaces = 2): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
}

/** Joins blocks with an empty line between them. Missing and empty blocks are left out. */
export function blocks(parts: Array<string | undefined | false>): string {
  const said = parts.flatMap((part) => (typeof part === 'string' && part.trim() !== '' ? [part.trim()] : []));
  return said.join('\n\n');
}

/** Writes a table. Its cells are Markdown. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => oneLine(cell).replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
