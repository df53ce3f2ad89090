import { asWritten, unescapeToken } from './pointer.js';
import type { Reference } from '../types.js';

/**
 * Follows a Reference Object within a bundled description.
 *
 * @param description The bundled description, whose references all begin with `#/`.
 * @param value An object of the description, or a reference to one.
 * @returns The target; `value` itself if it is not a reference. A schema that is `true` or `false` becomes an equivalent
 *   object, `{}` or `{ not: {} }` (JSON Schema 2020-12, section 4.3.2).
 * @throws Error when a reference points outside the description, has no target, or is circular.
 */
export function resolve<T extends object>(description: object, value: T | Reference): T {
  const seen = new Set<string>();
  let current: T | Reference = value;
  while (isReference(current)) {
    const { $ref } = current;
    if (seen.has($ref)) throw new Error(`The reference "${asWritten($ref)}" leads back to itself: point it at an object.`);
    seen.add($ref);
    current = lookUp(description, $ref) as T | Reference;
  }
  const found: unknown = current;
  return typeof found === 'boolean' ? ((found ? {} : { not: {} }) as T) : current;
}

/**
 * Like `resolve`, but returns `undefined` for a reference that cannot be followed.
 *
 * A schema with an `$id` may refer to others by URIs that only a validator can resolve.
 */
export function resolveIfPossible<T extends object>(description: object, value: T | Reference): T | undefined {
  try {
    return resolve(description, value);
  } catch {
    return undefined;
  }
}

/**
 * Follows a reference to a schema, and further references that have no keywords beside them. It stops at a reference with other
 * keywords, because these apply, too (JSON Schema 2020-12, section 8.2.3.1).
 *
 * @returns A schema, possibly a reference with other keywords. Empty if a reference has no target or is circular.
 */
export function schemaAt(description: object, $ref: string): Record<string, unknown> {
  const seen = new Set<string>();
  let found: unknown = { $ref };
  while (isReference(found) && Object.keys(found).length === 1) {
    const reference = found.$ref;
    if (seen.has(reference)) return {};
    seen.add(reference);
    try {
      found = lookUp(description, reference);
    } catch {
      return {};
    }
  }
  if (typeof found === 'boolean') return found ? {} : { not: {} };
  return found as Record<string, unknown>;
}

/** Whether a reference leads back to itself, by way of references alone. */
export function isCircular(description: object, $ref: string): boolean {
  const seen = new Set<string>();
  let found: unknown = { $ref };
  while (isReference(found)) {
    if (seen.has(found.$ref)) return true;
    seen.add(found.$ref);
    try {
      found = lookUp(description, found.$ref);
    } catch {
      return false;
    }
  }
  return false;
}

function isReference(value: unknown): value is Reference {
  return isObject(value) && typeof value.$ref === 'string';
}

function lookUp(description: object, reference: string): unknown {
  if (!reference.startsWith('#/')) {
    throw new Error(`The reference "${reference}" leaves the description: bundle the description first.`);
  }
  let target: unknown = description;
  for (const token of reference.slice(2).split('/')) {
    const key = unescapeToken(decodeURIComponent(token));
    target = isObject(target) && Object.hasOwn(target, key) ? target[key] : undefined;
  }
  if (!isObject(target) && typeof target !== 'boolean')
    throw new Error(`The reference "${asWritten(reference)}" points to nothing: correct it or add its target.`);
  return target;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
