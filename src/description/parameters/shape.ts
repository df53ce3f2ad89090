import { schemaAt } from '../references/resolve.js';
import { isSchema, listedSchemas, namedSchemas } from '../schemas/subschemas.js';
import type { Description, Schema } from '../types.js';

/** What a schema says of the values that a text can stand for; all that holds of a value is left to a validator. */
export interface Shape {
  /** The JSON types of its values, `integer` beside `number`; empty where it does not say. */
  types: ReadonlySet<string>;
  /** The values that it lists; `undefined` where it lists none. */
  listed: unknown[] | undefined;
  /** The names of the members that it describes one by one. */
  names: ReadonlySet<string>;
  /** Whether it describes members of other names. */
  isOpen: boolean;
  /** The value that a text is as JSON; nothing where it is none. */
  json: (text: string) => unknown[];
  /** What it says of a member. */
  member: (name: string) => Shape;
  /** What it says of an item of a list. */
  item: (index: number) => Shape;
}

/** How texts are compared and parsed. They come from outside: a caller with bounds sets its own here. */
export interface TextRules {
  /** Whether a name matches a pattern of `patternProperties`. */
  matches: (pattern: string, name: string) => boolean;
  /** The value that a text is as JSON; nothing where it is none. */
  json: (text: string) => unknown[];
}

/**
 * Tells what values a schema is for, the parts and alternatives that it is composed of included.
 *
 * @returns A shape that says nothing where there is no schema; a reference that cannot be followed says nothing either.
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

/** The schemas with what their references lead to and what they are composed of, each once. */
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
  // What clients name is without end.
  if (known.size < 1000) known.set(key, shape);
  return shape;
}
