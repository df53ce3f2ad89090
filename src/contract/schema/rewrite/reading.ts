import type { Dialect } from '../documents/dialects.js';
import { listOf, type Json } from '../../../description/json-value.js';
import type { Place } from '../documents/places.js';

/** Our keyword that replaces a part of a schema that cannot be checked. Its value is a list of reasons. */
export const uncheckedKeyword = 'unchecked';

/** A schema that is being rewritten for the validator, with its context. */
export interface Reading {
  place: Place;
  dialect: Dialect;
  /** The schema itself. */
  schema: Json;
  /** The names of required properties that may be missing in this direction. */
  omitted: ReadonlySet<string>;
  /** Those of them that also apply to subschemas for the value itself. */
  inherited: () => ReadonlySet<string>;
  /** Rewrites a subschema, for a part of the value or for the value itself, or for a condition of the value itself. */
  inner: (which: 'part' | 'same' | 'condition', ...tokens: string[]) => Json | boolean;
  /** Rewrites a reference to the schema at a place. */
  reference: (target: Place) => Json;
  /** The target of a reference at a place, or the reason why there is none. */
  follow: (reference: string, from: Place) => Place | string;
  /** Records a keyword that cannot be checked, and returns its replacement. */
  unchecked: (keyword: string, reason: string) => Json;
  /** Records a keyword that is checked in a way that its author may not expect. */
  note: (keyword: string, reason: string) => void;
}

/** Merges schemas that must all be valid. If two of them have the same keyword, both are kept, with `allOf`. */
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
