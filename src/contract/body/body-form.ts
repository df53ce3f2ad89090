import { isJson } from '../../description/media-types.js';
import { membersInJson } from '../message/json-members.js';
import { warning, type Violation } from '../message/violation.js';
import type { Body } from './body.js';

/**
 * Warns about parts of a valid body that some parsers fail on: a byte order mark before JSON, a duplicate member of a JSON
 * object, a charset that is named twice.
 *
 * @param bytes The decompressed body.
 * @param contentType The `Content-Type` header.
 * @param body The parsed body.
 * @returns Warnings. They contain no values of the body.
 */
export function bodyFormWarnings(bytes: Uint8Array, contentType: string, body: Body): Violation[] {
  const found = isJson(contentType) ? jsonWarnings(bytes, body) : [];
  if (/;\s*charset\s*=.*;\s*charset\s*=/i.test(contentType))
    found.unshift(warning(['header', 'content-type'], 'charset', 'names a charset twice.'));
  return found;
}

function jsonWarnings(bytes: Uint8Array, body: Body): Violation[] {
  const found: Violation[] = [];
  if (byteOrderMark.every((byte, index) => bytes[index] === byte))
    found.push(warning(['body'], 'byte-order-mark', 'begins with a byte order mark (RFC 8259, section 8.1).'));
  if (hasMemberTwice(bytes, body))
    found.push(warning(['body'], 'duplicate-name', 'has an object with a member twice (RFC 8259, section 4).'));
  return found;
}

const byteOrderMark = [...Buffer.from('\ufeff')];

/** `JSON.parse` keeps only the last of duplicate members, so the text then has more colons than the value has members. */
function hasMemberTwice(bytes: Uint8Array, { text, members }: Body): boolean {
  // Counting all colons is cheap, and is exact when no string contains one.
  return allColonsIn(text) > members && membersInJson(bytes) > members;
}

function allColonsIn(json: string): number {
  let count = 0;
  for (let index = json.indexOf(':'); index >= 0; index = json.indexOf(':', index + 1)) count += 1;
  return count;
}
