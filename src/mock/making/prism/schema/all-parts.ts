import { isMatch } from '../../../../contract/schema/patterns/is-match.js';
import { isList, isObject, listOf } from '../../../../description/json-value.js';
import type { Bundled } from './generator-schema.js';
import { marked } from './keyword-names.js';
import type { GeneratorSchema } from './well-formed.js';

/** Chooses among the alternatives of `oneOf` or `anyOf`. */
export type Choose = (alternatives: unknown[]) => unknown[];

const none: Choose = () => [];

/**
 * Lists the schemas that apply to a value together: a schema, its `allOf` and the chosen alternatives. None of them is a
 * reference, and their `allOf`, `anyOf` and `oneOf` are in the list.
 *
 * @param choose Chooses the alternative to list. Default: none is listed.
 */
export function allParts(bundled: Bundled, schema: unknown, choose: Choose = none): GeneratorSchema[] {
  const parts = new Set<GeneratorSchema>();
  const add = (one: unknown): void => {
    const part = followed(bundled, one);
    // An "allOf" may contain itself.
    if (!isObject(part) || parts.has(part)) return;
    parts.add(part);
    const chosen = [part.oneOf, part.anyOf].flatMap((one) => (isList(one) ? choose(one) : []));
    for (const inner of [...chosen, ...listOf(part.allOf)]) add(inner);
  };
  add(schema);
  return [...parts];
}

/** The target of a reference to the bundle; any other schema as it is. */
export function followed(bundled: Bundled, schema: unknown): unknown {
  const reference = isObject(schema) ? schema.$ref : undefined;
  return typeof reference === 'string' ? (bundled[reference.split('/').at(-1) ?? ''] ?? {}) : schema;
}

/** The schemas of a property, given the schemas of its object. `undefined` if one of them forbids it. */
export function propertySchemas(parts: GeneratorSchema[], name: string): unknown[] | undefined {
  const found = parts.flatMap((part) => propertyOf(part, name));
  return found.includes(false) ? undefined : found.filter(isObject);
}

function propertyOf({ properties = {}, patternProperties = {}, additionalProperties }: GeneratorSchema, name: string): unknown[] {
  const key = marked(name);
  const matching = Object.entries(patternProperties).flatMap(([pattern, one]) => (isMatch(pattern, name) ? [one] : []));
  const described = [...(Object.hasOwn(properties, key) ? [properties[key]] : []), ...matching];
  return described.length > 0 ? described : [additionalProperties];
}

/** The schemas of an item, given the schemas of its list. `undefined` if one of them forbids it. */
export function itemSchemas(parts: GeneratorSchema[], index: number): unknown[] | undefined {
  const found = parts.map(({ items, additionalItems }) => (isList(items) ? (items[index] ?? additionalItems) : items));
  return found.includes(false) ? undefined : found.filter(isObject);
}

/**
 * The schemas of the part of a value at a path.
 *
 * @param steps The path to the part: names of properties and indices of items.
 * @param choose Which alternatives to follow. Default: the first, so that the schemas apply together.
 */
export function partsAt(bundled: Bundled, schema: unknown, steps: string[], choose: Choose = ([first]) => [first]): unknown[] {
  return steps.reduce<unknown[]>(
    (schemas, step) => {
      const parts = schemas.flatMap((one) => allParts(bundled, one, choose));
      const isItem = /^\d+$/.test(step) && parts.some(({ items }) => items !== undefined);
      return [...new Set((isItem ? itemSchemas(parts, Number(step)) : propertySchemas(parts, step)) ?? [])];
    },
    [schema],
  );
}

/** The schema of the part of a value at a path. When several alternatives have one, the first. `undefined` when there is none. */
export function partAt(bundled: Bundled, schema: unknown, steps: string[]): GeneratorSchema | undefined {
  const found = followed(bundled, partsAt(bundled, schema, steps, (alternatives) => alternatives)[0]);
  return isObject(found) ? found : undefined;
}
