import { isMatch } from '../../../../contract/schema/patterns/is-match.js';
import { isList, isObject } from '../../../../description/json-value.js';
import type { Bundled } from './generator-schema.js';
import { marked } from './keyword-names.js';
import type { GeneratorSchema } from './well-formed.js';

/** The deepest nesting that is searched. Real responses nest less, and a schema whose `allOf` contains itself has no end. */
const deepest = 200;

/**
 * Finds the schema of a part of a value.
 *
 * @param steps The path to the part: names of properties and indices of items.
 * @returns The schema. When several alternatives have one, the first. `undefined` when there is none.
 */
export function schemaPart(bundled: Bundled, schema: unknown, steps: string[], depth = 0): GeneratorSchema | undefined {
  if (!isObject(schema) || depth > deepest) return undefined;
  const found = followed(bundled, schema);
  const [step, ...rest] = steps;
  if (step === undefined) return found;
  const candidates = [
    ...inner(found, step).map((one) => ({ one, way: rest })),
    ...[found.allOf, found.anyOf, found.oneOf].flat().map((one) => ({ one, way: steps })),
  ];
  for (const { one, way } of candidates) {
    const part = schemaPart(bundled, one, way, depth + 1);
    if (part) return part;
  }
  return undefined;
}

function followed(bundled: Bundled, schema: GeneratorSchema): GeneratorSchema {
  const { $ref } = schema;
  return typeof $ref === 'string' ? (bundled[$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
}

/** The schemas of a property or an item in the schema itself, without its `allOf`, `anyOf` and `oneOf`. */
function inner(schema: GeneratorSchema, step: string): unknown[] {
  const { properties = {}, patternProperties = {}, items, additionalItems, additionalProperties } = schema;
  const name = marked(step);
  if (Object.hasOwn(properties, name)) return [properties[name]];
  if (isList(items)) return [items[Number(step)] ?? additionalItems];
  if (items !== undefined) return [items];
  return [
    ...Object.entries(patternProperties).flatMap(([pattern, one]) => (isMatch(pattern, step) ? [one] : [])),
    additionalProperties,
  ];
}
