import { isList, isObject } from '../../../description/json-value.js';
import { resolve } from '../../../description/references/resolve.js';
import type { Description, Schema } from '../../../description/types.js';

/** A schema, with further keywords that affect the generated type. */
export interface TypedSchema extends Schema {
  readOnly?: boolean;
  writeOnly?: boolean;
  $defs?: Record<string, TypedSchema>;
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
}

const single = new Set(['items', 'additionalProperties', 'not', 'contains', 'propertyNames', 'contentSchema']);
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const maps = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);

/**
 * Changes the direct subschemas of a schema.
 *
 * @returns A new schema; the schema itself when `change` returns each subschema as it is.
 */
export function mapSubschemas(schema: TypedSchema, change: (schema: TypedSchema) => TypedSchema): TypedSchema {
  if (!isObject(schema)) return schema;
  const one = (value: unknown): unknown => (isSchema(value) ? change(value) : value);
  return mapValues<unknown>(schema, (value, keyword) => {
    if (single.has(keyword)) return one(value);
    if (lists.has(keyword) && isList(value)) return mapList(value, one);
    return maps.has(keyword) && isObject(value) ? mapValues(value, one) : value;
  });
}

/**
 * Changes a schema and all its subschemas. Subschemas are changed first. References are not followed.
 *
 * @returns A new schema; the schema itself when `change` returns each one as it is. So parts of both may be the same objects.
 */
export function mapSchema(schema: TypedSchema, change: (schema: TypedSchema) => TypedSchema): TypedSchema {
  if (!isSchema(schema)) return schema;
  return change(mapSubschemas(schema, (part) => mapSchema(part, change)));
}

/**
 * Changes the values of an object. A property named `__proto__` stays an ordinary property.
 *
 * @returns A new object; the object itself when no value changes.
 */
export function mapValues<Value>(
  members: Record<string, Value>,
  change: (value: Value, name: string) => Value,
): Record<string, Value> {
  const entries = Object.entries(members);
  let isChanged = false;
  for (const entry of entries) {
    const [name, value] = entry;
    entry[1] = change(value, name);
    isChanged ||= entry[1] !== value;
  }
  return isChanged ? Object.fromEntries(entries) : members;
}

function mapList(list: unknown[], change: (value: unknown) => unknown): unknown[] {
  const changed = list.map(change);
  return changed.some((value, index) => value !== list[index]) ? changed : list;
}

/** Whether a value is a schema that is an object. The schemas `true` and `false` have no keywords, so they do not count. */
export function isSchema(value: unknown): value is TypedSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Resolves a reference to a schema.
 *
 * @returns The schema; an empty one when the reference cannot be resolved, and an equivalent object for a schema that is
 *   `true` or `false`.
 */
export function followed(description: Description, reference: TypedSchema): TypedSchema {
  try {
    return resolve<TypedSchema>(description, reference);
  } catch {
    // Lint reports a reference that cannot be resolved.
    return {};
  }
}
