import { formParts, positionedParts, type BodyPart } from '../../description/multipart/parts.js';
import { boundaryFor, multipartText } from '../../description/multipart/text.js';
import { isObject } from '../../description/json-value.js';
import { readMediaType } from '../../contract/body/media-type.js';
import type { ContractMedia } from '../../contract/body/media.js';

/** A body as it is sent. */
export interface Serialized {
  text: string;
  mediaType: string;
}

/**
 * Writes a value as a multipart body: an object as fields, a list as parts without names, and anything else as a single part. A
 * text that is multipart already stays, but for its line breaks (RFC 2046, section 5.1.1).
 *
 * @param mediaType The media type. A boundary is added to it if it has none.
 */
export function writeMultipart(value: unknown, mediaType: string, { description, media }: ContractMedia): Serialized {
  const known = readMediaType(mediaType)?.parameters.get('boundary');
  const own = typeof value === 'string' ? /(?:^|\n)--([^\r\n]+?)[ \t]*\r?\n/.exec(value)?.[1] : undefined;
  if (typeof value === 'string' && own !== undefined) {
    const text = value.replaceAll(/\r?\n/g, '\r\n');
    return { text, mediaType: known === undefined ? withBoundary(mediaType, own) : mediaType };
  }
  const parts: BodyPart[] = isObject(value)
    ? formParts(description, media, value)
    : positionedParts(description, media, Array.isArray(value) ? value : [value]);
  const boundary = known ?? boundaryFor(parts);
  return { text: multipartText(parts, boundary), mediaType: known === undefined ? withBoundary(mediaType, boundary) : mediaType };
}

function withBoundary(mediaType: string, boundary: string): string {
  return `${mediaType}; boundary=${/^[\w.+-]+$/.test(boundary) ? boundary : `"${boundary}"`}`;
}
