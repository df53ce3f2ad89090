import { holdsJson } from '../../description/media-types.js';
import { resolve } from '../../description/references/resolve.js';
import type { Description, MediaType, Schema } from '../../description/types.js';

/**
 * The schema of the JSON in a text body (`contentMediaType` and `contentSchema`, JSON Schema 2020-12, section 8);
 * `undefined` when the text is not documented as JSON with a schema.
 */
export function jsonInText(description: Description, { schema }: MediaType): Schema | undefined {
  if (!schema) return undefined;
  const resolved = resolve<Schema>(description, schema);
  return holdsJson(resolved) ? resolved.contentSchema : undefined;
}
