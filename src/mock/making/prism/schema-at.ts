import { resolve } from '../../../description/resolve.js';
import type { Description, Schema } from '../../../description/types.js';

/** A schema nests as deep as this in no response; one that contains itself as its own part has no end. */
const deepest = 200;

/**
 * Finds the schema of a part of a value.
 *
 * @param document What the references of the schema point into.
 * @param schema The schema of the whole value.
 * @param steps The way to the part: names of properties and indices of items.
 * @returns The schema, the first where several alternatives describe the part; nothing where none does.
 * @throws Error when a reference cannot be followed.
 */
export function schemaAt(
  document: Description,
  schema: Schema | boolean | undefined,
  steps: string[],
  depth = 0,
): Schema | undefined {
  if (typeof schema !== 'object' || depth > deepest) return undefined;
  const found = resolve<Schema>(document, schema);
  const [step, ...rest] = steps;
  if (step === undefined) return found;
  const { properties = {}, items, additionalProperties, allOf = [], anyOf = [], oneOf = [] } = found;
  const inner = [Object.hasOwn(properties, step) ? properties[step] : (items ?? additionalProperties)];
  const candidates = [
    ...inner.map((one) => ({ one, way: rest })),
    ...[...allOf, ...anyOf, ...oneOf].map((one) => ({ one, way: steps })),
  ];
  for (const { one, way } of candidates) {
    const part = schemaAt(document, one, way, depth + 1);
    if (part) return part;
  }
  return undefined;
}
