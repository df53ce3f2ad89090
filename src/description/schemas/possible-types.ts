import { schemaAt } from '../references/resolve.js';
import { listedSchemas } from './subschemas.js';
import type { Description, Schema } from '../types.js';

/**
 * Lists the JSON types that a schema lets a value have, those of its alternatives and its parts included.
 *
 * @returns `array`, `object` and so on; nothing where the schema does not say, or refers to what cannot be found.
 */
export function possibleTypes(description: Description, schema: Schema | undefined): Set<string> {
  const seen = new Set<Schema>();
  const types = new Set<string>();
  function collect(part: Schema): void {
    // A schema that contains itself says nothing more the second time.
    if (seen.has(part)) return;
    seen.add(part);
    const { $ref, type = [], nullable, properties, items, allOf, anyOf, oneOf } = part;
    const said = [type, nullable ? 'null' : [], properties ? 'object' : [], items ? 'array' : []].flat();
    for (const one of said) types.add(one);
    if (typeof $ref === 'string') collect(schemaAt(description, $ref));
    for (const inner of [allOf, anyOf, oneOf].flatMap(listedSchemas)) collect(inner);
  }
  if (schema) collect(schema);
  return types;
}
