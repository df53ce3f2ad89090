import { bodyKind, essenceOf } from '../../../description/media-types.js';
import { possibleTypes } from '../../../description/schemas/possible-types.js';
import type { Description } from '../../../description/types.js';
import { jsonInText } from '../json-in-text.js';
import { blob, bytes, formData } from './marked-types.js';
import { formOfParts } from './multipart.js';
import { schemaHolders, type SchemaHolder } from './schema-holders.js';
import type { TypedSchema } from './subschemas.js';

const text: TypedSchema = { type: 'string' };

/**
 * Changes the schemas of the bodies to what the client takes and returns for their media types. No release of
 * openapi-typescript does this: it types each body by its schema, whatever the media type.
 *
 * @param description It is changed.
 */
export function bodiesAsTheClientHasThem(description: Description): void {
  for (const { direction, mediaType, holder } of schemaHolders(description)) {
    if (mediaType === undefined) continue;
    const schema = direction === 'request' ? taken(description, mediaType, holder) : returned(description, mediaType, holder);
    if (schema) holder.schema = schema;
  }
}

/** What the client takes for a body; `undefined` where that is anything. */
function taken(description: Description, mediaType: string, holder: SchemaHolder): TypedSchema | undefined {
  const { schema } = holder;
  switch (bodyKind(mediaType)) {
    case 'json':
      return schema;
    case 'text': {
      const held = jsonInText(description, holder);
      return held ? { oneOf: [held, text] } : textOf(description, mediaType, schema);
    }
    case 'form':
      return hasFields(description, schema) ? schema : text;
    case 'multipart':
      return hasFields(description, schema) ? formOfParts(description, holder) : formData;
    case 'bytes':
      return bytes;
    case 'any':
      return schema && { anyOf: [schema, bytes] };
  }
}

/** Whether a value can be an object, whose members are the fields of a form. */
function hasFields(description: Description, schema: TypedSchema | undefined): boolean {
  const types = possibleTypes(description, schema);
  return schema !== undefined && (types.size === 0 || types.has('object'));
}

/** What the client returns for a body; `undefined` where that is anything. */
function returned(description: Description, mediaType: string, { schema }: SchemaHolder): TypedSchema | undefined {
  switch (bodyKind(mediaType)) {
    case 'json':
      return schema;
    case 'text':
    case 'form':
      return textOf(description, mediaType, schema);
    case 'multipart':
    case 'bytes':
      return blob;
    case 'any':
      return schema && { anyOf: [schema, text, blob] };
  }
}

/** A schema of plain text may say which text it is; other text is written in a syntax of its own. */
function textOf(description: Description, mediaType: string, schema: TypedSchema | undefined): TypedSchema {
  if (!schema || essenceOf(mediaType) !== 'text/plain') return text;
  const types = possibleTypes(description, schema);
  return types.size === 1 && types.has('string') ? schema : text;
}
