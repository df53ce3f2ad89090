import type { Dialect } from '../documents/dialects.js';
import { listOf, type Json } from '../../../description/json-value.js';
import type { Place } from '../documents/places.js';

/** The name of the keyword that stands for a part of a schema that cannot be checked. Its value lists the reasons. */
export const uncheckedKeyword = 'unchecked';

/** A schema while it is rewritten for the validator, with what its place says of it. */
export interface Reading {
  place: Place;
  dialect: Dialect;
  /** The schema itself. */
  schema: Json;
  /** The names of properties that need not be there in this direction. */
  omitted: ReadonlySet<string>;
  /** Rewrites a schema inside of this one, for a part of the value or for the value itself. */
  inner: (which: 'part' | 'same', ...tokens: string[]) => Json | boolean;
  /** Rewrites a reference to the schema at a place. */
  reference: (target: Place) => Json;
  /** The place that a reference at a place leads to, or why it leads nowhere. */
  follow: (reference: string, from: Place) => Place | string;
  /** Notes a keyword that cannot be checked, and gives what stands in its place. */
  unchecked: (keyword: string, reason: string) => Json;
  /** Notes a keyword that is checked in a way that its author may not expect. */
  note: (keyword: string, reason: string) => void;
}

/** Joins schemas that must all hold. A keyword that two of them have keeps both values. */
export function joined(parts: Json[]): Json {
  const result: Json = {};
  const beside: Json[] = [];
  for (const part of parts) {
    const clashes = Object.keys(part).some((key) => Object.hasOwn(result, key));
    const isUnchecked = clashes && Object.keys(part).join() === uncheckedKeyword;
    if (isUnchecked) result[uncheckedKeyword] = [result[uncheckedKeyword], part[uncheckedKeyword]].flat();
    else if (clashes) beside.push(part);
    else Object.assign(result, part);
  }
  if (beside.length > 0) result.allOf = [...listOf(result.allOf), ...beside];
  return result;
}
