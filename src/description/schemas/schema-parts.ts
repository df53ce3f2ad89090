import { schemaAt } from '../references/resolve.js';
import type { Description, Schema } from '../types.js';
import { isSchema, listedSchemas } from './subschemas.js';

/**
 * Lists the schemas that apply to a value at once: the schema itself, the target of its reference, and the parts of its
 * `allOf`, each once. Earlier ones take precedence. In OpenAPI 3.0, keywords beside a reference are ignored.
 *
 * @returns Empty for `true` and `false`.
 */
export function schemaParts(description: Description, schema: Schema | undefined): Schema[] {
  const parts = new Set<Schema>();
  const replaced = new Set<Schema>();
  const standsAlone = description.openapi.startsWith('3.0');
  const collect = (part: Schema | undefined): void => {
    if (!isSchema(part) || parts.has(part)) return;
    parts.add(part);
    if (typeof part.$ref === 'string') {
      if (standsAlone) replaced.add(part);
      collect(schemaAt(description, part.$ref));
    }
    if (!replaced.has(part)) listedSchemas(part.allOf).forEach(collect);
  };
  collect(schema);
  return [...parts].filter((part) => !replaced.has(part));
}

/** Schemas, the targets of their references and their subschemas in `allOf`, `anyOf` and `oneOf`, each once. */
export function schemasForTheSame(description: Description, schemas: Schema[]): Schema[] {
  const found = new Set<Schema>();
  const collect = (schema: Schema | undefined): void => {
    if (!isSchema(schema) || found.has(schema)) return;
    found.add(schema);
    if (typeof schema.$ref === 'string') collect(schemaAt(description, schema.$ref));
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) listedSchemas(schema[keyword]).forEach(collect);
  };
  schemas.forEach(collect);
  return [...found];
}
