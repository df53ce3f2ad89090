import { isList, isObject, type Json } from '../../description/json-value.js';
import { resolve } from '../../description/references/resolve.js';
import { schemaParts } from '../../description/schemas/schema-parts.js';
import type { Description, Schema } from '../../description/types.js';

/** A value that is probably invalid. */
export interface SpoiledValue {
  /** The place and the problem: `body.email of another type`. */
  what: string;
  value: unknown;
}

type Bounds = Schema & { exclusiveMinimum?: number | boolean; exclusiveMaximum?: number | boolean; uniqueItems?: boolean };

/** The maximum depth, since a schema may be recursive. */
const mostLevels = 6;

/** Lists are not extended beyond this length. */
const mostItems = 1000;

/**
 * Yields invalid variants of a value, one for each constraint of its schema: a required member is missing, a part is null, of
 * another type or out of bounds. Everything else stays the same. The results are not validated, so some may be valid.
 *
 * @param value A valid value; `undefined` if only the schema is known.
 * @param name The name of the value in `what`.
 */
export function* spoiledValues(
  description: Description,
  reference: Schema | undefined,
  value: unknown,
  name: string,
  level = 0,
): Generator<SpoiledValue> {
  const schema = reference && wholeSchema(description, reference);
  if (!schema || level > mostLevels) return;
  const type = typeOf(value) ?? typesOf(schema)[0];
  for (const [what, other] of [...ofAnotherType(type), ...outOfBounds(schema, type, value)]) {
    yield { what: `${name} ${what}`, value: other };
  }
  if (isList(value) && value.length > 0 && schema.items) {
    const [first, ...rest] = value;
    for (const one of spoiledValues(description, schema.items, first, `${name}.0`, level + 1)) {
      yield { ...one, value: [one.value, ...rest] };
    }
  }
  if (type === 'object' && isObject(value)) yield* spoiledMembers(description, schema, value, name, level);
}

function* spoiledMembers(
  description: Description,
  schema: Schema,
  members: Json,
  name: string,
  level: number,
): Generator<SpoiledValue> {
  for (const required of schema.required ?? []) {
    if (!Object.hasOwn(members, required)) continue;
    yield { what: `${name}.${required} missing`, value: without(members, required) };
    if (members[required] !== '') yield { what: `${name}.${required} empty`, value: { ...members, [required]: '' } };
  }
  for (const [member, part] of Object.entries(schema.properties ?? {})) {
    if (resolve<Schema & { readOnly?: boolean }>(description, part).readOnly) continue;
    for (const one of spoiledValues(description, part, members[member], `${name}.${member}`, level + 1)) {
      yield { ...one, value: { ...members, [member]: one.value } };
    }
  }
  if (schema.additionalProperties === false) {
    yield { what: `${name} with an unknown member`, value: { ...members, 'not-a-member': true } };
  }
}

/** Merges the parts of a schema. Earlier ones take precedence. */
function wholeSchema(description: Description, reference: Schema): Bounds {
  const [first = {}, ...others] = schemaParts(description, reference);
  return others.reduce<Bounds>(
    (whole, part) => ({
      ...part,
      ...whole,
      properties: { ...part.properties, ...whole.properties },
      required: [...(part.required ?? []), ...(whole.required ?? [])],
    }),
    first,
  );
}

/** Values of other types that are often confused with a type. */
function ofAnotherType(type: string | undefined): Array<[what: string, value: unknown]> {
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

function outOfBounds(schema: Bounds, type: string | undefined, value: unknown): Array<[what: string, value: unknown]> {
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

function typeOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function typesOf({ type, properties }: Schema): string[] {
  if (type === undefined) return properties ? ['object'] : [];
  return [type].flat();
}

function without(members: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([member]) => member !== name));
}
