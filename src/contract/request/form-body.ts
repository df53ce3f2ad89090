import { bodyKind, essenceOf } from '../../description/media-types.js';
import type { ContractMedia } from '../message/media.js';
import { pointerTo } from '../message/pointer.js';
import { violation, type Violation } from '../message/violation.js';
import type { Schemas } from '../schema/schemas.js';
import { formReader, type ReadForm } from './forms/form-reader.js';
import { parameterViolations } from './parameter-violations.js';

/** What a form holds, and what of it is wrong beside its values. */
export interface ReadFormBody {
  /** `undefined` where the bytes are no form. */
  value: unknown;
  violations: Violation[];
}

/** The readers of forms, prepared once. */
const prepared = new WeakMap<ContractMedia, ReadForm>();

/** Whether the bodies of a media type are forms, or bodies of several parts. */
export function isForm(mediaType: string | undefined): boolean {
  return mediaType !== undefined && (bodyKind(mediaType) === 'form' || essenceOf(mediaType).startsWith('multipart/'));
}

/**
 * Reads a form by the schema and the encoding of its media type, and holds the headers of its parts to their schemas.
 *
 * @param contentType The header field of the form.
 */
export async function readFormBody(
  schemas: Schemas,
  media: ContractMedia,
  bytes: Uint8Array,
  contentType: string,
): Promise<ReadFormBody> {
  const read = prepared.get(media) ?? formReader(media.description, media.media);
  prepared.set(media, read);
  const form = read(bytes, contentType);
  if (!form) return { value: undefined, violations: [violation(['body'], 'format', 'cannot be read as its media type.')] };
  const { value, violations, headers } = form;
  const pointers = new Map(headers.map(({ parameter, fields }) => [parameter, `${media.pointer}${pointerTo(...fields)}/schema`]));
  return { value, violations: [...violations, ...(await parameterViolations(schemas, pointers, headers, 'request'))] };
}
