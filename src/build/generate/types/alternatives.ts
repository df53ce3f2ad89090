import type { Description } from '../../../description/types.js';
import { mapAllSchemas, type PlacedHolder } from './schema-holders.js';
import { followed, isSchema, type TypedSchema } from './subschemas.js';

/** The keywords that define a type, without `anyOf` and `oneOf`. */
const informative = ['$ref', 'type', 'properties', 'items', 'prefixItems', 'enum', 'const', 'additionalProperties', 'allOf'];
/** The keywords that stay in a schema when its other keywords move into an `allOf`. */
const annotations = ['title', 'description', 'deprecated', 'default', 'example', 'readOnly', 'writeOnly', 'nullable'];

/**
 * Combines `anyOf` and `oneOf` with the other keywords of a schema in an `allOf`, since a value has to satisfy all of them.
 * openapi-typescript 7 instead makes a union of the other keywords and the schemas in `anyOf`, so that
 * `anyOf: [{ required: [a] }]` makes the whole type `unknown`. Remove this when a release makes an intersection.
 *
 * @param description The description; it is changed.
 * @param holders All holders of schemas in the description.
 */
export function alternativesBesideTheRest(description: Description, holders: PlacedHolder[]): void {
  mapAllSchemas(description, holders, (schema) => {
    if (!('anyOf' in schema || 'oneOf' in schema || 'allOf' in schema)) return schema;
    const { anyOf, oneOf, ...rest } = withoutEmptyParts(schema);
    const groups = [...(Array.isArray(anyOf) ? [{ anyOf }] : []), ...(Array.isArray(oneOf) ? [{ oneOf }] : [])];
    if (groups.length === 0) return rest;
    const hasRest = informative.some((key) => key in rest) && !isAnyObject(rest);
    if (!hasRest && groups.length === 1) return { ...onlyAnnotations(rest), ...groups[0] };
    // When an alternative does not define a type, a union with it would be `unknown`.
    const telling = groups.filter((group) => Object.values(group).flat().every(isTelling));
    if (telling.length === 0) return rest;
    const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !annotations.includes(key)));
    return { ...onlyAnnotations(rest), allOf: [...(hasRest ? [kept] : []), ...telling] };
  });
}

/** Only the annotations of a schema, which an editor shows. */
function onlyAnnotations(schema: TypedSchema): TypedSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => annotations.includes(key)));
}

/** Whether a schema only says that the value is an object. */
function isAnyObject(schema: TypedSchema): boolean {
  const { properties = {} } = schema;
  const others = informative.filter((key) => key !== 'type' && key !== 'properties');
  return schema.type === 'object' && Object.keys(properties).length === 0 && !others.some((key) => key in schema);
}

function isTelling(schema: TypedSchema): boolean {
  return isSchema(schema) && [...informative, 'anyOf', 'oneOf'].some((key) => key in schema);
}

/** Removes the parts of an `allOf` that accept any object. All that they required is left out in this direction. */
function withoutEmptyParts(schema: TypedSchema): TypedSchema {
  return Array.isArray(schema.allOf) ? { ...schema, allOf: schema.allOf.filter((part) => !isAnyObject(part)) } : schema;
}

/** The properties of a schema and of the parts of its `allOf`. */
export function propertiesOf(description: Description, reference: TypedSchema, seen: TypedSchema[]): Record<string, TypedSchema> {
  if (!isSchema(reference)) return {};
  const schema = followed(description, reference);
  if (seen.includes(schema)) return {};
  const parts = (schema.allOf ?? []).map((part) => propertiesOf(description, part, [...seen, schema]));
  return Object.fromEntries([...parts, schema.properties ?? {}].flatMap((part) => Object.entries(part)));
}
