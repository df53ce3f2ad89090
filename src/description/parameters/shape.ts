import { onceForFirst } from '../once-for.js';
import { schemasForTheSame } from '../schemas/schema-parts.js';
import { listedSchemas, namedSchemas } from '../schemas/subschemas.js';
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

/** The most members and items of a shape that are kept: clients can send any number of names. */
const mostKnown = 1000;

/**
 * The shape of a schema, including its `allOf`, `anyOf` and `oneOf`.
 *
 * @returns A shape without any constraint if there is no schema, or if its reference cannot be followed.
 */
export function shapeOf(description: Description, schema: Schema | undefined, rules: TextRules): Shape {
  return shapeOfAll(description, schema === undefined ? [] : [schema], rules);
}

function shapeOfAll(description: Description, schemas: Schema[], rules: TextRules): Shape {
  const parts = schemasForTheSame(description, schemas);
  const listed = parts.flatMap(listedValues);
  const names = new Set(parts.flatMap(({ properties }) => Object.keys(namedSchemas(properties))));
  return {
    types: new Set(parts.flatMap(typesOf)),
    listed: listed.length > 0 ? listed : undefined,
    names,
    isOpen: parts.some(
      ({ patternProperties, additionalProperties = names.size === 0 }) =>
        patternProperties !== undefined || additionalProperties !== false,
    ),
    json: rules.json,
    member: onceForFirst(mostKnown, (name) => shapeOfAll(description, parts.flatMap(membersNamed(name, rules)), rules)),
    item: onceForFirst(mostKnown, (index) => shapeOfAll(description, parts.flatMap(itemsAt(index)), rules)),
  };
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
