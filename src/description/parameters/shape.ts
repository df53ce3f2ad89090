import { schemaAt } from '../references/resolve.js';
import { isSchema, listedSchemas, namedSchemas } from '../schemas/subschemas.js';
import type { Description, Schema } from '../types.js';

/** The parts of a schema that are needed to read a value from a text. The validator checks the value itself. */
export interface Shape {
  /** The JSON types of its values, with `integer` as a type of its own. Empty if the schema does not say. */
  types: ReadonlySet<string>;
  /** The values that it lists (`enum`, `const`); `undefined` if it lists none. */
  listed: unknown[] | undefined;
  /** The names of its `properties`. */
  names: ReadonlySet<string>;
  /** Whether members with other names are allowed. */
  isOpen: boolean;
  /** Parses JSON. Returns a list with the value, or an empty list for invalid JSON. */
  json: (text: string) => unknown[];
  /** The shape of a member. */
  member: (name: string) => Shape;
  /** The shape of an item of a list. */
  item: (index: number) => Shape;
}

/** How to match and parse texts. They come from outside, so the caller can pass functions with bounds. */
export interface TextRules {
  /** Whether a name matches a pattern of `patternProperties`. */
  matches: (pattern: string, name: string) => boolean;
  /** Parses JSON. Returns a list with the value, or an empty list for invalid JSON. */
  json: (text: string) => unknown[];
}

/**
 * The shape of a schema, including its `allOf`, `anyOf` and `oneOf`.
 *
 * @returns A shape without any constraint if there is no schema, or if its reference cannot be followed.
 */
export function shapeOf(description: Description, schema: Schema | undefined, rules: TextRules): Shape {
  return shapeOfAll(description, schema === undefined ? [] : [schema], rules);
}

function shapeOfAll(description: Description, schemas: Schema[], rules: TextRules): Shape {
  const parts = partsOf(description, schemas);
  const listed = parts.flatMap(listedValues);
  const names = new Set(parts.flatMap(({ properties }) => Object.keys(namedSchemas(properties))));
  const members = new Map<string, Shape>();
  const items = new Map<number, Shape>();
  return {
    types: new Set(parts.flatMap(typesOf)),
    listed: listed.length > 0 ? listed : undefined,
    names,
    isOpen: parts.some(
      ({ patternProperties, additionalProperties = names.size === 0 }) =>
        patternProperties !== undefined || additionalProperties !== false,
    ),
    json: rules.json,
    member: (name) => remembered(members, name, () => shapeOfAll(description, parts.flatMap(membersNamed(name, rules)), rules)),
    item: (index) => remembered(items, index, () => shapeOfAll(description, parts.flatMap(itemsAt(index)), rules)),
  };
}

/** The schemas, the targets of their references and their subschemas in `allOf`, `anyOf` and `oneOf`, each once. */
function partsOf(description: Description, schemas: Schema[]): Schema[] {
  const parts = new Set<Schema>();
  const collect = (part: Schema | undefined): void => {
    if (!isSchema(part) || parts.has(part)) return;
    parts.add(part);
    if (typeof part.$ref === 'string') collect(schemaAt(description, part.$ref));
    for (const key of ['allOf', 'anyOf', 'oneOf'] as const) for (const inner of listedSchemas(part[key])) collect(inner);
  };
  for (const schema of schemas) collect(schema);
  return [...parts];
}

function typesOf(part: Schema): string[] {
  const { type, nullable, properties, items, prefixItems, additionalProperties, patternProperties } = part;
  if (type !== undefined) return [type, nullable ? 'null' : []].flat();
  const listed = listedValues(part);
  if (listed.length > 0) return listed.map(typeOf);
  const isObject = properties ?? patternProperties ?? (typeof additionalProperties === 'object' || undefined);
  return [...(isObject ? ['object'] : []), ...((items ?? prefixItems) ? ['array'] : [])];
}

function listedValues(part: Schema): unknown[] {
  if (Array.isArray(part.enum)) return part.enum;
  return 'const' in part ? [part.const] : [];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const membersNamed =
  (name: string, { matches }: TextRules) =>
  ({ properties, patternProperties, additionalProperties }: Schema): Schema[] => {
    const described = namedSchemas(properties);
    const own = Object.hasOwn(described, name) ? described[name] : undefined;
    const matching = Object.entries(namedSchemas(patternProperties)).flatMap(([pattern, one]) =>
      matches(pattern, name) ? [one] : [],
    );
    const found = own ? [own, ...matching] : matching;
    return found.length > 0 || typeof additionalProperties !== 'object' ? found : [additionalProperties];
  };

const itemsAt =
  (index: number) =>
  ({ prefixItems, items }: Schema): Schema[] => {
    const found = listedSchemas(prefixItems)[index] ?? items;
    return found ? [found] : [];
  };

function remembered<Key>(known: Map<Key, Shape>, key: Key, make: () => Shape): Shape {
  const shape = known.get(key) ?? make();
  // Clients can send any number of names, so the memory is bounded.
  if (known.size < 1000) known.set(key, shape);
  return shape;
}
