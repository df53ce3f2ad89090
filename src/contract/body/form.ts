import { bodyKind, essenceOf } from '../../description/media-types.js';
import { onceFor } from '../../description/once-for.js';
import { decodePair } from '../../description/parameters/sent.js';
import { violation } from '../message/violation.js';
import { sentPairs } from '../parameters/sent-pairs.js';
import { fieldReader } from './form-fields.js';
import { partsReader, type FormContent } from './form-parts.js';
import type { ContractMedia } from './media.js';
import { readMultipart } from './multipart.js';

/** Reads a form by its `Content-Type`; `undefined` if the bytes are not such a form. */
type ReadForm = (bytes: Uint8Array, contentType: string) => FormContent | undefined;

/** Whether a media type is a form or another kind of multipart. */
export function isForm(mediaType: string): boolean {
  return bodyKind(mediaType) === 'form' || essenceOf(mediaType).startsWith('multipart/');
}

/**
 * Reads a form, or another multipart body, by the schema and the Encoding Objects of its media type (OpenAPI 3.2.0, section
 * 4.15). The texts of the fields are converted to the types of the schema.
 *
 * @param contentType The `Content-Type` header.
 * @returns The content. Its value is `undefined` if the bytes are not a form.
 */
export function readForm(media: ContractMedia, bytes: Uint8Array, contentType: string): FormContent {
  const problem = violation(['body'], 'format', 'cannot be read as its media type.');
  return readerOf(media)(bytes, contentType) ?? { value: undefined, violations: [problem], headers: [] };
}

const readerOf = onceFor((contract: ContractMedia): ReadForm => {
  const { shape, media } = contract;
  const readFields = fieldReader({ shape, encoding: media.encoding ?? {}, decode: decodePair, place: ['body'] });
  const readParts = partsReader(contract);
  // Before OpenAPI 3.2, the parts of any multipart body were described as the properties of an object.
  const isOfFields = shape.types.has('object') && !shape.types.has('array');
  return (bytes, contentType) => {
    const kind = bodyKind(contentType);
    if (kind !== 'form') {
      const parts = readMultipart(bytes, contentType);
      return parts && readParts(parts, kind === 'multipart' || isOfFields);
    }
    try {
      return { ...readFields(sentPairs(Buffer.from(bytes).toString())), headers: [] };
    } catch {
      return undefined;
    }
  };
});
