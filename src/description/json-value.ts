/** Type guards for values from outside, which can have any form. With them, no code needs to assert a type. */

/** A JSON object. */
export type Json = Record<string, unknown>;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. Unlike with `Array.isArray`, its items are `unknown`, not `any`. */
export function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** Whether a value is a number. An integer that a JavaScript number cannot hold is a `bigint`. */
export function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** The value itself when it is an object, else an empty object. */
export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The value itself when it is a list, else an empty list. */
export function listOf(value: unknown): unknown[] {
  return isList(value) ? value : [];
}

/** A value and all lists and objects in it, each once. Nothing for a value that is neither. */
export function objectsIn(root: unknown): Set<object> {
  const found = new Set<object>();
  const add = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) found.add(value);
  };
  add(root);
  // A loop over a set also visits the elements that are added during the loop.
  for (const one of found) Object.values(one).forEach(add);
  return found;
}

/** A copy of a value in which no two parts are the same object. */
export function unshared<T>(value: T): T;
export function unshared(value: unknown): unknown {
  if (isList(value)) return value.map((part) => unshared(part));
  if (!isObject(value)) return value;
  const copy = { ...value };
  for (const key of Object.keys(copy)) copy[key] = unshared(copy[key]);
  return copy;
}
