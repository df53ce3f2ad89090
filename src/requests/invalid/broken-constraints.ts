import type { Schema } from '../../description/types.js';

/** A schema with the keywords for bounds of all versions of OpenAPI. */
export type Bounds = Schema & {
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  uniqueItems?: boolean;
};

/** Lists are not extended beyond this length. */
const mostItems = 1000;

/** Values of other types that are often confused with a type. */
export function ofAnotherType(type: string | undefined): Array<[what: string, value: unknown]> {
  const nothing: [string, unknown] = ['null', null];
  const what = 'of another type';
  switch (type) {
    case 'string':
      return [[what, 12_345], [`${what} (object)`, {}], nothing];
    case 'integer':
      return [[what, 'text'], [`${what} (fraction)`, 1.5], nothing];
    case 'number':
      return [[what, 'text'], nothing];
    case 'boolean':
      return [[what, 'yes'], nothing];
    case 'array':
      return [[what, {}], [`${what} (text)`, 'text'], nothing];
    case 'object':
      return [[what, []], [`${what} (text)`, 'text'], nothing];
    default:
      return [];
  }
}

const one = (what: string, value: unknown): Array<[what: string, value: unknown]> => [[what, value]];

/** Values that break one constraint of a schema each. @param value A valid value, if one is known. */
export function outOfBounds(schema: Bounds, type: string | undefined, value: unknown): Array<[what: string, value: unknown]> {
  return [
    ...(schema.enum || schema.const !== undefined ? one('none of the documented values', 'none-of-these') : []),
    ...(type === 'string' ? textOutOfBounds(schema) : []),
    ...(type === 'integer' || type === 'number' ? numberOutOfBounds(schema, value) : []),
    ...(Array.isArray(value) ? listOutOfBounds(schema, value) : []),
  ];
}

function textOutOfBounds({ minLength, maxLength, pattern, format }: Bounds): Array<[string, unknown]> {
  return [
    ...(minLength ? one('too short', 'x'.repeat(minLength - 1)) : []),
    ...(maxLength !== undefined && maxLength < 1_000_000 ? one('too long', 'x'.repeat(maxLength + 1)) : []),
    ...(pattern === undefined ? [] : one('outside its pattern', '~')),
    ...(format === undefined ? [] : one(`that is no ${format}`, '~')),
  ];
}

function numberOutOfBounds(schema: Bounds, value: unknown): Array<[string, unknown]> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const outside = (bound: number, step: number): [string, unknown] => [step < 0 ? 'too small' : 'too large', bound + step];
  return [
    ...(minimum === undefined ? [] : [outside(minimum, -1)]),
    ...(maximum === undefined ? [] : [outside(maximum, 1)]),
    // In OpenAPI 3.0, `exclusiveMinimum` is a boolean that says whether `minimum` itself is excluded.
    ...(exclusiveMinimum === true && minimum !== undefined ? one('too small by its bound', minimum) : []),
    ...(exclusiveMaximum === true && maximum !== undefined ? one('too large by its bound', maximum) : []),
    ...(typeof exclusiveMinimum === 'number' ? one('too small', exclusiveMinimum) : []),
    ...(typeof exclusiveMaximum === 'number' ? one('too large', exclusiveMaximum) : []),
    ...(multipleOf ? one('no multiple', (typeof value === 'number' ? value : 0) + multipleOf / 2) : []),
  ];
}

function listOutOfBounds({ minItems, maxItems, uniqueItems }: Bounds, value: unknown[]): Array<[string, unknown]> {
  const longer = maxItems !== undefined && maxItems < mostItems && value.length > 0;
  return [
    ...(minItems ? one('with too few items', value.slice(0, minItems - 1)) : []),
    ...(longer
      ? one(
          'with too many items',
          Array.from({ length: maxItems + 1 }, () => value[0]),
        )
      : []),
    ...(uniqueItems && value.length > 0 ? one('with an item twice', [value[0], ...value]) : []),
  ];
}
