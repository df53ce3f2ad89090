import { schemasForTheSame } from './schema-parts.js';
import type { Description, Schema } from '../types.js';

/**
 * Lists the JSON types that a schema allows, including those of its `allOf`, `anyOf` and `oneOf`.
 *
 * @returns `array`, `object` and so on. Empty if the schema names no type, or if its reference cannot be followed.
 */
export function possibleTypes(description: Description, schema: Schema | undefined): Set<string> {
  const parts = schemasForTheSame(description, schema ? [schema] : []);
  return new Set(
    parts.flatMap(({ type = [], nullable, properties, items }) =>
      [type, nullable ? 'null' : [], properties ? 'object' : [], items ? 'array' : []].flat(),
    ),
  );
}
