import { bodyKind } from '../../description/media-types.js';
import { decodePair } from '../../description/parameters/sent.js';
import type { Description, MediaType } from '../../description/types.js';
import { readMultipart } from './multipart.js';
import { sentPairs } from '../parameters/sent-pairs.js';
import { messageShape } from '../parameters/shape.js';
import { fieldReader } from './form-fields.js';
import { partsReader, type FormContent } from './form-parts.js';

/** Reads a form by its `Content-Type`; `undefined` when the bytes are no such form. */
export type ReadForm = (bytes: Uint8Array, contentType: string) => FormContent | undefined;

/**
 * Prepares the reading of forms and of other multipart bodies (OpenAPI 3.2.0, section 4.15): the text of their fields becomes
 * the values of the schema.
 */
export function formReader(description: Description, media: MediaType): ReadForm {
  const { schema, encoding = {} } = media;
  const readFields = fieldReader({ shape: messageShape(description, schema), encoding, decode: decodePair, place: ['body'] });
  const readParts = partsReader(description, media);
  return (bytes, contentType) => {
    const kind = bodyKind(contentType);
    if (kind !== 'form') {
      const parts = readMultipart(bytes, contentType);
      return parts && readParts(parts, kind === 'multipart');
    }
    try {
      return { ...readFields(sentPairs(Buffer.from(bytes).toString())), headers: [] };
    } catch {
      return undefined;
    }
  };
}
