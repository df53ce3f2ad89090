import { formParts, type FormPart } from '../description/multipart/parts.js';
import { boundaryFor, multipartText } from '../description/multipart/text.js';
import type { DocumentedOperation } from '../description/operations.js';
import { isNumber } from '../description/json-value.js';
import { writeJson } from '../description/write-json.js';
import { formPairs, joinedPairs } from '../description/parameters/write.js';
import { resolve } from '../description/references/resolve.js';
import type { Description, MediaType } from '../description/types.js';
import { exampleValue } from './examples/example-value.js';

/** The body of a sample request. */
export interface SampleBody {
  /** The `Content-Type` to send. `text/*` has a charset. */
  contentType: string;
  /** The body as text. */
  text: string;
  /** The value of a JSON body, for languages that print it as a literal. */
  json: unknown;
  /** The parts of a multipart form, which each language writes in its own way. */
  parts?: FormPart[];
}

/**
 * The body of a sample request, in the first media type in which its example can be written.
 *
 * @param replaced Changes the value of a body that is not JSON.
 * @returns `undefined` if the body is left out, or if there is no such media type.
 */
export function sampleBody(
  description: Description,
  operation: DocumentedOperation,
  scenario: string | undefined,
  replaced: (value: unknown) => unknown = (value) => value,
): SampleBody | undefined {
  for (const one of bodiesOf(description, operation, scenario, replaced)) if (one.body) return one.body;
  return undefined;
}

/** The documented media type of a sample body; the first one if no example can be written. `undefined` without a body. */
export function sampleMediaType(
  description: Description,
  operation: DocumentedOperation,
  scenario: string | undefined,
): string | undefined {
  const all = [...bodiesOf(description, operation, scenario, (value) => value)];
  return (all.find(({ body }) => body) ?? all[0])?.mediaType;
}

function* bodiesOf(
  description: Description,
  operation: DocumentedOperation,
  scenario: string | undefined,
  replaced: (value: unknown) => unknown,
): Generator<{ mediaType: string; body: SampleBody | undefined }> {
  const { content = {}, required = false } = operation.requestBody ?? {};
  for (const [mediaType, holder] of Object.entries(content)) {
    const value = exampleValue(description, { operation, holder, required }, scenario);
    const media = resolve<MediaType>(description, holder);
    yield { mediaType, body: writtenBody(description, mediaType, media, isJsonBody(mediaType) ? value : replaced(value)) };
  }
}

function writtenBody(description: Description, mediaType: string, media: MediaType, value: unknown): SampleBody | undefined {
  if (value === undefined) return undefined;
  const type = mediaType.toLowerCase();
  if (isJsonBody(mediaType)) {
    return { contentType: mediaType, text: writeJson(value, 2), json: value };
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    if (typeof value === 'string') return { contentType: mediaType, text: value, json: undefined };
    if (typeof value !== 'object' || value === null) return undefined;
    return {
      contentType: mediaType,
      text: joinedPairs(formPairs(value, media.encoding, encodeField)).join('&'),
      json: undefined,
    };
  }
  if (type.startsWith('multipart/form-data') && typeof value === 'object' && value !== null) {
    const parts = formParts(description, media, value);
    const boundary = boundaryFor(parts);
    const contentType = `multipart/form-data; boundary=${boundary}`;
    return { contentType, text: multipartText(parts, boundary), json: undefined, parts };
  }
  const isText = type.startsWith('text/');
  const text = isText && (isNumber(value) || typeof value === 'boolean') ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  return { contentType: isText && !type.includes('charset') ? `${mediaType}; charset=utf-8` : mediaType, text, json: undefined };
}

function isJsonBody(mediaType: string): boolean {
  return /^application\/(.+\+)?json\b/i.test(mediaType);
}

/** Encodes a text for a form (URL Standard, "application/x-www-form-urlencoded serializing"). */
function encodeField(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
