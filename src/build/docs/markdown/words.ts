import type { Detail, Word, Words } from '../reference/words.js';
import { markdownLine } from './print.js';
import { codeSpan, escapeActive, isAddress, linkTo, oneLine } from './text.js';

/** Writes what the docs say within a line as Markdown. */
export function wordsMarkdown(words: Words): string {
  return words.map(wordMarkdown).join('');
}

function wordMarkdown(word: Word): string {
  if (typeof word === 'string') return plain(word);
  if ('code' in word) return codeSpan(word.code);
  if ('markdown' in word) return markdownLine(word.markdown);
  return isAddress(word.href) ? linkTo(plain(word.text), word.href) : plain(word.text);
}

/** A list with an item for each detail, after what it is about. */
export function detailLines(details: readonly Detail[]): string {
  return details.map(({ label, words }) => `- ${plain(label)}: ${wordsMarkdown(words)}`).join('\n');
}

/** A name or another text that is no Markdown, on one line. */
export function plain(text: string): string {
  return escapeActive(text.replaceAll(/\s*\n\s*/g, ' '));
}

/** Puts a block below an item of a list. */
export function indented(text: string, spaces = 2): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
}

/** Blocks with an empty line between them; nothing for those that are not there. */
export function blocks(parts: Array<string | undefined | false>): string {
  const said = parts.flatMap((part) => (typeof part === 'string' && part.trim() !== '' ? [part.trim()] : []));
  return said.join('\n\n');
}

/** A table whose cells are Markdown. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => oneLine(cell).replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
