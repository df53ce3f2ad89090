import { isList, isObject, type Json } from '../../description/json-value.js';
import { resolve } from '../../description/references/resolve.js';
import { schemaParts } from '../../description/schemas/schema-parts.js';
import type { Description, Schema } from '../../description/types.js';
import { ofAnotherType, outOfBounds, type Bounds } from './broken-constraints.js';

/** A value that is probably invalid. */
export interface SpoiledValue {
  /** The place and the problem: `body.email of another type`. */
  what: string;
  value: unknown;
}

/** The maximum depth, since a schema may be recursive. */
const mostLevels = 6;

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
