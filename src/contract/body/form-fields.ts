import { isJson } from '../../description/media-types.js';
import { isPartOf, readPairs } from '../../description/parameters/read.js';
import { listValues, plainValue } from '../../description/parameters/read-text.js';
import type { Decode, SentPair } from '../../description/parameters/sent.js';
import type { Shape } from '../../description/parameters/shape.js';
import type { Encoding } from '../../description/types.js';
import { violation, type Violation } from '../message/violation.js';

/** A field of a form, as sent. */
export interface SentField extends SentPair {
  /** Whether its own media type is JSON. */
  isJson?: boolean;
}

/** The values of a form. */
export interface ReadFields {
  /** The values by field name. */
  value: Record<string, unknown>;
  /** The problems of fields that cannot be read. */
  violations: Violation[];
}

/** The rules to read the fields of a form. */
export interface FieldRules {
  /** The shape of the schema of the form. */
  shape: Shape;
  /** The Encoding Objects by field name. */
  encoding: Record<string, Encoding>;
  /** Decodes a text. */
  decode: Decode;
  /** The place of the form, for violations. */
  place: string[];
}

/**
 * Prepares a reader for the fields of a form. It reverses `formPairs` (OpenAPI 3.2.0, section 4.15). A field whose Encoding
 * Object has a style is read by that style. All others are read by their type: a list repeats its field, and an object is JSON.
 *
 * @returns A function that throws a URIError when a text cannot be decoded.
 */
export function fieldReader({ shape, encoding, decode, place }: FieldRules): (sent: SentField[]) => ReadFields {
  const styled = Object.entries(encoding)
    .filter(([, { style, explode, allowReserved }]) => [style, explode, allowReserved].some((one) => one !== undefined))
    .map(([name, { style, explode }]) => ({ name, in: 'query' as const, style, explode }));
  const taken = new Set([...shape.names, ...Object.keys(encoding)]);
  const isFree = (name: string): boolean => !taken.has(name);
  return (sent) => {
    const values = new Map<string, unknown>();
    const violations: Violation[] = [];
    for (const parameter of styled) {
      const { name } = parameter;
      const reading = readPairs(parameter, shape.member(name), sent, isFree, decode);
      if (reading?.problem !== undefined) violations.push(violation([...place, name], 'format', reading.problem));
      else if (reading) values.set(name, reading.values[0]);
    }
    const rest = new Map<string, SentField[]>();
    for (const field of sent) {
      if (styled.some((one) => isPartOf(one, shape.member(one.name), field.name, isFree))) continue;
      const known = rest.get(field.name);
      const decoded = { ...field, text: decode(field.text) };
      if (known) known.push(decoded);
      else rest.set(field.name, [decoded]);
    }
    for (const [name, fields] of rest) values.set(name, fieldValue(shape.member(name), encodingOf(encoding, name), fields));
    return { value: Object.fromEntries(values), violations };
  };
}

/** The Encoding Object of a field; an empty one if there is none. */
export function encodingOf(encoding: Record<string, Encoding>, name: string): Encoding {
  return (Object.hasOwn(encoding, name) ? encoding[name] : undefined) ?? {};
}

/**
 * The value of a field without a style, read by its media type.
 *
 * @param sent All fields of this name, decoded and in the order sent. At least one.
 */
export function fieldValue(shape: Shape, { contentType = '' }: Encoding, sent: SentField[]): unknown {
  const one = ({ text, isJson: saysSo = isJson(contentType) }: Omit<SentField, 'name'>, of: Shape): unknown =>
    (saysSo ? shape.json(text).find((value) => isOfType(of, value)) : undefined) ?? plainValue(of, text);
  const [only, ...others] = sent;
  if (only && others.length === 0) {
    const value = one(only, shape);
    // The single field of a list may be the whole list as JSON.
    if (!shape.types.has('array') || value !== only.text) return value;
  }
  const items = sent.map((field, index) => one(field, shape.item(index)));
  const texts = sent.map(({ text }) => text);
  return sent.some((field) => field.isJson ?? isJson(contentType)) ? items : listValues(shape, texts)[0];
}

/**
 * Whether a parsed JSON value fits the type of a field. If it does not, the text is kept: a string may contain JSON, and a list
 * may be sent item by item.
 */
function isOfType({ types }: Shape, value: unknown): boolean {
  if (types.size === 0) return true;
  if (typeof value === 'number' || typeof value === 'bigint') return types.has('number') || types.has('integer');
  return types.has(Array.isArray(value) ? 'array' : typeof value);
}
