import { isNumber, isObject, objectOf, type Json } from '../../../description/json-value.js';
import { resolve } from '../../../description/references/resolve.js';
import type { Description } from '../../../description/types.js';

/**
 * An object of a description, as the docs read it. A description of somebody else may have any value in any field. So the
 * docs check the type of each field, and ignore a field with another type than the specification requires.
 */
export type Fields = Readonly<Json>;

/** Returns a string unchanged, a number as a string, and an empty string for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : isNumber(value) ? String(value) : '';
}

/** The entries of a map, in the order of the description, without extensions that are not objects. */
export function membersOf(value: unknown): Array<[name: string, value: unknown]> {
  return Object.entries(objectOf(value)).filter(([name]) => !name.startsWith('x-') || isObject(objectOf(value)[name]));
}

/**
 * Resolves a reference. Its own `summary` and `description` replace those of its target (Reference Object).
 *
 * @returns The object itself when it is not a reference, or an empty object when the reference cannot be resolved.
 */
export function follow(description: Description, value: unknown): Fields {
  const object = objectOf(value);
  if (typeof object.$ref !== 'string') return object;
  const { $ref, ...beside } = object;
  const target = targetOf(description, $ref);
  return Object.keys(beside).length === 0 ? target : { ...target, ...beside };
}

/** The target of a reference; an empty object when it cannot be resolved. */
export function targetOf(description: Description, $ref: string): Fields {
  try {
    return resolve<Fields>(description, { $ref });
  } catch {
    return {};
  }
}
