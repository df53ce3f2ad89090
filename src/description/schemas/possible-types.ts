import { schemaAt } from '../references/resolve.js';
import { listedSchemas } from './subschemas.js';
import type { Description, Schema } from '../types.js';

/**
 * Lists the JSON types that a schema allows, including those of its `allOf`, `anyOf` and `oneOf`.
 *
 * @returns `array`, `object` and so on. Empty if the schema names no type, or if its reference cannot be followed.
 */
export function possibleTypes(description: Description, schema: Schema | undefined): Set<string> {
  const seen = new Set<Schema>();
  const types = new Set<string>();
  function collect(part: Schema): void {
    // A recursive schema is visited once.
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
