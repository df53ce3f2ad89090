import { namedSchemas } from '../../../description/schemas/subschemas.js';
import type { Description } from '../../../description/types.js';
import { noProperties } from './marked-types.js';
import { mapAllSchemas } from './schema-holders.js';
import { isSchema, type TypedSchema } from './subschemas.js';

/**
 * Lets the type of further properties hold for the named ones, too: TypeScript demands it, as it has no type for all
 * properties but some. For openapi-typescript 7, whose intersection of both refuses each valid value.
 *
 * @param description It is changed.
 */
export function mapsBesideProperties(description: Description): void {
  mapAllSchemas(description, (schema) => {
    const { properties, additionalProperties: further, patternProperties, ...rest } = schema;
    const named = Object.values(namedSchemas(properties));
    const patterns = Object.values(namedSchemas(patternProperties));
    if (named.length === 0 && patterns.length === 0) {
      return further === false && schema.type === 'object' ? { ...rest, ...noProperties } : schema;
    }
    const isTyped = isSchema(further) && Object.keys(further).length > 0;
    if (!isTyped && (patterns.length === 0 || further === true || isSchema(further))) {
      const { patternProperties: _, ...others } = schema;
      return others;
    }
    const all = new Map([...(isTyped ? [further] : []), ...patterns, ...named].map((one) => [typeOf(one), one]));
    const values = [...all.values()];
    const [first] = values;
    return {
      ...rest,
      ...(properties && { properties }),
      additionalProperties: values.length === 1 && first ? first : { anyOf: values },
    };
  });
}

/** Keywords that make no type. */
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

/** What of a schema makes its type. */
function typeOf(schema: TypedSchema): string {
  if (!isSchema(schema)) return JSON.stringify(schema);
  return JSON.stringify(Object.entries(schema).filter(([keyword]) => !beside.has(keyword)));
}
