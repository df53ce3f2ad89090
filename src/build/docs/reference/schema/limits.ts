import { jsonLine } from '../json-text.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { membersOf, textOf } from '../read.js';
import { codes, joined, type Words } from '../words.js';
import type { Shape } from './shape.js';

/** Says in short words what a keyword means for a value. Returns no words when it means nothing. */
type Say = (value: unknown, about: About) => Words;

interface About {
  keywords: ReadonlyMap<string, unknown>;
  /** Describes a subschema in short words. */
  describe: (schema: unknown) => string;
}

/** Formats that only say how to show a value, not which values are valid. */
const formatsOfDisplay = ['password'];

const number =
  (words: string): ((value: unknown) => Words) =>
  (value) =>
    typeof value === 'number' ? [words.replace('…', String(value))] : [];

/** Writes a count with its unit, which is in the singular for 1. */
const count =
  (words: string, unit: string): Say =>
  (value) =>
    typeof value === 'number' ? [`${words} ${value} ${value === 1 ? unit : plural(unit)}`] : [];

const mark =
  (words: string): Say =>
  (value) =>
    value === true ? [words] : [];

const noOther =
  (words: string, any: string): Say =>
  (value) =>
    value === false ? [words] : value === true ? [any] : [];

/** Writes an exclusive limit. In OpenAPI 3.0 the keyword is a flag beside the limit; since 3.1 it is the limit itself. */
const exclusive =
  (words: string, limit: string): Say =>
  (value, { keywords }) =>
    number(words)(value === true ? keywords.get(limit) : value);

/** Writes an inclusive limit. When a flag of OpenAPI 3.0 makes it exclusive, the words for the flag already say it. */
const inclusive =
  (words: string, flag: string): Say =>
  (value, { keywords }) =>
    keywords.get(flag) === true ? [] : number(words)(value);

const text =
  (words: string): Say =>
  (value) =>
    joined(
      [value].flat().map((one) => (textOf(one) === '' ? [] : [words, { code: textOf(one) }])),
      ', ',
    );

const schema =
  (words: string): Say =>
  (value, { describe }) =>
    isObject(value) ? [words, describe(value)] : [];

/** All keywords that limit or mark a value, in the order in which the docs show them. */
const words: ReadonlyArray<[keyword: string, say: Say]> = [
  [
    'format',
    (value) =>
      joined(
        listOf([value].flat()).map((one) => (isShown(one) ? [`format ${one}`] : [])),
        ', ',
      ),
  ],
  ['const', (value) => ['always ', { code: jsonLine(value) }]],
  ['minimum', inclusive('at least …', 'exclusiveMinimum')],
  ['exclusiveMinimum', exclusive('more than …', 'minimum')],
  ['maximum', inclusive('at most …', 'exclusiveMaximum')],
  ['exclusiveMaximum', exclusive('less than …', 'maximum')],
  ['multipleOf', (value) => joined([value].flat().map(number('a multiple of …')), ', ')],
  ['minLength', count('at least', 'character')],
  ['maxLength', count('at most', 'character')],
  // For JSON in a text, the schema of the content says more than a pattern.
  ['pattern', (value, about) => (about.keywords.has('contentSchema') ? [] : text('matches ')(value, about))],
  ['minItems', count('at least', 'item')],
  ['maxItems', count('at most', 'item')],
  ['uniqueItems', mark('no item twice')],
  ['contains', schema('holds an item that is ')],
  ['unevaluatedItems', (value, { keywords }) => (value === false && keywords.has('contains') ? ['no other items'] : [])],
  ['minContains', count('at least', 'such item')],
  ['maxContains', count('at most', 'such item')],
  ['minProperties', count('at least', 'property')],
  ['maxProperties', count('at most', 'property')],
  // Names are always strings, so the type is left out.
  [
    'propertyNames',
    (value, { describe }) => (isObject(value) ? [`names: ${describe(value).replace(/^(any|string), /, '')}`] : []),
  ],
  ['additionalProperties', noOther('no other fields', 'any other fields')],
  ['unevaluatedProperties', noOther('no other fields', 'any other fields')],
  ['required', requiredElsewhere],
  ['dependentRequired', dependentRequired],
  ['dependencies', dependentRequired],
  ['contentMediaType', text('holds ')],
  ['contentEncoding', text('encoded as ')],
  ['default', (value) => ['default ', { code: jsonLine(value) }]],
  ['readOnly', mark('read-only')],
  ['writeOnly', mark('write-only')],
  ['deprecated', mark('deprecated')],
];

/**
 * Writes the limits and marks of a value in short words: `at most 50 characters`, `default 0`, `deprecated`.
 *
 * @param describe Describes a subschema in short words, such as that of `contains`.
 * @param without Keywords to leave out, because the docs show them elsewhere.
 * @returns One entry for each keyword that has words. `type` and `enum` are not among them.
 */
export function limits({ keywords }: Shape, describe: (schema: unknown) => string, without: readonly string[] = []): Words[] {
  return words
    .filter(([keyword]) => keywords.has(keyword) && !without.includes(keyword))
    .map(([keyword, say]) => say(keywords.get(keyword), { keywords, describe }))
    .filter((said) => said.length > 0);
}

function isShown(format: unknown): format is string {
  return typeof format === 'string' && !formatsOfDisplay.includes(format);
}

/** Names the required fields that are not in the `properties` of the same schema. */
function requiredElsewhere(value: unknown, { keywords }: About): Words {
  const own = objectOf(keywords.get('properties'));
  const names = listOf(value)
    .map(textOf)
    .filter((name) => name !== '' && !Object.hasOwn(own, name));
  return names.length === 0 ? [] : [...codes(names), ' required'];
}

function dependentRequired(value: unknown): Words {
  return membersOf(objectOf(value)).flatMap(([name, needed], index) => {
    const names = listOf(needed).map(textOf).filter(Boolean);
    if (names.length === 0) return [];
    return [index > 0 ? ', with ' : 'with ', { code: name }, ' also ', ...codes(names), ' required'];
  });
}

function plural(unit: string): string {
  return unit.endsWith('y') ? `${unit.slice(0, -1)}ies` : `${unit}s`;
}
