import { bodyWords, type Body } from '../reference/message/body.js';
import type { PlacedRow } from '../reference/message/parameter.js';
import { isChoice, type ChoiceRow, type Row } from '../reference/schema/rows/rows.js';
import { isToldByRows, typeLine, type Value } from '../reference/schema/value.js';
import { markdownBlocks, markdownLine } from './print.js';
import { codeSpan } from './text.js';
import { blocks, detailLines, indented, plain, wordsMarkdown } from './words.js';

/** Writes fields as a list: the name, its place in the message, the type and limits, and then the description. */
export function fieldList(rows: ReadonlyArray<Row | PlacedRow>): string {
  return rows.map((row) => (isChoice(row) ? choiceItem(row) : fieldItem(row))).join('\n');
}

function fieldItem(row: Exclude<Row | PlacedRow, ChoiceRow>): string {
  const place = 'in' in row ? ` (${plain(row.in)})` : '';
  return item(`${codeSpan(row.name)}${place}: ${typeText(row, row.requirement)}`, valueBlocks(row));
}

function choiceItem({ name, words, alternatives }: ChoiceRow): string {
  const all = alternatives.map((one) => {
    const when = one.when.length === 0 ? '' : `${one.name && ' if '}${wordsMarkdown(one.when)}`;
    const name = `${one.name && `**${plain(one.name)}**`}${when}`;
    const head = [name, typeText(one, '')].filter(Boolean).join(': ');
    return item(head, blocks([valueBlocks(one), fieldList(one.rows)]));
  });
  return item(`${name && `${codeSpan(name)}: `}${words}`, all.join('\n'));
}

function item(head: string, rest: string): string {
  return rest === '' ? `- ${head}` : `- ${head}\n\n${indented(rest)}\n`;
}

/** Writes the type as code, followed by its limits. Characters with a meaning in Markdown are escaped. */
function typeText(value: Value, requirement: string): string {
  return wordsMarkdown(typeLine(value.type === '' ? [] : [{ code: value.type }], value, requirement));
}

function valueBlocks({ title, meaning, values, details }: Value): string {
  const lines = values.map(
    ({ value, name, meaning: words }) =>
      `- ${codeSpan(value)} ${[name && plain(name), markdownLine(words)].filter(Boolean).join(': ')}`,
  );
  return blocks([title && `**${plain(title)}**`, markdownBlocks(meaning, 6), lines.join('\n'), detailLines(details)]);
}

/** Writes the contents of a body, below a line with its media types. */
export function bodyBlocks(start: string, body: Body, requirement: string): string {
  const { value, rows, items, encoding } = body;
  return blocks([
    wordsMarkdown(bodyWords(start, body, requirement)),
    bareValue(value, rows),
    fieldList(rows),
    items && 'Each item of the stream:',
    items && bareValue(items.value, items.rows),
    items && fieldList(items.rows),
    encoding.length > 0 && 'How the parts are written:',
    encoding.map((one) => item(`${codeSpan(one.name)} ${wordsMarkdown(one.words)}`, fieldList(one.headers))).join('\n'),
  ]);
}

function bareValue(value: Value, rows: readonly Row[]): string | undefined {
  return isToldByRows(value, rows) ? undefined : blocks([typeText(value, ''), valueBlocks(value)]);
}
