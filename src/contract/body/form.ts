import { bodyKind, essenceOf } from '../../description/media-types.js';
import type { ContractMedia } from './media.js';
import { pointerTo } from '../../description/pointer.js';
import { violation, type Violation } from '../message/violation.js';
import type { Schemas } from '../schema/schemas.js';
import { formReader, type ReadForm } from './form-reader.js';
import type { FormContent } from './form-parts.js';
import { parameterViolations } from '../parameters/parameter-violations.js';

/** The readers of forms, prepared once. */
const prepared = new WeakMap<ContractMedia, ReadForm>();

/** Whether the bodies of a media type are forms, or bodies of several parts. */
export function isForm(mediaType: string | undefined): boolean {
  return mediaType !== undefined && (bodyKind(mediaType) === 'form' || essenceOf(mediaType).startsWith('multipart/'));
}

/**
 * Reads a form by the schema and the encoding of its media type.
 *
 * @param contentType The header field of the form.
 * @returns What it holds; the value is `undefined` where the bytes are no form.
 */
export function readFormBody(media: ContractMedia, bytes: Uint8Array, contentType: string): FormContent {
  const read = prepared.get(media) ?? formReader(media.description, media.media);
  prepared.set(media, read);
  const problem = violation(['body'], 'format', 'cannot be read as its media type.');
  return read(bytes, contentType) ?? { value: undefined, violations: [problem], headers: [] };
}

/** Holds the headers of the parts of a form to their schemas. */
export function partHeaderViolations(schemas: Schemas, media: ContractMedia, headers: FormContent['headers']): Violation[] {
  const pointers = new Map(headers.map(({ parameter, fields }) => [parameter, `${media.pointer}${pointerTo(...fields)}/schema`]));
  return parameterViolations(schemas, pointers, headers, 'request');
}
