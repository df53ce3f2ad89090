import { isJson } from '../../description/media-types.js';
import { readBody } from '../body/body.js';
import { bodyFormWarnings } from '../body/body-form.js';
import { contentViolations, readContent } from '../body/content.js';
import { mostUnpacked, type Unpacked, type UnpackingProblem } from '../body/content-coding.js';
import { mediaOf, mediaTypesOf, mediaTypeViolation } from '../body/media.js';
import { readMediaType } from '../body/media-type.js';
import type { Headers } from '../message/headers.js';
import { unchecked, violation, type Violation } from '../message/violation.js';
import type { ContractOperation, ContractResponse } from '../operations.js';
import { isProblem, problemWarnings } from './problem-body.js';
import { shownNames } from './shown-names.js';

interface UnpackedResponse {
  status: number;
  headers: Headers;
  body: Uint8Array;
  unpacked: Unpacked;
}

/** Validates the body of a response: its media type, charset, syntax and schema. */
export function bodyViolations(
  { description, schemas }: ContractOperation,
  { media }: ContractResponse,
  { status, headers, body, unpacked }: UnpackedResponse,
): Violation[] {
  const contentType = headers['content-type'] ?? '';
  const bytes = 'bytes' in unpacked ? unpacked.bytes : body;
  if (bytes.length === 0) return [violation(['body'], 'required', `is missing: documented is ${mediaTypesOf(media)}.`)];
  if ('problem' in unpacked) return [unpackingViolation(unpacked.problem)];
  const type = readMediaType(contentType);
  const found = type && mediaOf(media, contentType);
  const isPart = status === 206 && isPartial(headers, type?.essence);
  if (isPart && (found ? type.kind !== 'bytes' : type?.essence === byteRanges)) {
    return [unchecked(['body'], 'it is only a part of the content (RFC 9110, section 15.3.7).')];
  }
  if (!type || !found) return [mediaTypeViolation(media, type?.essence)];
  // JSON between systems must be UTF-8 (RFC 8259, section 8.1).
  if (isJson(type.essence) && !/^utf-?8$/i.test(type.parameters.get('charset') ?? 'utf-8')) {
    return [violation(['header', 'content-type'], 'charset', 'names another charset than UTF-8, which JSON has to have.')];
  }
  const read = readBody(bytes, contentType);
  if (read.violations.length > 0) return read.violations;
  const content = readContent(found, read, bytes, contentType);
  const violations = contentViolations(schemas, found, content, 'response', shownNames(description));
  violations.push(...bodyFormWarnings(bytes, contentType, read));
  if (isProblem(status, contentType)) violations.push(...problemWarnings(read.value, status));
  return violations;
}

/** The media type of several ranges, whatever media type the content has (RFC 9110, section 15.3.7.2). */
const byteRanges = 'multipart/byteranges';

/** Whether a 206 has only a part of the content: several ranges, or one that is not the whole. */
function isPartial(headers: Headers, mediaType: string | undefined): boolean {
  const [, first, last, all] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  return mediaType === byteRanges || (first !== undefined && !(Number(first) === 0 && Number(last) + 1 === Number(all)));
}

/** Reports why a body could not be decompressed. Only invalid bytes are a fault of the server. */
function unpackingViolation(problem: UnpackingProblem): Violation {
  switch (problem) {
    case 'unknown':
      return unchecked(['body'], 'its Content-Encoding cannot be undone here.');
    case 'too large':
      return unchecked(['body'], `unpacked it is larger than ${mostUnpacked} bytes.`);
    case 'broken':
      return violation(['header', 'content-encoding'], 'content-encoding', 'names a coding that the body does not have.');
  }
}
