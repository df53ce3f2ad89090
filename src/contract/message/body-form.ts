import { isJson } from '../../description/media-types.js';
import { warning, type Violation } from './violation.js';

/**
 * Names what readers of a body may trip over, though it can be read: a byte order mark before JSON, a member of a JSON
 * object that stands twice, a charset that is named twice.
 *
 * @param bytes The body, unpacked.
 * @param contentType The field `Content-Type`.
 * @returns Warnings, without a value of the body.
 */
export function bodyFormWarnings(bytes: Uint8Array, contentType: string): Violation[] {
  const charsets = contentType.match(/;\s*charset\s*=/gi) ?? [];
  return [
    ...(charsets.length > 1 ? [warning(['header', 'content-type'], 'charset', 'names a charset twice.')] : []),
    ...(isJson(contentType) ? jsonWarnings(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) : []),
  ];
}

function jsonWarnings(bytes: Buffer): Violation[] {
  const hasMark = bytes.subarray(0, 3).equals(byteOrderMark);
  return [
    ...(hasMark ? [warning(['body'], 'byte-order-mark', 'begins with a byte order mark (RFC 8259, section 8.1).')] : []),
    ...(hasMemberTwice(bytes.toString())
      ? [warning(['body'], 'duplicate-name', 'has an object with a member twice (RFC 8259, section 4).')]
      : []),
  ];
}

const byteOrderMark = Buffer.from('\ufeff');

function hasMemberTwice(json: string): boolean {
  // A list has no names, and ends as an object does.
  const open: Array<Set<string>> = [];
  for (const [token, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[[\]{}]/g)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const name = token.slice(0, -colon.length);
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
