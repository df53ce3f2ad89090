import { isObject, listOf } from '../json-value.js';
import type { Schema } from '../types.js';

/**
 * In a description from outside, a keyword may have any value. A value without the form that JSON Schema requires is treated as
 * empty here. The validator reports it.
 */

/** The schemas of a keyword that is a list, such as `allOf`. */
export function listedSchemas(value: Schema[] | undefined): Schema[] {
  return listOf(value).filter(isSchema);
}

/** The schemas of a keyword that is a map, such as `properties`. */
export function namedSchemas(value: Record<string, Schema> | undefined): Record<string, Schema> {
  return isObject(value) ? value : {};
}

/** Whether a value is a schema other than `true` and `false`. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
