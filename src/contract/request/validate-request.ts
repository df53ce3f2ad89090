import { documentedMediaType } from '../../description/media-types.js';
import { readBody } from '../body/body.js';
import { contentFindings, readContent, type Content } from '../body/content.js';
import { mostBytes } from '../message/limits.js';
import type { ContractMedia } from '../body/media.js';
import type { MockRequest } from '../message/request.js';
import { unchecked, violation, type Violation } from '../message/violation.js';
import type { ContractOperation } from '../operations.js';
import { findingViolations } from '../schema/finding-violations.js';
import type { Schemas } from '../schema/schemas.js';
import { isForm, partHeaderViolations, readFormBody } from '../body/form.js';
import type { FormContent } from '../body/form-parts.js';
import { parameterViolations } from '../parameters/parameter-violations.js';
import type { ReadParameter } from '../parameters/parameters.js';

/** What became of a request when it was held to the description. */
export interface MeasuredContent {
  violations: Violation[];
  /** What the request holds of each parameter of the operation. */
  parameters: ReadParameter[];
  /** The body, where the request has one that the operation takes. */
  body?: ReadBody;
}

/** A body that could be read, and what it is by the description. */
export interface ReadBody {
  /** The media type that the description gives, wildcards included. */
  mediaType: string;
  /** Its JSON, also where it is text that holds JSON; the text itself for anything else. */
  value: unknown;
}

/**
 * Holds the parameters and the body of a request to its operation. Security is not looked at.
 *
 * @param operation The operation that the request goes to.
 * @param request The request.
 * @returns What was found; at once, where no pattern may take long.
 */
export function validateRequest(operation: ContractOperation, request: MockRequest): MeasuredContent | Promise<MeasuredContent> {
  const { schemas, parameters: documented } = operation;
  const { body, violations, content, media } = readSentBody(operation, request);
  const parameters = documented.reader.read(request);
  return schemas.run((): MeasuredContent => {
    const found = media ? [...violations, ...contentViolations(schemas, media, content)] : violations;
    const all = [...found, ...parameterViolations(schemas, documented.schemas, parameters, 'request')];
    return { violations: all, parameters, ...(body && { body }) };
  });
}

/** The body of a request as it was read. */
interface SentBody {
  body?: ReadBody;
  violations: Violation[];
  /** What it holds, where schemas can say something of it. */
  content?: Content & Partial<FormContent>;
  media?: ContractMedia;
}

function readSentBody({ requestMedia, requiresBody }: ContractOperation, { body: bytes, headers, rest }: MockRequest): SentBody {
  // What a proxy says of a body that it passes on while it comes.
  if (rest) return { violations: [unchecked(['body'], `it is larger than ${mostBytes} bytes.`)] };
  if (bytes.length === 0) return { violations: requiresBody ? [violation(['body'], 'required', 'is required.')] : [] };
  const sent = readBody(bytes, headers);
  const media = mediaOf(requestMedia, sent.mediaType && headers['content-type']);
  // The first thing to fix is the media type: what cannot be read for another reason may be read then.
  if (!media) return { violations: [mediaTypeViolation(requestMedia, sent.mediaType)] };
  if (sent.violations.length > 0) return { violations: sent.violations };
  const form = isForm(sent.mediaType) ? readFormBody(media, bytes, headers['content-type'] ?? '') : undefined;
  const content = form ?? readContent(media, sent);
  const { violations = [] } = content;
  const body = { mediaType: media.mediaType, value: valueOf(content, sent.text) };
  // What cannot be read has no value that a schema could say something of.
  if (violations.length > 0 && form?.value === undefined) return { violations, body };
  return { violations, body, content, media };
}

function contentViolations(schemas: Schemas, media: ContractMedia, content: SentBody['content'] = {}): Violation[] {
  const { headers = [] } = content;
  const findings = contentFindings(schemas, media, content, 'request');
  return [...partHeaderViolations(schemas, media, headers), ...findingViolations(findings, ['body'])];
}

function valueOf({ items, held, value }: Content, text: string | undefined): unknown {
  return items ?? (held ? held.value : (value ?? text));
}

/** The media types that were found before, by the field that was sent: clients send few different ones. */
const foundBefore = new WeakMap<ContractMedia[], Map<string, ContractMedia | undefined>>();
const mostKnown = 100;

/** The documented media type that a body is of, the most specific. */
export function mediaOf(documented: ContractMedia[], contentType: string | undefined): ContractMedia | undefined {
  if (contentType === undefined) return undefined;
  const known = foundBefore.get(documented) ?? new Map<string, ContractMedia | undefined>();
  foundBefore.set(documented, known);
  if (known.has(contentType)) return known.get(contentType);
  const key = documentedMediaType(
    documented.map(({ mediaType }) => mediaType),
    contentType,
  );
  const found = documented.find(({ mediaType }) => mediaType === key);
  if (known.size < mostKnown) known.set(contentType, found);
  return found;
}

function mediaTypeViolation(media: ContractMedia[], mediaType: string | undefined): Violation {
  const documented = media.map((one) => one.mediaType).join(' or ');
  if (documented === '') return violation(['body'], 'media-type', 'is not documented for this operation: send none.');
  const given = mediaType ? `not ${mediaType}` : 'and it is missing or no media type';
  return violation(['header', 'content-type'], 'media-type', `must be ${documented}, ${given}.`);
}
