import { isObject, objectOf, type Json } from '../../../description/json-value.js';
import { resolve } from '../../../description/references/resolve.js';
import type { Description } from '../../../description/types.js';

/**
 * How the docs read a description. One from elsewhere may have anything anywhere, so nothing is taken for what the
 * specification says it is: a field that is something else says nothing.
 */
export type Fields = Readonly<Json>;

/** A text or a number as text; else an empty one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The members of a map, in the order of the description. Extensions are no members. */
export function membersOf(value: unknown): Array<[name: string, value: unknown]> {
  return Object.entries(objectOf(value)).filter(([name]) => !name.startsWith('x-') || isObject(objectOf(value)[name]));
}

/**
 * Follows a reference, whose `summary` and `description` stand before those of its target (Reference Object).
 *
 * @returns The object itself where it is no reference; an empty object where the reference leads to none.
 */
export function follow(description: Description, value: unknown): Fields {
  const object = objectOf(value);
  if (typeof object.$ref !== 'string') return object;
  const { $ref, ...beside } = object;
  const target = targetOf(description, $ref);
  return Object.keys(beside).length === 0 ? target : { ...target, ...beside };
}

/** What a reference leads to; an empty object where it leads to none. */
export function targetOf(description: Description, $ref: string): Fields {
  try {
    return resolve<Fields>(description, { $ref });
  } catch {
    return {};
  }
}
