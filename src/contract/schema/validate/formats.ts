import { domainToASCII } from 'node:url';
import type { Format } from 'ajv/dist/2020.js';
import { httpDate, token } from '../../message/field.js';
import { fullFormats, type FormatName } from 'ajv-formats/dist/formats.js';

/** The integer formats of the OpenAPI format registry, with their limits. */
export const integerFormats: Record<string, [least: bigint, most: bigint]> = {
  int8: signed(8n),
  int16: signed(16n),
  int32: signed(32n),
  int64: signed(64n),
  uint8: unsigned(8n),
  uint16: unsigned(16n),
  uint32: unsigned(32n),
  uint64: unsigned(64n),
  'double-int': [1n - 2n ** 53n, 2n ** 53n - 1n],
};

/** The largest number of single precision (IEEE 754). */
const largestFloat = (2 - 2 ** -23) * 2 ** 127;

/** Formats of JSON Schema and of the OpenAPI registry that ajv-formats lacks or implements differently from their standards. */
const ownFormats: Record<string, RegExp | ((text: string) => boolean)> = {
  // RFC 3339, section 5.6: a "T" between date and time, and a colon in the offset.
  'date-time': (text) => /^[\d-]+t(?!24)[\d:.]+(?:z|[+-]\d\d:\d\d)$/i.test(text) && isOf('date-time', shortened(text)),
  time: (text) => isOf('time', text) && /(?:z|[+-]\d\d:\d\d)$/i.test(text),
  'http-date': httpDate,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  // RFC 3339, appendix A: a unit between two others must not be missing.
  duration: /^P(?!$)(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/,
  hostname: (text) => isOf('hostname', text) && !text.endsWith('.'),
  email: isEmail,
  'idn-email': (text) => /^[^\s@]+@[^@]+$/.test(text) && isHostname(text.slice(text.indexOf('@') + 1)),
  'idn-hostname': isHostname,
  iri: (text) => isIri(text) && isUrl(text),
  'iri-reference': (text) => isIri(text) && isUrl(text, 'http://a'),
  url: (text) => /^[a-z][a-z\d+.-]*:\/\//i.test(text) && isUrl(text),
  base64url: /^[\w-]*={0,2}$/,
  char: /^.$/su,
  decimal: /^[+-]?\d+(?:\.\d+)?$/,
  'media-range': new RegExp(`^${token}/${token}(?:\\s*;.*)?$`),
};

/** The formats of strings that are checked. JSON Schema requires that other formats are ignored. */
export const textFormats: ReadonlyMap<string, Format> = new Map(
  Object.entries({ ...fullFormats, ...ownFormats }).filter(([, format]) => format !== true && !isOfNumbers(format)),
);

/** The keywords that check a `format`. Empty for an unknown format. */
export function formatKeywords(format: string): Record<string, unknown> {
  if (Object.hasOwn(integerFormats, format)) return { integerFormat: format };
  if (format === 'float') return { minimum: -largestFloat, maximum: largestFloat };
  return textFormats.has(format) ? { format } : {};
}

function isOf(name: FormatName, text: string): boolean {
  const format = fullFormats[name];
  const test = typeof format === 'object' && 'validate' in format ? format.validate : format;
  return test instanceof RegExp ? test.test(text) : typeof test === 'function' && test(text as never) === true;
}

/** Shortens the fraction of a second to the digits that a double can hold. */
function shortened(text: string): string {
  return text.replace(/(\.\d{6})\d+/, '$1');
}

/** RFC 5321, section 4.1.2: the first part may be a quoted string, the second an address. */
function isEmail(text: string): boolean {
  const [, version6, version4] = /@\[(?:IPv6:([\da-f:.]+)|([\d.]+))\]$/i.exec(text) ?? [];
  if (version6 !== undefined && !isOf('ipv6', version6)) return false;
  if (version4 !== undefined && !isOf('ipv4', version4)) return false;
  const plain = text.replace(/^"(?:[ !#-[\]-~]|\\[ -~])*"(?=@)/, 'a').replace(/(?<=@)\[[\w:.]+\]$/, 'a.b');
  // A domain may be a single label, such as localhost, but ajv-formats requires two.
  return isOf('email', plain.includes('.', plain.lastIndexOf('@')) ? plain : `${plain}.b`);
}

/** RFC 5890: a name is valid if its ASCII form for DNS is. */
function isHostname(text: string): boolean {
  const ascii = /[\s/:@?#[\]\\]/.test(text) ? '' : domainToASCII(text);
  return isOf('hostname', ascii) && !ascii.endsWith('.');
}

/** `URL.canParse` is not used: on Node 20, its result for letters such as "ä" changes after some thousand calls. */
function isUrl(text: string, base?: string): boolean {
  try {
    return new URL(text, base).href !== '';
  } catch {
    return false;
  }
}

/** Whether a text has only characters that an IRI allows (RFC 3987, section 2.2). */
function isIri(text: string): boolean {
  return /^[^\s<>"{}|\\^`]*$/.test(text);
}

function signed(bits: bigint): [bigint, bigint] {
  return [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
}

function unsigned(bits: bigint): [bigint, bigint] {
  return [0n, 2n ** bits - 1n];
}

function isOfNumbers(format: Format): boolean {
  return typeof format === 'object' && 'type' in format && format.type === 'number';
}
