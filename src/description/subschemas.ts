import type { Schema } from './types.js';

/*
 * Of a schema that somebody else wrote, a keyword may have any value. What has not the form that JSON Schema gives it holds no
 * schemas; the validator says so.
 */

/** The schemas that a keyword such as `allOf` lists. */
export function listedSchemas(value: unknown): Schema[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

/** The schemas that a keyword such as `properties` has by name. */
export function namedSchemas(value: unknown): Record<string, Schema> {
  return isObject(value) && !Array.isArray(value) ? (value as Record<string, Schema>) : {};
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
