import { isJson } from '../media-types.js';
import type { Encoding, Parameter } from '../types.js';
import { writeJson } from '../write-json.js';

/** The fields that say how to write a parameter. */
export interface StyledParameter {
  name: string;
  in: Parameter['in'];
  style?: string | undefined;
  explode?: boolean | undefined;
  allowReserved?: boolean | undefined;
  /** Whether to write the value as JSON, since the parameter has a `content` with a JSON media type. */
  json?: boolean | undefined;
  /** For `in: querystring` with a form: the Encoding Objects of its fields. */
  encoding?: Record<string, Encoding> | undefined;
}

/** Encodes a name or a part of a value. */
export type Encode = (text: string) => string;

/**
 * Writes the value of a parameter in its documented style (OpenAPI 3.2.0, section 4.12.3, based on RFC 6570).
 *
 * @param value The value. null, undefined, an empty list and an empty object write nothing. Members that are null or undefined
 *   are left out.
 * @param encode Encodes each name, each part of the value, and the separators that the style encodes. Default: nothing is
 *   encoded.
 * @returns Pairs of a name and a text. In a query and in cookies, a list or object may give several pairs; in a path and in a
 *   header, there is one. A whole query that is not a form has an empty name.
 */
export function parameterPairs(parameter: StyledParameter, value: unknown, encode?: Encode): Array<[name: string, text: string]> {
  const { in: place, allowReserved, json } = parameter;
  const isInPairs = place === 'query' || place === 'cookie';
  const { style = isInPairs ? 'form' : 'simple', explode = style === 'form' || style === 'cookie' } = parameter;
  const first = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
  const isWhole = json || typeof value !== 'object';
  const isList = Array.isArray(value);
  const code: Encode = (text) => {
    // The style `cookie` (OpenAPI 3.2) encodes nothing.
    if (!encode || style === 'cookie') return text;
    // URL encoding leaves a point as it is, but here the point is the separator.
    return explode && first === '.' && !isWhole ? encode(text).replaceAll('.', '%2E') : encode(text);
  };
  const name = code(parameter.name);
  const named = (key: string, text: string): string => (first === ';' && !text ? key : `${key}=${text}`);
  const part = (member: unknown): string => {
    const text = code(json ? jsonText(member, place) : plainText(member));
    return allowReserved ? withReserved(text, place, isWhole) : text;
  };

  if (value === undefined || value === null) return [];
  if (place === 'querystring') return isWhole ? [['', part(value)]] : formPairs(value, parameter.encoding, encode);
  if (isWhole) return [[name, first + (first === ';' ? named(name, part(value)) : part(value))]];
  const members = Object.entries(value).filter(([, member]: [string, unknown]) => member != null);
  if (style === 'deepObject') {
    return membersWithin(value, parameter.name).map(([key, member]) => [code(key), part(member)]);
  }
  if (explode && isInPairs) return members.map(([key, member]) => [isList ? name : code(key), part(member)]);
  const parts = members.flatMap(([key, member]) => {
    if (explode && (!isList || first === ';')) return [named(isList ? name : code(key), part(member))];
    return isList ? [part(member)] : [code(key), part(member)];
  });
  const between = style === 'spaceDelimited' ? code(' ') : style === 'pipeDelimited' ? code('|') : ',';
  const text = parts.join((explode && first) || between);
  return members.length === 0 ? [] : [[name, first + (first === ';' && !explode ? named(name, text) : text)]];
}

/**
 * Writes the fields of a urlencoded form (OpenAPI 3.2.0, section 4.15): a list repeats its field and an object is JSON, unless
 * the Encoding Object of the field says otherwise.
 *
 * @param fields The fields. null and undefined are left out.
 * @param encoding The Encoding Objects of the media type, by the name of the field.
 * @param encode As for `parameterPairs`.
 * @returns Pairs of a name and a text.
 */
export function formPairs(
  fields: object,
  encoding: Record<string, Encoding> = {},
  encode: Encode = (text) => text,
): Array<[name: string, text: string]> {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    const { style, explode, allowReserved, contentType = '' } = (Object.hasOwn(encoding, name) && encoding[name]) || {};
    if (style !== undefined || explode !== undefined || allowReserved !== undefined) {
      return parameterPairs({ name, in: 'query', style, explode, allowReserved }, value, encode);
    }
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values
      .filter((one) => one != null)
      .map((one): [string, string] => [encode(name), encode(isJson(contentType) ? writeJson(one) : plainText(one))]);
  });
}

/** Joins the pairs of a query or a form. A text without a name is alone. */
export function joinedPairs(pairs: Array<[name: string, text: string]>): string[] {
  return pairs.map(([name, text]) => (name ? `${name}=${text}` : text));
}

/** OpenAPI does not define objects within a deep object. They are written as most clients write them. */
function membersWithin(value: unknown, name: string): Array<[name: string, member: unknown]> {
  if (Array.isArray(value)) return value.flatMap((item) => membersWithin(item, name));
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [[name, value]];
  return Object.entries(value).flatMap(([key, member]) => membersWithin(member, `${name}[${key}]`));
}

/** Decodes reserved characters where they are unambiguous (OpenAPI 3.2.0, Parameter Object, "allowReserved"). */
function withReserved(text: string, place: string, isWhole: boolean): string {
  const kept = place === 'path' ? /%(3A|40|24|26|2B|3B|3D|2C)/g : /%(3A|2F|3F|40|24|3B|3D|2C)/g;
  return text
    .replaceAll(kept, (code) => (code === '%2C' && !isWhole ? code : decodeURIComponent(code)))
    .replaceAll(/%25([\dA-F]{2})/gi, '%$1');
}

/** In a header, JSON has no characters beyond ASCII (RFC 8259, section 7): headers cannot carry all of them. */
function jsonText(value: unknown, place: string): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = writeJson(value);
  return place === 'header' ? text.replaceAll(/[\x7f-\uffff]/g, escape) : text;
}

function plainText(value: unknown): string {
  // JSON has no NaN and no infinite numbers.
  return typeof value === 'object' ? writeJson(value) : `${value as string | number}`;
}
