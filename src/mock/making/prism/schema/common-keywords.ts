import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../../../description/json-value.js';
import type { GeneratorSchema } from './well-formed.js';

/** The keywords of schemas that apply together as one schema without alternatives, with the strictest limits. */
export function plain(parts: GeneratorSchema[]): GeneratorSchema {
  const found = new Map<string, unknown>();
  for (const { allOf, anyOf, oneOf, ...keywords } of parts) {
    for (const [keyword, value] of Object.entries(keywords)) {
      const known = found.get(keyword);
      const isLimit = typeof value === 'number' && typeof known === 'number' && /^(min|max)/.test(keyword);
      const strictest = keyword.startsWith('min') ? Math.max : Math.min;
      found.set(keyword, isLimit ? strictest(known, value) : value);
    }
  }
  return Object.fromEntries(found);
}

/** The first value that all lists contain and that has the type of all schemas, if possible one that is allowed. */
export function listedValue(
  [first = [], ...others]: unknown[][],
  parts: GeneratorSchema[],
  isAllowed: (value: unknown) => boolean = () => true,
): unknown {
  const isTyped = (value: unknown): boolean =>
    parts.every(({ type }) => type === undefined || [type].flat().some((one) => isOfType(value, one)));
  const common = first.filter(
    (one) => isTyped(one) && others.every((list) => list.some((other) => isDeepStrictEqual(one, other))),
  );
  return common.find(isAllowed) ?? common[0];
}

/** Whether a value has a type of JSON Schema. */
export function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value) || typeof value === 'bigint';
  if (type === 'number') return ['number', 'bigint'].includes(typeof value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null' || type === 'object') return type === (value === null ? 'null' : isObject(value) ? 'object' : '');
  return typeof value === type;
}

/** Keywords that say of which type a value is, if no type is given. */
const ofTypes: Array<[type: string, keywords: string[]]> = [
  ['object', ['properties', 'required', 'additionalProperties', 'minProperties']],
  ['array', ['items', 'minItems', 'uniqueItems']],
  ['number', ['minimum', 'maximum', 'multipleOf']],
];

/** The type of a value of schemas that apply together, not null if possible. */
export function typeOf(parts: GeneratorSchema[]): string {
  const common = commonTypes(parts) ?? [];
  const implied = ofTypes.find(([, keywords]) => parts.some((part) => keywords.some((keyword) => keyword in part)))?.[0];
  return common.find((type) => type !== 'null') ?? common[0] ?? implied ?? 'string';
}

/** Whether schemas that apply together may have a value, as far as their types say. */
export function isPossible(parts: GeneratorSchema[]): boolean {
  return commonTypes(parts)?.length !== 0;
}

/** The types that all schemas have; `undefined` if none has a type. */
function commonTypes(parts: GeneratorSchema[]): string[] | undefined {
  const lists = parts.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]));
  const isIn = (type: string, list: string[]): boolean => list.includes(type) || (type === 'integer' && list.includes('number'));
  return lists.length === 0 ? undefined : lists.flat().filter((type) => lists.every((list) => isIn(type, list)));
}
