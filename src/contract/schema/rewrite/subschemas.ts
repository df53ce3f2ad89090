import { isObject, listOf, type Json } from '../../../description/json-value.js';

/** The keywords of rewritten schemas that contain schemas: a single one, a list, or a map. */
const single = [
  ...['items', 'contains', 'additionalProperties', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties'],
  ...['not', 'if', 'then', 'else'],
];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const maps = ['properties', 'patternProperties', 'dependentSchemas'];

/** Changes each subschema of a rewritten schema, from the innermost to the schema itself. */
export function withEachChanged(schema: Json | boolean, change: (schema: Json) => Json): Json | boolean {
  const changed = (one: Json): Json => change(withSubschemas(one, (inner) => (isObject(inner) ? changed(inner) : inner)));
  return isObject(schema) ? changed(schema) : schema;
}

/** Changes the direct subschemas of a rewritten schema. */
function withSubschemas(schema: Json, change: (inner: unknown) => unknown): Json {
  const result: Json = { ...schema };
  for (const name of single) if (name in result) result[name] = change(result[name]);
  for (const name of lists) {
    const list = result[name];
    if (Array.isArray(list)) result[name] = list.map(change);
  }
  for (const name of maps) {
    const map = result[name];
    if (isObject(map)) result[name] = Object.fromEntries(Object.entries(map).map(([key, inner]) => [key, change(inner)]));
  }
  return result;
}

/** All subschemas of a rewritten schema, beginning with itself. */
export function* subschemas(schema: unknown): Generator<Json> {
  if (!isObject(schema)) return;
  yield schema;
  for (const name of single) yield* subschemas(schema[name]);
  for (const name of lists) for (const inner of listOf(schema[name])) yield* subschemas(inner);
  for (const name of maps) for (const inner of Object.values(schema[name] ?? {})) yield* subschemas(inner);
}

/** The keywords of rewritten schemas whose schemas apply to the same value. */
const inPlace = ['not', 'if', 'then', 'else', ...lists.filter((name) => name !== 'prefixItems')];

/** All parts of a rewritten schema that apply to the same value, beginning with the schema itself. References are not followed. */
export function* partsInPlace(schema: unknown): Generator<Json> {
  if (!isObject(schema)) return;
  yield schema;
  for (const name of inPlace) for (const inner of [schema[name]].flat()) yield* partsInPlace(inner);
  for (const inner of Object.values(schema.dependentSchemas ?? {})) yield* partsInPlace(inner);
}
