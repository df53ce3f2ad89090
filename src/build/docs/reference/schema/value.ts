import { externalDocs } from '../external-docs.js';
import { jsonLine } from '../json-text.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { textOf } from '../read.js';
import { codes, detail, isSameText, joined, type Detail, type Words } from '../words.js';
import { limits } from './limits.js';
import type { Shape, Shapes } from './shape/shape.js';
import { shortWords, typeWords } from './type-words.js';
import { allowedWords, listedValues, type ListedValue } from './values.js';

/** A value in a request or response, as the docs show it. */
export interface Value {
  type: string;
  /** Its limits and marks: `at most 50 characters`, `deprecated`. */
  limits: Words[];
  /** Its title; empty when the title only repeats the name. */
  title: string;
  /** Markdown. */
  meaning: string;
  /** The allowed values, when the description says something about at least one of them. */
  values: ListedValue[];
  /** Examples, external documentation and the form in XML. */
  details: Detail[];
}

/** The docs leave out an example of a field with more characters. The panel shows those of a whole body. */
export const longestExample = 400;

/** The values that were already made. Many operations of a large description share schemas. */
const known = new WeakMap<Shape, Value>();

/**
 * Collects what the docs say about a value.
 *
 * @param name The name of the field, to compare with its title.
 */
export function valueOf(shapes: Shapes, shape: Shape, name = ''): Value {
  const value = known.get(shape) ?? makeValue(shapes, shape);
  known.set(shape, value);
  return isSameText(value.title, name) ? { ...value, title: '' } : value;
}

function makeValue(shapes: Shapes, shape: Shape): Value {
  const { keywords } = shape;
  const values = listedValues(shapes, shape);
  const title = textOf(keywords.get('title'));
  const meaning = meaningOf(shapes, shape);
  const hasWords = values.some((one) => one.name !== '' || one.meaning !== '');
  return {
    type: typeWords(shapes, shape),
    limits: shape.isNever
      ? []
      : [
          ...(hasWords ? [] : allowedWords(values)),
          ...limits(shape, (schema, isOfNames) => shortWords(shapes, schema, isOfNames)),
        ],
    // Some authors repeat the title as the description.
    title: isSameText(title, meaning) ? '' : title,
    meaning,
    values: hasWords ? values : [],
    details: [
      ...examples(keywords),
      ...namesOf(shapes, shape),
      ...externalDocs(keywords.get('externalDocs')),
      ...xml(keywords.get('xml')),
    ],
  };
}

/** The description of a value, followed by that of what it holds as text. */
function meaningOf(shapes: Shapes, { keywords }: Shape): string {
  const own = textOf(keywords.get('description'));
  const held = textOf(shapes.of(keywords.get('contentSchema')).keywords.get('description'));
  return [...new Set([own, held])].filter(Boolean).join('\n\n');
}

/** What the names of an object's fields mean. */
function namesOf(shapes: Shapes, { keywords }: Shape): Detail[] {
  const meaning = textOf(shapes.of(keywords.get('propertyNames')).keywords.get('description'));
  return detail('Names', meaning === '' ? [] : [{ markdown: meaning }]);
}

/** Writes the line with type and limits: `string, required, at most 50 characters`. */
export function typeLine(type: Words, { limits: said }: Value, requirement: string = ''): Words {
  return joined([type, requirement === '' ? [] : [requirement], ...said], ', ');
}

/** Whether the rows below a value without a name say everything about it. */
export function isToldByRows(value: Value, rows: readonly unknown[]): boolean {
  return !isTelling(value) && (value.type === '' || (value.type === 'object' && rows.length > 0));
}

/** Whether the docs say more about a value than its type. */
export function isTelling({ limits: said, title, meaning, values, details }: Value): boolean {
  return said.length + values.length + details.length > 0 || title !== '' || meaning !== '';
}

function examples(keywords: ReadonlyMap<string, unknown>): Detail[] {
  const single = keywords.has('example') ? [keywords.get('example')] : [];
  const texts = [...single, ...listOf(keywords.get('examples'))].map(exampleText).filter((text) => text.length <= longestExample);
  return detail(texts.length > 1 ? 'Examples' : 'Example', codes([...new Set(texts)]));
}

/** Writes an example on one line: a text unchanged, anything else as JSON. */
export function exampleText(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : jsonLine(value);
}

/** The form of a value in XML (XML Object). */
function xml(value: unknown): Detail[] {
  if (!isObject(value)) return [];
  const { name, namespace, prefix, attribute, wrapped, nodeType } = objectOf(value);
  const named = (words: string, text: unknown): Words => (textOf(text) === '' ? [] : [words, { code: textOf(text) }]);
  const said = [
    named('named ', name),
    named('namespace ', namespace),
    named('prefix ', prefix),
    attribute === true ? ['an attribute'] : [],
    wrapped === true ? ['in an element around the list'] : [],
    named('a node of the type ', nodeType),
  ];
  return detail('In XML', joined(said, ', '));
}
