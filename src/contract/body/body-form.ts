import { isList, isObject } from '../../description/json-value.js';
import { isJson } from '../../description/media-types.js';
import { warning, type Violation } from '../message/violation.js';

/**
 * Names what readers of a body may trip over, though it can be read: a byte order mark before JSON, a member of a JSON
 * object that stands twice, a charset that is named twice.
 *
 * @param bytes The body, unpacked.
 * @param contentType The field `Content-Type`.
 * @param value What it is as JSON, where it is.
 * @returns Warnings, without a value of the body.
 */
export function bodyFormWarnings(bytes: Uint8Array, contentType: string, value: unknown): Violation[] {
  const charsets = contentType.match(/;\s*charset\s*=/gi) ?? [];
  return [
    ...(charsets.length > 1 ? [warning(['header', 'content-type'], 'charset', 'names a charset twice.')] : []),
    ...(isJson(contentType) ? jsonWarnings(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), value) : []),
  ];
}

function jsonWarnings(bytes: Buffer, value: unknown): Violation[] {
  const hasMark = bytes.subarray(0, 3).equals(byteOrderMark);
  return [
    ...(hasMark ? [warning(['body'], 'byte-order-mark', 'begins with a byte order mark (RFC 8259, section 8.1).')] : []),
    ...(hasMemberTwice(bytes, value)
      ? [warning(['body'], 'duplicate-name', 'has an object with a member twice (RFC 8259, section 4).')]
      : []),
  ];
}

const byteOrderMark = Buffer.from('\ufeff');

/** Of a member that stands twice, only the last is in the value that is read. */
function hasMemberTwice(json: Buffer, value: unknown): boolean {
  return colonsIn(json) > membersIn(value);
}

const colon = 0x3a;
const quote = 0x22;
const backslash = 0x5c;

/** How many colons JSON has outside of its strings: one for each member. */
function colonsIn(json: Buffer): number {
  let count = 0;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index];
    if (byte === colon) count += 1;
    else if (byte === quote) {
      index += 1;
      while (index < json.length && json[index] !== quote) index += json[index] === backslash ? 2 : 1;
    }
  }
  return count;
}

function membersIn(value: unknown): number {
  let count = 0;
  if (isList(value)) for (const item of value) count += membersIn(item);
  else if (isObject(value)) for (const name in value) count += 1 + membersIn(value[name]);
  return count;
}
