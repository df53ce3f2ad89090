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

/** What ajv-formats does not demand of a time (RFC 3339, section 5.6): hours to 23, also in a leap second, and offsets with a colon. */
const time = /(?:^|t)(?:[01]\d|2[0-3]):[0-5]\d:[\d.]+(?:z|[+-]\d\d:)/i;

/** Formats of JSON Schema and of the OpenAPI registry that ajv-formats lacks or implements differently from their standards. */
const ownFormats: Record<string, RegExp | ((text: string) => boolean)> = {
  'date-time': (text) => time.test(text) && isOf('date-time', shortened(text)),
  time: (text) => time.test(text) && isOf('time', shortened(text)),
  'http-date': httpDate,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  // RFC 3339, appendix A: a unit between two others must not be missing.
  duration: /^P(?!$)(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/,
  hostname: (text) => isOf('hostname', text) && !text.endsWith('.'),
  email: isEmail,
  'idn-email': (text) => /^[^\s@]+@/.test(text) && isHostname(text.slice(text.indexOf('@') + 1)),
  'idn-hostname': isHostname,
  iri: (text) => isIri(text) && isUrl(text),
  'iri-reference': (text) => isIri(text) && isUrl(text, 'http://a'),
  url: (text) => /^[a-z][a-z\d+.-]*:\/\//i.test(text) && isUrl(text),
  base64url: /^[\w-]*={0,2}$/,
  char: /^.$/su,
  decimal: /^[+-]?\d+(?:\.\d+)?$/,
  'media-range': new RegExp(`^${token}/${token}(?:\\s*;.*)?$`),
};

/** The formats of strings. JSON Schema requires that other formats are ignored. */
export const textFormats: ReadonlyMap<string, Format> = new Map(
  Object.entries({ ...fullFormats, ...ownFormats }).filter(([, format]) => !(format instanceof Object && 'type' in format)),
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

/** Shortens the fraction of a second, which ajv-formats would round up to the next second. */
function shortened(text: string): string {
  return text.replace(/(\.\d)\d+/, '$1');
}

/** RFC 5321, section 4.1.2: the first part may be a quoted string, the second an address. */
function isEmail(text: string): boolean {
  const [, version6, version4] = /@\[(?:IPv6:([\da-f:.]+)|([\d.]+))\]$/i.exec(text) ?? [];
  if (version6 !== undefined && !isOf('ipv6', version6)) return false;
  if (version4 !== undefined && !isOf('ipv4', version4)) return false;
  const plain = text.replace(/^"(?:[ !#-[\]-~]|\\[ -~])*"(?=@)/, 'a').replace(/(?<=@)\[[\w:.]+\]$/, 'a.b');
  // A domain may be a single label, such as localhost, but ajv-formats requires two.
  return isOf('email', `${plain}.b`);
}

/** RFC 5890: a name is valid if its ASCII form for DNS is. */
function isHostname(text: string): boolean {
  const ascii = domainToASCII(text);
  return !/[\s/:@?#[\]\\]/.test(text) && isOf('hostname', ascii) && !ascii.endsWith('.');
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
