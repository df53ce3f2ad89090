import { isObject } from '../../../description/json-value.js';
import { scopeOf } from './anchors.js';
import type { Documents } from './documents.js';
import type { Place } from './places.js';

/** The targets of dynamic references: for each anchor, its place in the outermost schema that has it. */
export type Scope = ReadonlyMap<string, Place>;

/** The scope inside a schema. Anchors of outer schemas take precedence. */
export function entered(documents: Documents, place: Place, scope: Scope): Scope {
  const { dynamic } = documents.names(place.document);
  const added = dynamic.size > 0 ? dynamic.get(scopeOf(place)) : undefined;
  return added ? new Map([...added, ...scope]) : scope;
}

/**
 * The target of a dynamic reference (JSON Schema 2020-12 core, section 8.2.3.2; 2019-09, section 8.2.4.2).
 *
 * @param found The target as of a plain reference.
 * @returns `undefined` if the plain target is the target.
 */
export function dynamicTarget({ value }: Place, reference: string, scope: Scope): Place | undefined {
  if (!isObject(value)) return undefined;
  if (value.$recursiveAnchor === true) return scope.get('');
  const anchor = /#(.*)$/s.exec(reference)?.[1];
  return anchor !== undefined && value.$dynamicAnchor === anchor ? scope.get(anchor) : undefined;
}
