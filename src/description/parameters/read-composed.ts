import type { Decode, Reading } from './sent.js';
import { listValues, objectValues, plainValues } from './read-text.js';
import type { Shape } from './shape.js';

const unreadable: Reading = { values: [], problem: 'cannot be read in the style that is documented.' };

/** Reads an exploded list: a name that occurs once or more, once for each item. */
export function readRepeated(shape: Shape, texts: string[]): Reading {
  const [text = ''] = texts;
  const canBeList = shape.types.has('array') || (shape.types.size === 0 && texts.length > 1);
  const lists = canBeList ? listValues(shape, texts) : [];
  if (texts.length === 1) return { values: orText(text, [...plainValues(shape, text), ...lists]) };
  return canBeList ? { values: lists } : sentTwice(texts);
}

/** Reads a list or object that is one text with separators. */
export function readJoined(style: string, shape: Shape, text: string, decode: Decode): Reading {
  const canBeList = shape.types.has('array');
  const canBeObject = shape.types.has('object');
  const splits = canBeList || canBeObject ? splitsOf(style, text, decode) : [];
  const isFitting = (parts: string[]): boolean => parts.every((part, index) => plainValues(shape.item(index), part).length > 0);
  // If the separators may be encoded, too, prefer a split whose parts fit the schema of the items.
  const ordered = canBeList ? [...splits.filter(isFitting), ...splits.filter((parts) => !isFitting(parts))] : splits;
  const composed = ordered.flatMap((parts) => [
    ...(canBeObject && parts.length % 2 === 0 ? objectValues(shape, inTwos(parts)) : []),
    ...(canBeList ? listValues(shape, parts) : []),
  ]);
  const plain = plainValues(shape, decode(text));
  const isComposed = (splits[0] ?? []).length > 1;
  return withValues(shape, decode(text), isComposed ? [...composed, ...plain] : [...plain, ...composed]);
}

/** The ways to split a text: first by the style, then as written by clients that encode the separators, too. */
function splitsOf(style: string, text: string, decode: Decode): string[][] {
  if (style === 'spaceDelimited')
    return [
      text
        .replaceAll(/%20|\+/g, ' ')
        .split(' ')
        .map(decode),
    ];
  if (style === 'pipeDelimited') return [text.replaceAll(/%7C/gi, '|').split('|').map(decode)];
  const parts = text.split(',').map(decode);
  if (parts.length > 1) return [parts];
  // In a label, the tables of OpenAPI 3.0.0 to 3.1.0 separate with points, RFC 6570 with commas.
  const others = style === 'label' ? [decode(text).split(','), text.split('.').map(decode)] : [decode(text).split(',')];
  return [parts, ...others.filter((one) => one.length > 1)];
}

export function withValues({ types }: Shape, text: string, values: unknown[]): Reading {
  // A list has a value of any text, and so has a schema without types.
  const isObject = [...types].every((type) => type === 'object');
  return values.length === 0 && isObject ? unreadable : { values: orText(text, values) };
}

/** If the schema allows no value of the text, keep the text: validation then rejects it. */
function orText(text: string, values: unknown[]): unknown[] {
  return values.length > 0 ? values : [text];
}

export function sentTwice(texts: string[]): Reading {
  return { values: [], problem: `is there ${texts.length} times: send it once.` };
}

function inTwos(parts: string[]): Array<[name: string, text: string]> {
  return parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : []));
}
