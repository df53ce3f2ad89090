import { isList, isObject } from '../../../../description/json-value.js';
import type { GeneratorSchema } from './well-formed.js';

/** The most items that are added to a tuple. */
const mostPadded = 100;

/** The schema used for items without a schema, for which the generators create no list. */
const anyItem = { type: 'string' };

/** Rewrites `prefixItems` and `contains` as tuples of draft-07, with a list in `items`. Changes the schema. */
export function lists(made: GeneratorSchema): void {
  const { items, contains, minContains = 1, minItems = 0, maxItems, ...others } = made;
  // Before 2020-12, a list in "items" was the tuple.
  const [first, of] = isList(items) ? [items, others.additionalItems] : [others.prefixItems ?? [], items];
  const rest = minItems > 0 && isEmpty(of) ? anyItem : of;
  const isFull = rest === false || (maxItems !== undefined && first.length + minContains > maxItems);
  const needed =
    contains === undefined || (isFull && first.length > 0) ? [] : Array.from({ length: minContains }, () => contains);
  for (const keyword of ['prefixItems', 'contains', 'minContains', 'maxContains']) Reflect.deleteProperty(made, keyword);
  if (maxItems === 0) {
    made.enum = [[]];
    return;
  }
  if (first.length + needed.length === 0) {
    if (rest === anyItem) made.items = rest;
    return;
  }
  const missing = minItems - first.length - needed.length;
  // The generators do not use the schema of items beyond a tuple, so the missing items become a part of the tuple.
  const more = rest === false ? [] : Array.from({ length: Math.min(Math.max(missing, 0), mostPadded) }, () => rest);
  const tuple = [...first, ...needed, ...more];
  made.items = tuple;
  made.additionalItems = rest ?? true;
  made.minItems = Math.max(minItems, tuple.length);
  if (rest === false || made.minItems === tuple.length) made.maxItems = tuple.length;
}

function isEmpty(schema: unknown = true): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}
