import { readBody } from '../body/body.js';
import { contentViolations, readContent, type Content } from '../body/content.js';
import { mediaOf, mediaTypeViolation, type ContractMedia } from '../body/media.js';
import { mostBytes, type MockRequest } from '../message/request.js';
import { unchecked, violation, warning, type Violation } from '../message/violation.js';
import type { ContractOperation } from '../operations.js';
import { parameterViolations } from '../parameters/parameter-violations.js';
import type { ReadParameter } from '../parameters/parameters.js';
import { securityViolations } from './security.js';

/** The result of validating a request. */
export interface MeasuredContent {
  violations: Violation[];
  /** Each parameter of the operation, as found in the request. */
  parameters: ReadParameter[];
  /** The body, if it has a documented media type and could be read. */
  body: ReadBody | undefined;
}

/** A body that was read, with its documented media type. */
export interface ReadBody {
  /** The media type as in the description, including wildcards. */
  mediaType: string;
  /** The value. For text that contains JSON, the JSON; for a sequence, its items; for other text, the text. */
  value: unknown;
}

/**
 * Validates a request: its credentials, parameters and body. Warns about deprecated operations and parameters.
 *
 * @param operation The operation that the request calls.
 * @param request The request.
 * @returns The result; a promise only if a pattern may take long.
 */
export function validateRequest(operation: ContractOperation, request: MockRequest): MeasuredContent | Promise<MeasuredContent> {
  const { schemas, security, parameters: documented } = operation;
  const { body, violations, content, media } = readSentBody(operation, request);
  const parameters = documented.reader.read(request);
  return schemas.run((): MeasuredContent => {
    const found = securityViolations(security, request.headers, request.query);
    const ofBody = media && content ? contentViolations(schemas, media, content, 'request') : violations;
    found.push(...ofBody);
    found.push(...parameterViolations(schemas, documented.schemas, parameters, 'request'));
    found.push(...deprecations(operation, parameters));
    return { violations: found, parameters, body };
  });
}

interface SentBody {
  body?: ReadBody;
  violations: Violation[];
  /** The content, if the body has a documented media type. */
  content?: Content;
  media?: ContractMedia;
}

function readSentBody({ requestMedia, requiresBody }: ContractOperation, { body: bytes, headers, rest }: MockRequest): SentBody {
  // The proxy streams a body that is too large, without reading all of it.
  if (rest) return { violations: [unchecked(['body'], `it is larger than ${mostBytes} bytes.`)] };
  if (bytes.length === 0) return { violations: requiresBody ? [violation(['body'], 'required', 'is required.')] : [] };
  const { 'content-type': contentType = '', 'content-encoding': coding } = headers;
  if (requestMedia.length === 0)
    return { violations: [violation(['body'], 'media-type', 'is not documented for this operation: send none.')] };
  const sent = readBody(bytes, contentType);
  const media = mediaOf(requestMedia, sent.mediaType && contentType);
  // The media type comes first: once it is fixed, other problems may be gone.
  if (!media) return { violations: [mediaTypeViolation(requestMedia, sent.mediaType)] };
  if (coding !== undefined && !/^\s*identity\s*$/i.test(coding))
    return {
      violations: [violation(['header', 'content-encoding'], 'content-encoding', 'is not supported: send the body as it is.')],
    };
  if (sent.violations.length > 0) return { violations: sent.violations };
  const content = readContent(media, sent, bytes, contentType);
  const { items, held, value = sent.text } = content;
  return { violations: [], body: { mediaType: media.mediaType, value: items ?? (held ? held.value : value) }, content, media };
}

/** Warns about a deprecated operation, and deprecated parameters that the request contains. */
function deprecations({ documented }: ContractOperation, parameters: ReadParameter[]): Violation[] {
  const carried = parameters.filter(({ parameter, present }) => parameter.deprecated && present).map(({ path }) => path);
  const paths = documented.operation.deprecated ? [['operation'], ...carried] : carried;
  return paths.map((path) => warning(path, 'deprecated', 'is deprecated.'));
}
