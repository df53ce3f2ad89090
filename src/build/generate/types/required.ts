import type { Description } from '../../../description/types.js';
import { propertiesOf } from './alternatives.js';
import type { PlacedHolder } from './schema-holders.js';
import { isSchema, mapSubschemas, mapValues, type TypedSchema } from './subschemas.js';

type Properties = Record<string, TypedSchema>;

/**
 * Adds each required property to the `properties` of the schema that requires it. Its schema comes from the schema that
 * contains this one in `allOf`, `anyOf` or `oneOf`, else from `additionalProperties` and `patternProperties`; else it is a
 * schema for any value. openapi-typescript 7 looks for required properties only in `properties` beside `required`. Remove
 * this when a release looks further.
 *
 * @param description The description; it is changed.
 * @param holders All holders of schemas in the description.
 */
export function requiredProperties(description: Description, holders: PlacedHolder[]): void {
  // Properties are looked up in the original, since an added property is not documented.
  const original: Description = { ...description, components: { ...description.components } };
  const change = (schema: TypedSchema): TypedSchema => withRequired(original, schema, {});
  const { components } = description;
  if (components?.schemas) components.schemas = mapValues(components.schemas, change);
  for (const { holder } of holders) if (holder.schema) holder.schema = change(holder.schema);
}

/** @param outer The properties of the schema that contains this one in `allOf`, `anyOf` or `oneOf`. */
function withRequired(description: Description, schema: TypedSchema, outer: Properties): TypedSchema {
  if (!isSchema(schema)) return schema;
  const [parts, alternatives] = [listOf(schema.allOf), [schema.anyOf, schema.oneOf].flatMap(listOf)];
  const missing = requiredOf(schema).filter((name) => !Object.hasOwn(schema.properties ?? {}, name));
  const isAlone = missing.length + parts.length + alternatives.length === 0;
  const whole = isAlone ? outer : { ...outer, ...propertiesOf(description, schema, []) };
  const changed = mapSubschemas(schema, (inner) => {
    if (parts.includes(inner)) return withRequired(description, inner, whole);
    if (!alternatives.includes(inner)) return withRequired(description, inner, {});
    return withRequired(description, requiringToo(description, inner, missing), whole);
  });
  const inAlternatives = new Set(alternatives.flatMap((one) => Object.keys(propertiesOf(description, one, []))));
  const added = missing.flatMap((name): Array<[string, TypedSchema]> => {
    const found = Object.hasOwn(whole, name) ? whole[name] : inAlternatives.has(name) ? undefined : further(schema);
    return found === undefined ? [] : [[name, found]];
  });
  if (added.length === 0) return changed;
  return { ...changed, type: schema.type ?? 'object', properties: { ...changed.properties, ...Object.fromEntries(added) } };
}

/** Adds to an alternative the required properties of the whole schema that the alternative documents. */
function requiringToo(description: Description, part: TypedSchema, names: string[]): TypedSchema {
  const known = propertiesOf(description, part, []);
  const required = names.filter((name) => Object.hasOwn(known, name));
  if (required.length === 0) return part;
  const properties = Object.fromEntries(required.map((name) => [name, known[name] ?? {}]));
  return { allOf: [part, { type: 'object', required, properties }] };
}

function listOf(value: unknown): TypedSchema[] {
  return Array.isArray(value) ? (value as TypedSchema[]) : [];
}

function requiredOf({ required }: TypedSchema): string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** The schema of a property that `properties` does not name; `undefined` when no such property is allowed. */
function further({ type, properties, additionalProperties, patternProperties }: TypedSchema): TypedSchema | undefined {
  const described = [additionalProperties, ...Object.values(patternProperties ?? {})].filter(isSchema);
  if (described.length > 0) return described.length === 1 ? described[0] : { anyOf: described };
  const isObject = type === 'object' || [properties, additionalProperties, patternProperties].some((one) => one !== undefined);
  return isObject && additionalProperties !== false ? {} : undefined;
}
