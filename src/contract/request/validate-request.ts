import { readBody } from '../body/body.js';
import { contentViolations, readContent, type Content } from '../body/content.js';
import { mediaOf, mediaTypeViolation, type ContractMedia } from '../body/media.js';
import { mostBytes, type MockRequest } from '../message/request.js';
import { unchecked, violation, warning, type Violation } from '../message/violation.js';
import type { ContractOperation } from '../operations.js';
import { parameterViolations } from '../parameters/parameter-violations.js';
import type { ReadParameter } from '../parameters/parameters.js';
import { securityViolations } from './security.js';

/** What became of a request when it was held to the description. */
export interface MeasuredContent {
  violations: Violation[];
  /** What the request holds of each parameter of the operation. */
  parameters: ReadParameter[];
  /** The body, where the request has one that the operation takes. */
  body: ReadBody | undefined;
}

/** A body that could be read, and what it is by the description. */
export interface ReadBody {
  /** The media type that the description gives, wildcards included. */
  mediaType: string;
  /** Its JSON, also where it is text that holds JSON; the text itself for anything else. */
  value: unknown;
}

/**
 * Holds a request to its operation: its credentials, its parameters and its body. Warnings name what is deprecated.
 *
 * @param operation The operation that the request goes to.
 * @param request The request.
 * @returns What was found; at once, where no pattern may take long.
 */
export function validateRequest(operation: ContractOperation, request: MockRequest): MeasuredContent | Promise<MeasuredContent> {
  const { schemas, security, parameters: documented } = operation;
  const { body, violations, content, media } = readSentBody(operation, request);
  const parameters = documented.reader.read(request);
  const unsecured = securityViolations(security, request.headers, request.query);
  return schemas.run((): MeasuredContent => {
    const ofBody = media && content ? contentViolations(schemas, media, content, 'request') : violations;
    const ofParameters = parameterViolations(schemas, documented.schemas, parameters, 'request');
    const all = [...unsecured, ...ofBody, ...ofParameters, ...deprecations(operation, parameters)];
    return { violations: all, parameters, body };
  });
}

/** The body of a request as it was read. */
interface SentBody {
  body?: ReadBody;
  violations: Violation[];
  /** What it holds, where it is of a documented media type. */
  content?: Content;
  media?: ContractMedia;
}

function readSentBody({ requestMedia, requiresBody }: ContractOperation, { body: bytes, headers, rest }: MockRequest): SentBody {
  // What a proxy says of a body that it passes on while it comes.
  if (rest) return { violations: [unchecked(['body'], `it is larger than ${mostBytes} bytes.`)] };
  if (bytes.length === 0) return { violations: requiresBody ? [violation(['body'], 'required', 'is required.')] : [] };
  const { 'content-type': contentType = '', 'content-encoding': coding } = headers;
  if (requestMedia.length === 0)
    return { violations: [violation(['body'], 'media-type', 'is not documented for this operation: send none.')] };
  const sent = readBody(bytes, contentType);
  const media = mediaOf(requestMedia, sent.mediaType && contentType);
  // The first thing to fix is the media type: what cannot be read for another reason may be read then.
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

/** Warns of what is deprecated in a request: the operation itself, and parameters that the request carries. */
function deprecations({ documented }: ContractOperation, parameters: ReadParameter[]): Violation[] {
  const carried = parameters.filter(({ parameter, present }) => parameter.deprecated && present);
  return [
    ...(documented.operation.deprecated ? [warning(['operation'], 'deprecated', 'is deprecated.')] : []),
    ...carried.map(({ path }) => warning(path, 'deprecated', 'is deprecated.')),
  ];
}
