import { jsonLine } from '../json-text.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { membersOf, textOf } from '../read.js';
import { codes, joined, plainText, type Words } from '../words.js';
import type { Shape } from './shape.js';

/** Says in short words what a keyword means for a value. Returns no words when it means nothing. */
type Say = (value: unknown, about: About) => Words;

/** Describes a subschema in short words. Names are always strings, so their type is left out. */
export type Describe = (schema: unknown, isOfNames: boolean) => Words;

interface About {
  keywords: ReadonlyMap<string, unknown>;
  describe: Describe;
}

/** Formats that only say how to show a value, not which values are valid. */
const formatsOfDisplay = ['password'];

const number =
  (words: string): ((value: unknown) => Words) =>
  (value) =>
    typeof value === 'number' ? [words.replace('…', digits(value))] : [];

/** The largest numbers of 64 bits. Reading a description rounds them up by one. */
const largest = new Map([
  [2 ** 63, '9223372036854775807'],
  [2 ** 64, '18446744073709551615'],
]);

/** Writes all digits of a whole number. `String` rounds those of more than 2^53 to a multiple of ten, or of a higher power. */
function digits(value: number): string {
  if (!Number.isInteger(value) || Number.isSafeInteger(value) || Math.abs(value) > 2 ** 64) return String(value);
  return largest.get(value) ?? String(BigInt(value));
}

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
    isObject(value) ? [words, ...describe(value, false)] : [];

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
  ['minItems', (value, about) => (hasExactItems(about.keywords) ? [] : count('at least', 'item')(value, about))],
  ['maxItems', count('at most', 'item')],
  ['uniqueItems', mark('no item twice')],
  // With `minContains: 0` such an item need not be there.
  [
    'contains',
    (value, about) =>
      schema(about.keywords.get('minContains') === 0 ? 'may hold items that are ' : 'holds an item that is ')(value, about),
  ],
  ['unevaluatedItems', (value, { keywords }) => (value === false && keywords.has('contains') ? ['no other items'] : [])],
  ['minContains', (value, about) => (value === 0 ? [] : count('at least', 'such item')(value, about))],
  ['maxContains', count('at most', 'such item')],
  ['minProperties', count('at least', 'property')],
  ['maxProperties', count('at most', 'property')],
  [
    'propertyNames',
    (value, { describe }) => {
      const said = isObject(value) ? describe(value, true) : [];
      return said.length > 0 ? ['names: ', ...said] : [];
    },
  ],
  ['additionalProperties', noOther('no other fields', 'any other fields')],
  ['unevaluatedProperties', noOther('no other fields', 'any other fields')],
  ['required', requiredElsewhere],
  ['dependentRequired', dependentRequired],
  ['dependencies', dependentRequired],
  ['contentMediaType', text('holds ')],
  ['contentEncoding', text('encoded as ')],
  // The rows of the fields say what an object is.
  [
    'contentSchema',
    (value, { describe }) => {
      const said = describe(value, false);
      return isObject(value) && plainText(said) !== 'object' ? ['its content: ', ...said] : [];
    },
  ],
  ['default', (value) => ['default ', { code: jsonLine(value) }]],
  ['readOnly', mark('read-only')],
  ['writeOnly', mark('write-only')],
  ['deprecated', mark('deprecated')],
];

/**
 * Writes the limits and marks of a value in short words: `at most 50 characters`, `default 0`, `deprecated`.
 *
 * @param describe Describes a subschema, such as that of `contains`.
 * @param without Keywords to leave out, because the docs show them elsewhere.
 * @returns One entry for each keyword that has words. `type` and `enum` are not among them.
 */
export function limits({ keywords }: Shape, describe: Describe, without: readonly string[] = []): Words[] {
  return words
    .filter(([keyword]) => keywords.has(keyword) && !without.includes(keyword))
    .map(([keyword, say]) => say(keywords.get(keyword), { keywords, describe }))
    .filter((said) => said.length > 0);
}

/** Whether a tuple has a fixed number of items. Then its type already says so. */
export function hasExactItems(keywords: ReadonlyMap<string, unknown>): boolean {
  const count = listOf(keywords.get('prefixItems')).length;
  const rest = keywords.get('items') ?? keywords.get('unevaluatedItems');
  return count > 0 && rest === false && keywords.get('minItems') === count;
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
