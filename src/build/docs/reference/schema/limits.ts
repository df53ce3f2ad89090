import { jsonLine } from '../json-text.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { membersOf, textOf } from '../read.js';
import { codes, joined, type Words } from '../words.js';
import type { Shape } from './shape.js';

/** What a keyword says of a value, in short words. Nothing where it says nothing. */
type Say = (value: unknown, about: About) => Words;

interface About {
  keywords: ReadonlyMap<string, unknown>;
  /** Says in short words what a schema within is. */
  describe: (schema: unknown) => string;
}

/** Formats that say how a value is shown, not what it may be. */
const formatsOfDisplay = ['password'];

const number =
  (words: string): ((value: unknown) => Words) =>
  (value) =>
    typeof value === 'number' ? [words.replace('…', String(value))] : [];

/** Counts are told in the singular where there is one. */
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

/** In OpenAPI 3.0 a flag beside the limit; since then the limit itself. */
const exclusive =
  (words: string, limit: string): Say =>
  (value, { keywords }) =>
    number(words)(value === true ? keywords.get(limit) : value);

/** A limit that a flag of OpenAPI 3.0 makes exclusive is told with the flag. */
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

/** The one table of what limits and marks a value: each keyword, in the order in which a reader gets them. */
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
  // Of JSON in a text its own schema says more.
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
  // A name is a text.
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
 * Says what limits and marks a value, in short words: `at most 50 characters`, `default 0`, `deprecated`.
 *
 * @param describe Says in short words what a schema within is, such as that of `contains`.
 * @param without The keywords that are said elsewhere.
 * @returns One entry for each that a reader needs, without what `type` and the listed values say.
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

/** A field that is required here and described elsewhere, or nowhere. */
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
