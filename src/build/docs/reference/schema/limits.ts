import { jsonLine } from '../json-text.js';
import { isObject, listOf } from '../../../../description/json-value.js';
import { joined, plainText, type Words } from '../words.js';
import type { Shape } from './shape/shape.js';
import {
  atLeast,
  atMost,
  counted,
  dependentRequired,
  exclusive,
  inclusive,
  inParentheses,
  mark,
  noOther,
  number,
  requiredElsewhere,
  text,
  type About,
  type Describe,
  type Say,
} from './phrases.js';

/** Formats that only say how to show a value, not which values are valid. */
const formatsOfDisplay = ['password'];

/** All keywords that limit or mark a value, in the order in which the docs show them. */
const words: ReadonlyArray<[keyword: string, say: Say]> = [
  ['format', (value) => formatWords([value].flat())],
  [
    'const',
    (value, { keywords }) => [
      'always ',
      { code: jsonLine(value) },
      ...(keywords.has('orNull') ? [' or ', { code: 'null' }] : []),
    ],
  ],
  ['minimum', inclusive('at least …', 'exclusiveMinimum')],
  ['exclusiveMinimum', exclusive('more than …', 'minimum')],
  ['maximum', inclusive('at most …', 'exclusiveMaximum')],
  ['exclusiveMaximum', exclusive('less than …', 'maximum')],
  ['multipleOf', (value) => joined([value].flat().map(number('a multiple of …')), ', ')],
  ['minLength', atLeast('maxLength', 'character')],
  ['maxLength', atMost('minLength', 'character')],
  // For JSON in a text, the schema of the content says more than a pattern.
  ['pattern', (value, about) => (about.keywords.has('contentSchema') ? [] : text('matches ')(value, about))],
  ['minItems', (value, about) => (hasExactItems(about.keywords) ? [] : atLeast('maxItems', 'item')(value, about))],
  ['maxItems', (value, about) => (hasExactItems(about.keywords) ? [] : atMost('minItems', 'item')(value, about))],
  ['uniqueItems', mark('no item twice')],
  ['contains', contained],
  ['unevaluatedItems', (value, { keywords }) => (value === false && keywords.has('contains') ? ['no other items'] : [])],
  ['minProperties', atLeast('maxProperties', 'property')],
  ['maxProperties', atMost('minProperties', 'property')],
  ['propertyNames', (value, { describe }) => within('names', isObject(value) ? describe(value, true) : [])],
  ['additionalProperties', noOther('no other fields', 'any other fields')],
  ['unevaluatedProperties', noOther('no other fields', 'any other fields')],
  ['required', requiredElsewhere],
  ['dependentRequired', dependentRequired],
  ['dependencies', dependentRequired],
  ['contentMediaType', text('holds ')],
  ['contentEncoding', text('encoded as ')],
  ['contentSchema', content],
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
  return count > 0 && keywords.get('minItems') === count && (rest === false || keywords.get('maxItems') === count);
}

function formatWords(formats: unknown[]): Words {
  const shown = formats.filter((one) => typeof one === 'string' && !formatsOfDisplay.includes(one));
  return joined(
    shown.map((format) => [`format ${String(format)}`]),
    ', ',
  );
}

/** Says how many items match `contains`. With `minContains: 0`, none has to. */
function contained(schema: unknown, { keywords, describe }: About): Words {
  if (!isObject(schema) && schema !== true) return [];
  const [least, most] = [keywords.get('minContains') ?? 1, keywords.get('maxContains')];
  return inParentheses(containedCount(least, most), describe(schema, false));
}

function containedCount(least: unknown, most: unknown): Words {
  if (most === undefined) return least === 0 ? ['may contain items'] : counted('contains at least', least, 'item');
  if (least === 0) return counted('contains at most', most, 'item');
  return least === most ? counted('contains exactly', most, 'item') : counted(`contains ${String(least)} to`, most, 'item');
}

/** Describes the content of a text. The rows of its fields say what an object is. */
function content(schema: unknown, { describe }: About): Words {
  const said = isObject(schema) ? describe(schema, false) : [];
  return plainText(said) === 'object' ? [] : within('its content', said);
}

function within(start: string, said: Words): Words {
  return said.length === 0 ? [] : inParentheses([start], said);
}
