import { isJson } from '../../description/media-types.js';
import { isPartOf, readPairs } from '../../description/parameters/read.js';
import { decodePair, type SentPair } from '../../description/parameters/sent.js';
import { listValues, plainValue } from '../../description/parameters/read-text.js';
import type { Shape } from '../../description/parameters/shape.js';
import type { Description, Encoding, MediaType } from '../../description/types.js';
import { violation, type Violation } from '../message/violation.js';
import { messageShape } from './shape.js';

/** What a form holds. */
export interface ReadFields {
  /** The values by the names of their fields. */
  value: Record<string, unknown>;
  /** What of it cannot be read; the paths begin at the form. */
  violations: Violation[];
}

/**
 * Prepares the reading of urlencoded forms: what `formPairs` writes (OpenAPI 3.2.0, section 4.15).
 *
 * @param media The Encoding Objects say which fields have a style. All others are read by their types: lists are repeated,
 *   and objects are JSON.
 * @param place Where the form stands, for violations.
 * @returns A function that throws a URIError where a text cannot be decoded.
 */
export function formFields(
  description: Description,
  { schema, encoding = {} }: MediaType,
  place: string[],
): (pairs: SentPair[]) => ReadFields {
  const shape = messageShape(description, schema);
  const styled = Object.entries(encoding)
    .filter(([, { style, explode, allowReserved }]) => [style, explode, allowReserved].some((one) => one !== undefined))
    .map(([name, { style, explode }]) => ({ name, in: 'query' as const, style, explode }));
  const taken = new Set([...shape.names, ...Object.keys(encoding)]);
  const isFree = (name: string): boolean => !taken.has(name);
  return (pairs) => {
    const fields = new Map<string, unknown>();
    const texts = new Map<string, string[]>();
    const violations: Violation[] = [];
    for (const parameter of styled) {
      const { name } = parameter;
      const reading = readPairs(parameter, shape.member(name), pairs, isFree);
      if (reading?.problem !== undefined) violations.push(violation([...place, name], 'format', reading.problem));
      else if (reading) fields.set(name, reading.values[0]);
    }
    for (const { name, text } of pairs) {
      if (styled.some((one) => isPartOf(one, shape.member(one.name), name, isFree))) continue;
      texts.set(name, [...(texts.get(name) ?? []), decodePair(text)]);
    }
    for (const [name, sent] of texts) fields.set(name, fieldValue(shape.member(name), encodingOf(encoding, name), sent));
    return { value: Object.fromEntries(fields), violations };
  };
}

/** The Encoding Object of a field. */
export function encodingOf(encoding: Record<string, Encoding>, name: string): Encoding | undefined {
  return Object.hasOwn(encoding, name) ? encoding[name] : undefined;
}

/**
 * The value of a field whose texts are written by media type and not by style.
 *
 * @param texts In the order in which they were sent, at least one.
 */
export function fieldValue(shape: Shape, { contentType = '' }: Encoding = {}, texts: string[]): unknown {
  const [text = ''] = texts.slice(-1);
  const asJson = (one: string): unknown[] => (isJson(contentType) ? shape.json(one) : []);
  const canBeList = shape.types.has('array') || (shape.types.size === 0 && texts.length > 1);
  if (!canBeList) return asJson(text)[0] ?? plainValue(shape, text);
  if (texts.length === 1 && (text.startsWith('[') || shape.types.size > 1)) {
    // A list of one part may be JSON as a whole.
    const value = asJson(text)[0] ?? plainValue(shape, text);
    if (value !== text) return value;
  }
  const items = texts.map((one) => asJson(one)[0]);
  return items.every((item) => item !== undefined) ? items : listValues(shape, texts)[0];
}
