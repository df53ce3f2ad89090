import { holdsJson } from '../../description/media-types.js';
import type { Shape } from '../../description/parameters/shape.js';
import { resolveIfPossible } from '../../description/resolve.js';
import type { Description, MediaType, Schema } from '../../description/types.js';
import { messageShape } from '../parameters/shape.js';

/** A documented media type of a body, and where the schemas of its bodies are. */
export interface ContractMedia {
  /** As the description gives it, wildcards and parameters included. */
  mediaType: string;
  description: Description;
  media: MediaType;
  /** The JSON Pointer to the Media Type Object. */
  pointer: string;
  /** The JSON Pointer to the schema. */
  schema?: string;
  /** The JSON Pointer to the schema of each item of a sequence (OpenAPI 3.2). */
  itemSchema?: string;
  /** The JSON Pointer to the schema of the JSON that a body of text holds: `contentSchema` beside `contentMediaType`. */
  contentSchema?: string;
  /** Whether a body of text holds JSON: `contentMediaType` in its schema. */
  holdsJson: boolean;
  /** What the schema says of the values that a body of text can stand for. */
  shape: Shape;
}

/**
 * Prepares a media type of a body.
 *
 * @param pointer The JSON Pointer to the Media Type Object.
 */
export function contractMedia(description: Description, mediaType: string, media: MediaType, pointer: string): ContractMedia {
  const schema = media.schema === undefined ? undefined : resolveIfPossible<Schema>(description, media.schema);
  const isJsonText = schema !== undefined && holdsJson(schema);
  return {
    mediaType,
    description,
    media,
    pointer,
    ...(media.schema !== undefined && { schema: `${pointer}/schema` }),
    ...(media.itemSchema !== undefined && { itemSchema: `${pointer}/itemSchema` }),
    ...(isJsonText && schema.contentSchema !== undefined && { contentSchema: `${pointer}/schema/contentSchema` }),
    holdsJson: isJsonText,
    shape: messageShape(description, media.schema),
  };
}
