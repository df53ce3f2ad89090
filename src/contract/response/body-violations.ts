import { isJson } from '../../description/media-types.js';
import { readBody } from '../body/body.js';
import { bodyFormWarnings } from '../body/body-form.js';
import { contentFindings, readContent } from '../body/content.js';
import { mostUnpacked, type Unpacked, type UnpackingProblem } from '../body/content-coding.js';
import { without } from '../message/headers.js';
import { readMediaType } from '../body/media-type.js';
import { unchecked, violation, type Violation } from '../message/violation.js';
import type { ContractOperation, ContractResponse } from '../operations.js';
import { isForm } from '../body/form.js';
import { mediaOf } from '../request/validate-request.js';
import { findingViolations } from '../schema/finding-violations.js';
import { asMissing } from './as-missing.js';
import type { ReceivedResponse } from './received-response.js';
import { shownNames } from './shown-names.js';

/** A response with a body, and what became of the body when it was unpacked. */
export interface UnpackedResponse extends ReceivedResponse {
  body: Uint8Array;
  unpacked: Unpacked;
}

/**
 * Holds a body to the media types that the description gives for a response: media type, charset, syntax, schema.
 */
export function bodyViolations(
  { description, schemas }: ContractOperation,
  { media }: ContractResponse,
  { headers, body, unpacked }: UnpackedResponse,
): Violation[] {
  const documented = media.map(({ mediaType }) => mediaType).join(' or ');
  if (body.length === 0) return [violation(['body'], 'required', `is missing: documented is ${documented}.`)];
  if ('problem' in unpacked) return [unpackingViolation(unpacked.problem)];
  const { bytes } = unpacked;
  if (bytes.length === 0) return [violation(['body'], 'required', `is missing: documented is ${documented}.`)];
  const type = readMediaType(headers['content-type']);
  const found = type && mediaOf(media, headers['content-type']);
  if (!type || !found) {
    const given = type ? `not ${type.essence}` : 'and it is missing or no media type';
    return [violation(['header', 'content-type'], 'media-type', `must be ${documented}, ${given}.`)];
  }
  const { charset } = type;
  // JSON between systems is UTF-8 (RFC 8259, section 8.1).
  if (isJson(type.essence) && charset !== undefined && !/^utf-?8$/i.test(charset)) {
    return [violation(['header', 'content-type'], 'charset', 'names another charset than UTF-8, which JSON has to have.')];
  }
  const read = readBody(bytes, without(headers, 'content-encoding'));
  if (read.violations.length > 0) return read.violations;
  const warnings = bodyFormWarnings(bytes, headers['content-type'] ?? '', read.value);
  const content = isForm(read.mediaType) ? { unchecked: 'forms are read in requests alone' } : readContent(found, read);
  if (content.violations) return content.violations;
  const findings = contentFindings(schemas, found, content, 'response');
  return [...findingViolations(findings, ['body'], shownNames(description)).map(asMissing), ...warnings];
}

/** Says why a body could not be unpacked, and whose fault it is. */
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
