import type { Description } from '../../../description/types.js';
import { followed, isSchema, mapSchema, type TypedSchema } from './subschemas.js';
import { mapAllSchemas, type PlacedHolder } from './schema-holders.js';

const componentPath = '#/components/schemas/';
/** The keywords beside a reference that define a type. alternatives.ts handles `anyOf` and `oneOf`. */
const typing = [
  'properties',
  'required',
  'items',
  'prefixItems',
  'enum',
  'const',
  'additionalProperties',
  'patternProperties',
  'allOf',
] as const;

/**
 * Makes each reference to a schema point to a component schema. A schema that is elsewhere, for example in `$defs`, `items`
 * or `allOf`, is copied to the components. openapi-typescript 7 reads the steps of a JSON Pointer as names of properties, and
 * `$defs` as a property.
 *
 * @param description The description; it is changed.
 * @param holders All holders of schemas in the description.
 */
export function referencesToComponents(description: Description, holders: PlacedHolder[]): void {
  const components = (description.components ??= {});
  // References are resolved in the original, because changed schemas have no `$defs` any more.
  const original: Description = { ...description, components: { ...components } };
  const names = new Map<string, string>();
  const added: Record<string, TypedSchema> = {};
  const change = (schema: TypedSchema): TypedSchema => {
    const rest = withoutDefs(schema);
    const { $ref } = rest;
    if (typeof $ref !== 'string' || !isElsewhere($ref)) return rest;
    const known = names.get($ref);
    if (known !== undefined) return { ...rest, $ref: componentPath + known };
    const name = nameOf($ref, [components.schemas ?? {}, added]);
    names.set($ref, name);
    added[name] = {};
    added[name] = mapSchema(followed(original, { $ref }), change);
    return { ...rest, $ref: componentPath + name };
  };
  mapAllSchemas(description, holders, change);
  if (names.size > 0) components.schemas = { ...components.schemas, ...added };
}

function withoutDefs(schema: TypedSchema): TypedSchema {
  if (schema.$defs === undefined) return schema;
  const { $defs: _, ...rest } = schema;
  return rest;
}

function isElsewhere($ref: string): boolean {
  return $ref.startsWith('#/') && !/^#\/components\/schemas\/[^/]+$/.test($ref);
}

/** A component name from a JSON Pointer, such as `Order_item` for `#/components/schemas/Order/$defs/item`. */
function nameOf($ref: string, taken: object[]): string {
  const steps = $ref.split('/').slice($ref.startsWith(componentPath) ? 3 : 1);
  const words = steps.filter((step) => !['$defs', 'properties', 'schema'].includes(step));
  let name = words.map((word) => decodeURIComponent(word).replaceAll(/~[01]|[^\w.-]+/g, '')).join('_');
  while (taken.some((names) => Object.hasOwn(names, name))) name += '_';
  return name;
}

/**
 * Combines a reference and the keywords beside it in an `allOf`. From OpenAPI 3.1 on, both apply; in 3.0, the keywords are
 * ignored. openapi-typescript 7 always ignores them.
 *
 * @param description The description; it is changed.
 * @param holders All holders of schemas in the description.
 */
export function referencesBesideTheRest(description: Description, holders: PlacedHolder[]): void {
  if (description.openapi.startsWith('3.0')) return;
  mapAllSchemas(description, holders, (schema) => {
    if (schema.$ref === undefined) return schema;
    const beside = Object.fromEntries(typing.flatMap((key) => (key in schema ? [[key, schema[key]]] : [])));
    if (Object.keys(beside).length === 0) return schema;
    const { $ref, allOf = [], ...others } = schema;
    const rest = Object.fromEntries(Object.entries(others).filter(([key]) => !(key in beside)));
    const { allOf: _, ...own } = beside;
    const parts =
      Object.keys(own).length > 0 ? [{ $ref }, ...allOf.filter(isSchema), own] : [{ $ref }, ...allOf.filter(isSchema)];
    return { ...rest, allOf: parts };
  });
}
