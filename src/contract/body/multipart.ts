import type { Headers } from '../message/headers.js';
import { readMediaType } from './media-type.js';

/** One part of a multipart body (RFC 2046, section 5.1). */
export interface Part {
  /** By names in lower case. */
  headers: Headers;
  /** The name of its field (RFC 7578, section 4.2); `undefined` if it has none. */
  name: string | undefined;
  /** The `Content-Type` of the part; `undefined` if it has none, which means `text/plain`. */
  mediaType: string | undefined;
  bytes: Buffer;
}

/** The maximum number of parts, since each one costs time. */
const mostParts = 1000;

/**
 * Splits a multipart body into its parts.
 *
 * @param contentType The `Content-Type` of the body, for its boundary.
 * @returns `undefined` if the bytes are not a complete multipart body, or have more than 1,000 parts.
 */
export function readMultipart(bytes: Uint8Array, contentType: string): Part[] | undefined {
  const boundary = readMediaType(contentType)?.parameters.get('boundary');
  if (!boundary) return undefined;
  // In this encoding each character is a byte, so that positions in the text are those in the bytes.
  const text = `\r\n${Buffer.from(bytes).toString('latin1')}`;
  const delimiter = `\r\n--${boundary}`;
  const parts: Part[] = [];
  let from = text.indexOf(delimiter);
  while (from >= 0) {
    const start = from + delimiter.length;
    if (text.startsWith('--', start)) return parts;
    const line = text.indexOf('\r\n', start);
    const next = text.indexOf(delimiter, start);
    if (text.slice(start, line).trim() !== '' || parts.length === mostParts) return undefined;
    parts.push(partOf(text.slice(line, next)));
    from = next;
  }
  return undefined;
}

/** @param text The part, from the line break before its first header on. */
function partOf(text: string): Part {
  // A part without headers begins with an empty line.
  const end = text.indexOf('\r\n\r\n');
  const headers: Headers = {};
  for (const line of (end < 0 ? '' : text.slice(0, end)).split('\r\n')) {
    const [, name, value = ''] = /^([^\s:]+):(.*)$/.exec(line) ?? [];
    const text = Buffer.from(value, 'latin1').toString().trim();
    if (name !== undefined) Object.defineProperty(headers, name.toLowerCase(), { value: text, enumerable: true });
  }
  return {
    headers,
    name: fieldName(headers['content-disposition']),
    mediaType: headers['content-type'],
    bytes: Buffer.from(end < 0 ? text.slice(2) : text.slice(end + 4), 'latin1'),
  };
}

/** The parameter `name`. Undoes the escapes of browsers and other clients for quotes and line breaks. */
function fieldName(disposition = ''): string | undefined {
  const [, quoted, plain] = /;\s*name\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(disposition) ?? [];
  if (quoted === undefined) return plain;
  return quoted.replaceAll(/\\(.)/g, '$1').replaceAll(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code));
}
