import { isObject, listOf } from '../json-value.js';
import type { Schema } from '../types.js';

/*
 * Of a schema that somebody else wrote, a keyword may have any value. What has not the form that JSON Schema gives it holds no
 * schemas; the validator says so.
 */

/** The schemas that a keyword such as `allOf` lists. */
export function listedSchemas(value: Schema[] | undefined): Schema[] {
  return listOf(value).filter(isSchema);
}

/** The schemas that a keyword such as `properties` has by name. */
export function namedSchemas(value: Record<string, Schema> | undefined): Record<string, Schema> {
  return isObject(value) ? value : {};
}

/** Whether a value is a schema that says something. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
