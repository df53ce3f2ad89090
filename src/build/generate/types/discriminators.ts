import type { Description } from '../../../description/types.js';
import { followed, isSchema, type TypedSchema } from './subschemas.js';
import { mapAllSchemas } from './schema-holders.js';

const componentPath = '#/components/schemas/';

/**
 * Gives each alternative of a discriminator the values that its mapping has for it, else the name of its schema
 * (OpenAPI 3.1.1, section 4.8.25), as far as its own `enum` or `const` allows. The schemas themselves stay as they are.
 *
 * In place of what openapi-typescript 7 does: it replaces the property in the schemas, drops it in an `allOf`, and
 * refuses a mapping by names. A release that changes no schema for a discriminator makes this superfluous.
 *
 * @param description It is changed.
 */
export function discriminatorsAsValues(description: Description): void {
  addToChildren(description);
  mapAllSchemas(description, (schema) => {
    const { discriminator, ...rest } = schema;
    if (!isSchema(discriminator) || typeof discriminator.propertyName !== 'string') return schema;
    const narrowed = (alternatives: TypedSchema[]): TypedSchema[] =>
      alternatives.map((alternative) => withValues(description, alternative, discriminator));
    return {
      ...rest,
      ...(Array.isArray(rest.oneOf) && { oneOf: narrowed(rest.oneOf) }),
      ...(Array.isArray(rest.anyOf) && { anyOf: narrowed(rest.anyOf) }),
    };
  });
}

/** A schema that has a discriminator and no alternatives is the parent of those that have it in their `allOf`. */
function addToChildren(description: Description): void {
  const schemas: Record<string, TypedSchema> = description.components?.schemas ?? {};
  const parentsOf = (schema: TypedSchema): string[] =>
    isSchema(schema) && Array.isArray(schema.allOf) ? schema.allOf.flatMap(({ $ref }) => componentOf($ref) ?? []) : [];
  const parents = new Set(Object.values(schemas).flatMap(parentsOf));
  for (const [name, schema] of Object.entries(schemas)) {
    // The value of a child that has children is not its own alone.
    if (parents.has(name)) continue;
    for (const parent of parentsOf(schema)) {
      const { discriminator, oneOf, anyOf } = schemas[parent] ?? {};
      if (!isSchema(discriminator) || oneOf || anyOf) continue;
      const part = valuesOf(description, { $ref: componentPath + name }, discriminator);
      if (part) schema.allOf = [...(schema.allOf ?? []), part];
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

/** A schema that allows the values of an alternative; `undefined` where its own property says them or can have none of them. */
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

/** The schema of a property, in a schema or in a part of its `allOf`: the one that says its values, if any does. */
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
