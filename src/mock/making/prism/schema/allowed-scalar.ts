import { isDeepStrictEqual } from 'node:util';
import { isMatch } from '../../../../contract/schema/patterns/is-match.js';
import { isList, isObject } from '../../../../description/json-value.js';
import { followed } from './all-parts.js';
import { isOfType } from './common-keywords.js';
import { textsOf } from './generator-formats.js';
import type { Bundled } from './generator-schema.js';
import type { GeneratorSchema } from './well-formed.js';

/** Whether a schema allows a text, a number, a truth value or null, as far as its keywords and its alternatives say. */
export function allows(bundled: Bundled, schema: unknown, value: unknown): boolean {
  const part = followed(bundled, schema);
  if (!isObject(part)) return part !== false;
  const { type, enum: listed, allOf, anyOf, oneOf, not }: GeneratorSchema = part;
  const count = (all: unknown): number => (isList(all) ? all.filter((one) => allows(bundled, one, value)).length : 0);
  return (
    (type === undefined || [type].flat().some((one) => isOfType(value, one))) &&
    (listed === undefined || listed.some((one) => isDeepStrictEqual(one, value))) &&
    (!('const' in part) || isDeepStrictEqual(part.const, value)) &&
    (typeof value !== 'number' || isWithin(part, value)) &&
    (typeof value !== 'string' || isTextOf(part, value)) &&
    (allOf === undefined || count(allOf) === allOf.length) &&
    (anyOf === undefined || count(anyOf) > 0) &&
    (oneOf === undefined || count(oneOf) === 1) &&
    (not === undefined || !allows(bundled, not, value))
  );
}

function isWithin({ minimum = -Infinity, maximum = Infinity, multipleOf }: GeneratorSchema, value: number): boolean {
  return value >= minimum && value <= maximum && (multipleOf === undefined || Number.isInteger(value / multipleOf));
}

function isTextOf({ minLength = 0, maxLength = Infinity, pattern, format }: GeneratorSchema, value: string): boolean {
  const { length } = Array.from(value);
  const texts = textsOf(format);
  return (
    length >= minLength &&
    length <= maxLength &&
    (pattern === undefined || isMatch(pattern, value)) &&
    // Of a format, only samples are known.
    (texts.length === 0 || texts.includes(value))
  );
}

/** Values at the edges of schemas: one of them tells schemas apart that allow the same values in the middle. */
export function edgeValues(bundled: Bundled, schemas: unknown[]): unknown[] {
  const all = new Set<GeneratorSchema>();
  const add = (schema: unknown): void => {
    const part = followed(bundled, schema);
    if (!isObject(part) || all.has(part)) return;
    all.add(part);
    for (const inner of [part.allOf, part.anyOf, part.oneOf, [part.not]]) if (isList(inner)) inner.forEach(add);
  };
  schemas.forEach(add);
  const parts = [...all];
  const limits = parts.flatMap(({ minimum, maximum }) => [minimum, maximum]).filter((one) => one !== undefined);
  const lengths = parts.flatMap(({ minLength, maxLength }) => [minLength, maxLength]).filter((one) => one !== undefined);
  const texts = parts.flatMap(({ format }) => textsOf(format));
  return [
    ...[1.5, 0, 1, -1, 0.5, ...limits.flatMap((limit) => [limit, limit + 1, limit - 1, limit + 0.5, limit - 0.5])],
    ...['string', '', '0', 'A', ...texts, ...lengths.flatMap((length) => [length, length + 1, length - 1].map(textOfLength))],
    ...[true, false, null],
    ...parts.flatMap(({ enum: listed = [] }) => listed),
  ];
}

/** The longest text that is made for its length alone. */
const longestText = 10_000;

function textOfLength(length: number): string {
  return 'a'.repeat(Math.min(Math.max(length, 0), longestText));
}
