import { writeJson } from '../../../description/write-json.js';
import { namedSchemas } from '../../../description/schemas/subschemas.js';
import type { Description } from '../../../description/types.js';
import { noProperties } from './marked-types.js';
import { mapAllSchemas, type PlacedHolder } from './schema-holders.js';
import { isSchema, type TypedSchema } from './subschemas.js';

/**
 * Widens the type of additional properties, so that it also covers the named properties. TypeScript requires this, since an
 * index signature applies to all properties. openapi-typescript 7 makes an intersection of both, which rejects valid values.
 *
 * @param description The description; it is changed.
 * @param holders All holders of schemas in the description.
 */
export function mapsBesideProperties(description: Description, holders: PlacedHolder[]): void {
  mapAllSchemas(description, holders, (schema) => {
    const { properties, additionalProperties: further, patternProperties } = schema;
    const named = Object.values(namedSchemas(properties));
    const patterns = Object.values(namedSchemas(patternProperties));
    if (named.length === 0 && patterns.length === 0) {
      return further === false && schema.type === 'object' ? { ...schema, ...noProperties } : schema;
    }
    const isTyped = isSchema(further) && Object.keys(further).length > 0;
    if (!isTyped && patternProperties === undefined) return schema;
    const { patternProperties: _, ...others } = schema;
    if (!isTyped && (patterns.length === 0 || further === true || isSchema(further))) return others;
    const all = new Map([...(isTyped ? [further] : []), ...patterns, ...named].map((one) => [typeOf(one), one]));
    const values = [...all.values()];
    const [first] = values;
    return { ...others, additionalProperties: values.length === 1 && first ? first : { anyOf: values } };
  });
}

/** Keywords that do not change the type. */
const beside = new Set([
  'title',
  'description',
  'default',
  'example',
  'examples',
  'format',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

/** A key for the type of a schema: the keywords that define the type, as JSON. */
function typeOf(schema: TypedSchema): string {
  if (!isSchema(schema)) return writeJson(schema);
  return writeJson(Object.entries(schema).filter(([keyword]) => !beside.has(keyword)));
}
