import { isObject, type Json } from '../../../description/json-value.js';
import { below, type Place } from '../documents/places.js';
import type { Reading } from './reading.js';

/** The keywords of arrays. */
export function rewriteArrays(reading: Reading): Json[] {
  return [...rewriteItems(reading), ...rewriteContains(reading), ...rewriteUnique(reading)];
}

/** `prefixItems` and `items`; before 2020-12 `items` and `additionalItems`. */
function rewriteItems(reading: Reading): Json[] {
  const { items, prefixItems } = reading.schema;
  if (Array.isArray(items)) return [tuple(reading, 'items', items, 'additionalItems')];
  if (prefixItems !== undefined && !Array.isArray(prefixItems)) return [reading.unchecked('prefixItems', 'it is no list')];
  if (Array.isArray(prefixItems)) return [tuple(reading, 'prefixItems', prefixItems, 'items')];
  return items === undefined ? [] : [{ items: reading.inner('part', 'items') }];
}

function tuple(reading: Reading, keyword: string, places: unknown[], more: string): Json {
  const rest = reading.schema[more];
  if (places.length === 0) return rest === undefined ? {} : { items: reading.inner('part', more) };
  return {
    prefixItems: places.map((_, index) => reading.inner('part', keyword, String(index))),
    ...(rest !== undefined && { items: reading.inner('part', more) }),
  };
}

function rewriteContains(reading: Reading): Json[] {
  const { contains, minContains, maxContains } = reading.schema;
  if (contains === undefined) return [];
  const limits = Object.entries({ minContains, maxContains }).filter(([, limit]) => limit !== undefined);
  const isRight = ([, limit]: [string, unknown]): boolean => Number.isInteger(limit) && Number(limit) >= 0;
  return [
    { contains: reading.inner('part', 'contains'), ...Object.fromEntries(limits.filter(isRight)) },
    ...limits.filter((limit) => !isRight(limit)).map(([name]) => reading.unchecked(name, 'it is no whole number from 0 on')),
  ];
}

function rewriteUnique(reading: Reading): Json[] {
  const { uniqueItems } = reading.schema;
  if (uniqueItems === undefined || uniqueItems === false) return [];
  return [uniqueItems === true ? { uniqueItems } : reading.unchecked('uniqueItems', 'it is neither true nor false')];
}

/** `unevaluatedItems`: an item that `contains` accepts is evaluated (JSON Schema 2020-12, section 11.2). */
export function rewriteUnevaluatedItems(reading: Reading): Json[] {
  const { schema, dialect, place } = reading;
  if (schema.unevaluatedItems === undefined) return [];
  const unevaluatedItems = reading.inner('part', 'unevaluatedItems');
  if (dialect.containsEvaluatesNothing) return [{ unevaluatedItems }];
  if (hasOptionalContains(reading, place, new Set()))
    return [reading.unchecked('unevaluatedItems', 'which items "contains" evaluates in an alternative is not followed')];
  const accepted = containsOf(reading, schema);
  return [{ unevaluatedItems: accepted.length === 0 ? unevaluatedItems : { anyOf: [...accepted, unevaluatedItems] } }];
}

/** The schemas of `contains` beside `unevaluatedItems`, including those in `allOf`. */
function containsOf(reading: Reading, schema: Json, ...way: string[]): Array<Json | boolean> {
  const own = schema.contains === undefined ? [] : [reading.inner('part', ...way, 'contains')];
  const all: unknown[] = Array.isArray(schema.allOf) ? schema.allOf : [];
  return [
    ...own,
    ...all.flatMap((one, index) => (isObject(one) ? containsOf(reading, one, ...way, 'allOf', String(index)) : [])),
  ];
}

/** Whether a schema for the same value has `contains`, but is optional or behind a reference. */
function hasOptionalContains(reading: Reading, place: Place, seen: Set<unknown>): boolean {
  const { value } = place;
  if (!isObject(value) || seen.has(value)) return false;
  seen.add(value);
  const target = typeof value.$ref === 'string' ? reading.follow(value.$ref, place) : undefined;
  const optional = [
    ...(typeof target === 'object' ? [target] : []),
    ...['anyOf', 'oneOf'].flatMap((keyword) => listed(place, keyword)),
    ...['if', 'then', 'else'].map((keyword) => below(place, keyword)),
  ];
  const hasContains = (one: Place): boolean => isObject(one.value) && 'contains' in one.value;
  return (
    optional.some((one) => hasContains(one) || listed(one, 'allOf').some(hasContains)) ||
    [...optional, ...listed(place, 'allOf')].some((one) => hasOptionalContains(reading, one, seen))
  );
}

function listed(place: Place, keyword: string): Place[] {
  const list: unknown = isObject(place.value) ? place.value[keyword] : undefined;
  return Array.isArray(list) ? list.map((_, index) => below(place, keyword, String(index))) : [];
}
