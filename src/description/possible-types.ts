import { resolveIfPossible } from './resolve.js';
import { listedSchemas } from './subschemas.js';
import type { Description, Schema } from './types.js';

/**
 * Lists the JSON types that a schema lets a value have, those of its alternatives and its parts included.
 *
 * @returns `array`, `object` and so on; nothing where the schema does not say, or refers to what cannot be found.
 */
export function possibleTypes(description: Description, schema: Schema | undefined): Set<string> {
  const seen = new Set<Schema>();
  const types = new Set<string>();
  function collect(reference: Schema): void {
    const { type = [], nullable, properties, items, allOf, anyOf, oneOf } = found(reference);
    const said = [type, nullable ? 'null' : [], properties ? 'object' : [], items ? 'array' : []].flat();
    for (const one of said) types.add(one);
    for (const part of [allOf, anyOf, oneOf].flatMap(listedSchemas)) collect(part);
  }
  function found(reference: Schema): Schema {
    const one = resolveIfPossible<Schema>(description, reference);
    // A schema that contains itself says nothing more the second time.
    if (!one || seen.has(one)) return {};
    seen.add(one);
    return one;
  }
  if (schema) collect(schema);
  return types;
}
