import { isJson } from '../../description/media-types.js';
import { isPartOf, readPairs } from '../../description/parameters/read.js';
import { listValues, plainValue } from '../../description/parameters/read-text.js';
import type { Decode, SentPair } from '../../description/parameters/sent.js';
import type { Shape } from '../../description/parameters/shape.js';
import type { Encoding } from '../../description/types.js';
import { violation, type Violation } from '../message/violation.js';

/** A field as it was sent. */
export interface SentField extends SentPair {
  /** Whether it says itself that it is JSON. */
  isJson?: boolean;
}

/** What the fields of a form hold. */
export interface ReadFields {
  /** The values by the names of their fields. */
  value: Record<string, unknown>;
  /** What of it cannot be read. */
  violations: Violation[];
}

/** How the fields of a form are read. */
export interface FieldRules {
  /** What the schema of the form says. */
  shape: Shape;
  /** The Encoding Objects by the names of the fields. */
  encoding: Record<string, Encoding>;
  /** Undoes the encoding of a text. */
  decode: Decode;
  /** Where the form stands, for violations. */
  place: string[];
}

/**
 * Prepares the reading of the fields of forms: what `formPairs` writes (OpenAPI 3.2.0, section 4.15). A field whose
 * Encoding Object has a style is read by it. All others are read by their types: lists are repeated, and objects are JSON.
 *
 * @returns A function that throws a URIError where a text cannot be decoded.
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

/** The Encoding Object of a field; it says nothing where there is none. */
export function encodingOf(encoding: Record<string, Encoding>, name: string): Encoding {
  return (Object.hasOwn(encoding, name) ? encoding[name] : undefined) ?? {};
}

/**
 * The value of a field that is written by its media type and not in a style.
 *
 * @param sent At least one, decoded, in the order in which they were sent.
 */
export function fieldValue(shape: Shape, { contentType = '' }: Encoding, sent: SentField[]): unknown {
  const [last = { text: '' }] = sent.slice(-1);
  const one = ({ text, isJson: saysSo = isJson(contentType) }: Omit<SentField, 'name'>, of: Shape): unknown =>
    (saysSo ? shape.json(text).find((value) => isOfType(of, value)) : undefined) ?? plainValue(of, text);
  if (sent.length === 1 && !shape.types.has('array')) return one(last, shape);
  if (sent.length === 1) {
    // A list of one part may be JSON as a whole.
    const value = one(last, shape);
    if (value !== last.text) return value;
  }
  const items = sent.map((field, index) => one(field, shape.item(index)));
  const texts = sent.map(({ text }) => text);
  return sent.some((field) => field.isJson ?? isJson(contentType)) ? items : listValues(shape, texts)[0];
}

/** Whether the schema of a field lets it have a value that is JSON: a text may hold JSON, and a list is sent by its items. */
function isOfType({ types }: Shape, value: unknown): boolean {
  if (types.size === 0 || (value === null && types.has('null'))) return true;
  if (typeof value === 'number' || typeof value === 'bigint') return types.has('number') || types.has('integer');
  return types.has(Array.isArray(value) ? 'array' : typeof value);
}
