import type { Description } from '../../../description/types.js';
import { followed, isSchema, type TypedSchema } from './subschemas.js';
import { mapAllSchemas, type PlacedHolder } from './schema-holders.js';

const componentPath = '#/components/schemas/';

/**
 * Adds to each alternative of a discriminator the values that select it: those from the mapping, else the name of its
 * schema (OpenAPI 3.1.1, section 4.8.25). A value that the alternative's own `enum` or `const` excludes is left out. The
 * component schemas stay unchanged.
 *
 * This replaces what openapi-typescript 7 does: it replaces the property in the schemas, drops it in an `allOf`, and
 * rejects a mapping with schema names. Remove this when a release changes no schema for a discriminator.
 *
 * @param description The description; it is changed.
 * @param holders All holders of schemas in the description.
 */
export function discriminatorsAsValues(description: Description, holders: PlacedHolder[]): void {
  addToChildren(description);
  mapAllSchemas(description, holders, (schema) => {
    if (!isSchema(schema.discriminator) || typeof schema.discriminator.propertyName !== 'string') return schema;
    const { discriminator, ...rest } = schema;
    const narrowed = (alternatives: TypedSchema[]): TypedSchema[] =>
      alternatives.map((alternative) => withValues(description, alternative, discriminator));
    return {
      ...rest,
      ...(Array.isArray(rest.oneOf) && { oneOf: narrowed(rest.oneOf) }),
      ...(Array.isArray(rest.anyOf) && { anyOf: narrowed(rest.anyOf) }),
    };
  });
}

/** Adds the values to the children of a schema with a discriminator but no alternatives. They have it in their `allOf`. */
function addToChildren(description: Description): void {
  const schemas: Record<string, TypedSchema> = description.components?.schemas ?? {};
  const parentsOf = (schema: TypedSchema): string[] =>
    isSchema(schema) && Array.isArray(schema.allOf) ? schema.allOf.flatMap(({ $ref }) => componentOf($ref) ?? []) : [];
  const parents = new Set(Object.values(schemas).flatMap(parentsOf));
  for (const [name, schema] of Object.entries(schemas)) {
    // A child that has children of its own can also have their values.
    if (parents.has(name)) continue;
    for (const parent of parentsOf(schema)) {
      const { discriminator, oneOf, anyOf } = schemas[parent] ?? {};
      if (!isSchema(discriminator) || oneOf || anyOf) continue;
      const part = valuesOf(description, { $ref: componentPath + name }, discriminator);
      if (part) schemas[name] = { ...schemas[name], allOf: [...(schemas[name]?.allOf ?? []), part] };
    }
  }
}

function withValues(
  description: Description,
  alternative: TypedSchema,
  discriminator: NonNullable<TypedSchema['discriminator']>,
): TypedSchema {
  const part = valuesOf(description, alternative, discriminator);
  return part ? { allOf: [alternative, part] } : alternative;
}

/** A schema with the values of an alternative; `undefined` when its own schema already says them or allows none of them. */
function valuesOf(
  description: Description,
  { $ref }: TypedSchema,
  { propertyName, mapping = {} }: NonNullable<TypedSchema['discriminator']>,
): TypedSchema | undefined {
  const name = componentOf($ref);
  if ($ref === undefined || name === undefined) return undefined;
  const mapped = Object.entries(mapping).flatMap(([value, target]) => (target === $ref || target === name ? [value] : []));
  const values = mapped.length > 0 ? mapped : [name];
  const own = propertyOf(description, { $ref }, propertyName, []);
  const allowed = own?.enum ?? (own && 'const' in own ? [own.const] : undefined);
  const isText = own?.type === undefined || own.type === 'string';
  const possible = allowed ? values.filter((value) => allowed.includes(value)) : values;
  if (!own || !isText || possible.length === 0 || possible.length === allowed?.length) return undefined;
  return { type: 'object', properties: { [propertyName]: { type: 'string', enum: possible } } };
}

/** Finds the schema of a property, in a schema or in its `allOf`. Prefers one with `enum` or `const`. */
function propertyOf(
  description: Description,
  reference: TypedSchema,
  name: string,
  seen: TypedSchema[],
): TypedSchema | undefined {
  const schema = followed(description, reference);
  if (seen.includes(schema)) return undefined;
  const property = schema.properties?.[name];
  const found = [
    ...(isSchema(property) ? [followed(description, property)] : []),
    ...(schema.allOf ?? []).flatMap((part) => propertyOf(description, part, name, [...seen, schema]) ?? []),
  ];
  return found.find((one) => one.enum ?? 'const' in one) ?? found[0];
}

function componentOf($ref: unknown): string | undefined {
  return typeof $ref === 'string' && $ref.startsWith(componentPath) ? $ref.slice(componentPath.length) : undefined;
}
