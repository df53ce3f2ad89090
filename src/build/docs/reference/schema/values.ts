import { isObject, listOf } from '../../../../description/json-value.js';
import { textOf, type Fields } from '../read.js';
import { valueMeanings, valueNames } from './shape/normalize.js';
import type { Shape, Shapes } from './shape/shape.js';
import { jsonLine } from '../json-text.js';
import { codes, type Words } from '../words.js';

/** One of the values that a schema lists, with its description. */
export interface ListedValue {
  /** The value as JSON. */
  value: string;
  /** Its name in `x-enum-varnames`, or the title of its schema; empty when it has none. */
  name: string;
  /** Its description, as Markdown; empty when it has none. */
  meaning: string;
}

/**
 * Lists the values that a schema allows: those of `enum`, or of alternatives with one constant each.
 *
 * @returns An empty list when the schema does not list its values.
 */
export function listedValues(shapes: Shapes, shape: Shape): ListedValue[] {
  const { keywords } = shape;
  const types = keywords.has('type') ? [keywords.get('type')].flat() : ['null'];
  const allowed = listOf(keywords.get('enum')).filter((value) => value !== null || types.includes('null'));
  const values = keywords.has('orNull') && allowed.length > 0 ? [...new Set([...allowed, null])] : allowed;
  const [names, meanings] = [valueNames, valueMeanings].map((all) => all.map((name) => keywords.get(name)).find(isObject));
  if (values.length > 0) {
    return values.map((value) => ({ value: jsonLine(value), name: wordsOf(names, value), meaning: wordsOf(meanings, value) }));
  }
  return constants(shapes, shape) ?? [];
}

/** The values of a `oneOf` or `anyOf` whose alternatives are all constants; `undefined` for any other schema. */
export function constants(shapes: Shapes, { choices }: Shape): ListedValue[] | undefined {
  const [choice] = choices;
  if (choice?.kind !== 'oneOf' && choice?.kind !== 'anyOf') return undefined;
  const all = choice.alternatives.map((one) => shapes.of(one));
  if (choices.length > 1 || all.length === 0 || !all.every(({ keywords }) => constantOf(keywords) !== undefined))
    return undefined;
  return all.map(({ keywords }) => ({
    value: jsonLine(constantOf(keywords)?.value),
    name: textOf(keywords.get('title')),
    meaning: [textOf(keywords.get('description')), keywords.get('deprecated') === true && 'Deprecated.']
      .filter(Boolean)
      .join(' '),
  }));
}

function constantOf(keywords: ReadonlyMap<string, unknown>): { value: unknown } | undefined {
  if (keywords.has('const')) return { value: keywords.get('const') };
  const values = listOf(keywords.get('enum'));
  return values.length === 1 ? { value: values[0] } : undefined;
}

function wordsOf(words: Fields | undefined, value: unknown): string {
  const key = String(value);
  return words && Object.hasOwn(words, key) ? textOf(words[key]) : '';
}

/** Writes the allowed values on one line: `one of "a", "b"`. */
export function allowedWords(values: readonly ListedValue[]): Words[] {
  return values.length === 0 ? [] : [[values.length === 1 ? 'always ' : 'one of ', ...codes(values.map(({ value }) => value))]];
}
