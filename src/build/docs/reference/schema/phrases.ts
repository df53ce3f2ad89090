import { isNumber, listOf, objectOf } from '../../../../description/json-value.js';
import { membersOf, textOf } from '../read.js';
import { joined, listed, type Words } from '../words.js';

/** Says in short words what a keyword means for a value. Returns no words when it means nothing. */
export type Say = (value: unknown, about: About) => Words;

/** Describes a subschema in short words. Names are always strings, so their type is left out. */
export type Describe = (schema: unknown, isOfNames: boolean) => Words;

/** What is known about a value. */
export interface About {
  keywords: ReadonlyMap<string, unknown>;
  describe: Describe;
}

export const number =
  (words: string): ((value: unknown) => Words) =>
  (value) =>
    isNumber(value) ? [words.replace('…', digits(value))] : [];

/** Writes all digits of a whole number. `String` rounds those of more than 2^53 to a multiple of ten, or of a higher power. */
function digits(value: number | bigint): string {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 64 ? String(BigInt(value)) : String(value);
}

/** Writes an exclusive limit. In OpenAPI 3.0 the keyword is a flag beside the limit; since 3.1 it is the limit itself. */
export const exclusive =
  (words: string, limit: string): Say =>
  (value, { keywords }) =>
    number(words)(value === true ? keywords.get(limit) : value);

/** Writes an inclusive limit. When a flag of OpenAPI 3.0 makes it exclusive, the words for the flag already say it. */
export const inclusive =
  (words: string, flag: string): Say =>
  (value, { keywords }) =>
    keywords.get(flag) === true ? [] : number(words)(value);

/** Writes the lower limit of a count. It says the upper one, too, when both are equal. A lower limit of 0 is none. */
export const atLeast =
  (upper: string, unit: string): Say =>
  (value, { keywords }) =>
    value === 0 ? [] : counted(value === keywords.get(upper) ? 'exactly' : 'at least', value, unit);

export const atMost =
  (lower: string, unit: string): Say =>
  (value, { keywords }) =>
    value !== 0 && value === keywords.get(lower) ? [] : counted('at most', value, unit);

/** Writes a count with its unit, which is in the singular for 1. */
export function counted(words: string, value: unknown, unit: string): Words {
  return isNumber(value) ? [`${words} ${value} ${value === 1 ? unit : plural(unit)}`] : [];
}

function plural(unit: string): string {
  return unit.endsWith('y') ? `${unit.slice(0, -1)}ies` : `${unit}s`;
}

export const mark =
  (words: string): Say =>
  (value) =>
    value === true ? [words] : [];

export const noOther =
  (words: string, any: string): Say =>
  (value) =>
    value === false ? [words] : value === true ? [any] : [];

export const text =
  (words: string): Say =>
  (value) =>
    joined(
      [value].flat().map((one) => (textOf(one) === '' ? [] : [words, { code: textOf(one) }])),
      ', ',
    );

/** Describes a subschema in parentheses, so that its limits cannot be taken for those of the value around it. */
export const inParentheses = (start: Words, words: Words): Words => [...start, ' (', ...words, ')'];

/** Names the required fields that are not in the `properties` of the same schema. */
export function requiredElsewhere(value: unknown, { keywords }: About): Words {
  const own = objectOf(keywords.get('properties'));
  const names = listOf(value)
    .map(textOf)
    .filter((name) => name !== '' && !Object.hasOwn(own, name));
  return names.length === 0 ? [] : [...listed(names, 'and'), ' required'];
}

/** Names the fields that are required when another one is present. */
export function dependentRequired(value: unknown): Words {
  const all = membersOf(value).map(([name, needed]): Words => {
    const names = listOf(needed).map(textOf).filter(Boolean);
    return names.length === 0 ? [] : [...listed(names, 'and'), ' required with ', { code: name }];
  });
  return joined(all, ', ');
}
