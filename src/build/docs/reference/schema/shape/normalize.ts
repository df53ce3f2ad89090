import { listOf } from '../../../../../description/json-value.js';
import type { Fields } from '../../read.js';

/** The extensions that name the values of `enum`. */
export const valueNames = ['x-enum-varnames', 'x-enumNames'] as const;
/** The extensions that describe the values of `enum`. */
export const valueMeanings = ['x-enumDescriptions', 'x-enum-descriptions'] as const;

/** Writes in one way what schemas write in several. */
export function normalized(schema: Fields): Fields {
  const typed = 'nullable' in schema ? withNullAmongTypes(schema) : schema;
  return enumWordsByValue(Array.isArray(typed.items) ? tuple(typed) : typed);
}

/** `nullable` has an effect only beside `type` (OpenAPI 3.0.3, Schema Object). */
function withNullAmongTypes({ nullable, ...others }: Fields): Fields {
  return nullable === true && others.type !== undefined ? { ...others, type: [others.type, 'null'].flat() } : others;
}

/** Changes an array in `items`, as in JSON Schema before 2020-12, to `prefixItems`. */
function tuple({ items, additionalItems, ...others }: Fields): Fields {
  return { ...others, prefixItems: items, ...(additionalItems !== undefined && { items: additionalItems }) };
}

/**
 * Redocly has the words for the values of `enum` in an object, by value; code generators have them in a list, by position. A
 * position means nothing beside the `enum` of another part, which allows fewer values.
 */
function enumWordsByValue(schema: Fields): Fields {
  const lists = [...valueNames, ...valueMeanings].filter((name) => Array.isArray(schema[name]));
  if (lists.length === 0) return schema;
  const values = listOf(schema.enum).map(String);
  const byValue = lists.map((name): [string, Fields] => {
    const words = listOf(schema[name]);
    return [name, Object.fromEntries(values.map((value, index): [string, unknown] => [value, words[index]]))];
  });
  return { ...schema, ...Object.fromEntries(byValue) };
}
