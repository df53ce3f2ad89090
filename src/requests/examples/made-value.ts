import type { Description, Schema } from '../../description/types.js';
import { ValueSearch } from './value-search.js';

/** A value that was made, or the paths of the properties for which the description has no value. */
export type MadeValue = { value: unknown } | { missing: string[][] };

/** Finds the path to the first invalid part of a value; `undefined` if the value is valid. */
export type FindProblem = (value: unknown) => string[] | undefined;

/** The most values that are tried. A schema may offer many alternatives. */
const mostAttempts = 30;

/**
 * Makes a value from what its schema says: an example, `const`, `default`, a value of `enum`, or an object or a list made of
 * such values. An object has all required properties, and the optional ones that have an example. Nothing is made up.
 *
 * @param findProblem Judges each attempt. If a part is invalid, the next value for this part is tried.
 * @param required Whether a value without any example is a result, too.
 * @returns The first valid value, or what is missing.
 */
export function madeValue(description: Description, schema: Schema, findProblem: FindProblem, required: boolean): MadeValue {
  const search = new ValueSearch(description);
  let first: string[] | undefined;
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    const found = search.attempt(schema);
    if (!found) return { missing: first ? [first] : search.missing };
    if (!required && !found.hasExample) break;
    const problem = findProblem(found.value);
    if (!problem) return { value: found.value };
    first ??= problem;
    if (!search.choosesNext(problem)) break;
  }
  return { missing: [first ?? []] };
}
