import { isList, isObject } from '../../../description/json-value.js';
import { resolve } from '../../../description/references/resolve.js';
import type { Description, Schema } from '../../../description/types.js';

/** A schema, with further keywords that affect the generated type. */
export interface TypedSchema extends Schema {
  readOnly?: boolean;
  writeOnly?: boolean;
  contentEncoding?: string;
  $defs?: Record<string, TypedSchema>;
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
}

const single = ['items', 'additionalProperties', 'not', 'contains', 'propertyNames', 'contentSchema'] as const;
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
const maps = ['properties', 'patternProperties', '$defs', 'dependentSchemas'] as const;

/**
 * Changes the direct subschemas of a schema.
 *
 * @returns A new schema.
 */
export function mapSubschemas(schema: TypedSchema, change: (schema: TypedSchema) => TypedSchema): TypedSchema {
  const changed: Record<string, unknown> = { ...schema };
  const one = (value: unknown): unknown => (isSchema(value) ? change(value) : value);
  for (const key of single) if (key in changed) changed[key] = one(changed[key]);
  for (const key of lists) if (isList(changed[key])) changed[key] = changed[key].map(one);
  for (const key of maps) {
    const members = changed[key];
    if (isObject(members)) changed[key] = mapValues(members, one);
  }
  return changed;
}

/** Changes a schema and all its subschemas. Subschemas are changed first. References are not followed. */
export function mapSchema(schema: TypedSchema, change: (schema: TypedSchema) => TypedSchema): TypedSchema {
  if (!isSchema(schema)) return schema;
  return change(mapSubschemas(schema, (part) => mapSchema(part, change)));
}

/** Changes the values of an object. A property named `__proto__` stays an ordinary property. */
export function mapValues<Value, Result>(
  members: Record<string, Value>,
  change: (value: Value, name: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(value, name)]));
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
