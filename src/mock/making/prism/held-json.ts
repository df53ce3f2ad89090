import { isJson } from '../../../description/media-types.js';
import { writeJson } from '../../../description/write-json.js';
import { parseJson } from '../../../contract/body/body.js';
import { isObject } from '../../../description/json-value.js';
import { partAt } from './schema/all-parts.js';
import { valueOf, type Making } from './repaired-value.js';
import type { GeneratorSchema } from './schema/well-formed.js';

/**
 * Puts JSON into the texts of a value that are to hold some (`contentMediaType` with `contentSchema`): Prism makes them as
 * any text. A text that is JSON already stays.
 */
export function withHeldJson(value: unknown, schema: GeneratorSchema, making: Making): unknown {
  const inner = (part: unknown, step: string): unknown => {
    const found = partAt(making.operation.__bundled__ ?? {}, schema, [step]);
    return found ? withHeldJson(part, found, making) : part;
  };
  if (Array.isArray(value)) return value.map((item, index) => inner(item, String(index)));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(part, name)]));
  const { contentSchema, contentMediaType } = schema;
  if (typeof value !== 'string' || !isObject(contentSchema)) return value;
  if (typeof contentMediaType !== 'string' || !isJson(contentMediaType) || parseJson(value).violations.length === 0) return value;
  const held = valueOf(contentSchema, making, { dynamic: true, seed: making.seed ?? 'held' });
  return held === undefined ? value : writeJson(held);
}
