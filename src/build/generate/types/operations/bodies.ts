import { bodyKind, essenceOf } from '../../../../description/media-types.js';
import { unshared } from '../../../../description/json-value.js';
import { resolveIfPossible } from '../../../../description/references/resolve.js';
import { possibleTypes } from '../../../../description/schemas/possible-types.js';
import type { Description } from '../../../../description/types.js';
import { jsonInText } from '../../json-in-text.js';
import { blob, bytes, formData } from '../marked-types.js';
import { formOfParts } from './multipart.js';
import type { PlacedHolder, SchemaHolder } from '../schema-holders.js';
import type { TypedSchema } from '../subschemas.js';

const text: TypedSchema = { type: 'string' };

/**
 * Replaces references to media types in the components (OpenAPI 3.2), which openapi-typescript does not know.
 *
 * @param description The description; it is changed.
 * @param holders All holders of schemas in the description.
 */
export function mediaTypesInPlace(description: Description, holders: PlacedHolder[]): void {
  for (const { mediaType, holder } of holders) {
    if (mediaType === undefined || !('$ref' in holder)) continue;
    const target = resolveIfPossible<SchemaHolder>(description, holder);
    Reflect.deleteProperty(holder, '$ref');
    Object.assign(holder, unshared(target));
  }
}

/**
 * Replaces the schemas of bodies by what the client takes and returns for their media types. openapi-typescript takes the
 * type of a body from its schema only, and ignores the media type.
 *
 * @param description The description; it is changed.
 * @param holders All holders of schemas in the description.
 */
export function bodiesAsTheClientHasThem(description: Description, holders: PlacedHolder[]): void {
  for (const { direction, mediaType, holder } of holders) {
    if (mediaType === undefined) continue;
    const schema = direction === 'request' ? taken(description, mediaType, holder) : returned(description, mediaType, holder);
    if (schema) holder.schema = schema;
  }
}

/** The schema of what the client takes as a request body; `undefined` when it takes any value. */
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

/** Whether a value can be an object. Its properties are the fields of a form. */
function hasFields(description: Description, schema: TypedSchema | undefined): boolean {
  const types = possibleTypes(description, schema);
  return schema !== undefined && (types.size === 0 || types.has('object'));
}

/** The schema of what the client returns for a response body; `undefined` when that can be any value. */
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

/** The schema of a text body. Only that of `text/plain` describes the text itself: other text types have their own syntax. */
function textOf(description: Description, mediaType: string, schema: TypedSchema | undefined): TypedSchema {
  if (!schema || essenceOf(mediaType) !== 'text/plain') return text;
  const types = possibleTypes(description, schema);
  return types.size === 1 && types.has('string') ? schema : text;
}
