import type { Schemas } from '../../../contract/schema/schemas.js';
import type { MadeOutput, PrismHeader } from './prism-types.js';
import { brokenBy, repairedValue, valueOf, type Making } from './repaired-value.js';

/**
 * Makes the headers that Prism makes from a schema valid by it, and those that it does not make: a list, an object, a truth
 * value, and what has no type. An example is the author's and stays as it is.
 *
 * @param made What Prism made.
 * @returns The headers that differ from that; `undefined` for one that no valid value is found for.
 */
export function validHeaders(schemas: Schemas, made: MadeOutput['headers'], making: Making): Record<string, unknown> {
  const [{ headers }] = making.operation.responses;
  const fromSchemas = headers.filter(({ examples, schema }) => examples.length === 0 && !schema.examples?.length);
  return Object.fromEntries(fromSchemas.map((header) => [header.name, validHeader(schemas, header, made[header.name], making)]));
}

function validHeader(schemas: Schemas, { schema, pointer }: PrismHeader, made: unknown, making: Making): unknown {
  const known = made ?? valueOf(schema, making, {});
  // What has no type may be a text, as each header is one.
  const value = known ?? (schema.type === undefined ? 'string' : undefined);
  return repairedValue(value, schema, (one) => brokenBy(schemas, pointer, one), making);
}
