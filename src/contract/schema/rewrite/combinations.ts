import { listOf, objectOf, type Json } from '../../../description/json-value.js';
import { below, type Place } from '../documents/places.js';
import type { Reading } from './reading.js';

/** The keywords that apply other schemas to the value itself. */
export function rewriteCombinations(reading: Reading): Json[] {
  const { schema } = reading;
  const lists = (['allOf', 'anyOf', 'oneOf'] as const).filter((name) => schema[name] !== undefined);
  return [
    ...lists.map((name) => rewriteList(reading, name, schema[name])),
    ...(schema.not === undefined ? [] : [{ not: reading.inner('condition', 'not') }]),
    ...rewriteCondition(reading),
  ];
}

function rewriteList(reading: Reading, name: string, list: unknown): Json {
  if (!Array.isArray(list)) return reading.unchecked(name, 'it is no list');
  if (list.length === 0) return reading.unchecked(name, 'it lists no schema');
  const alternatives = (which: 'same' | 'condition'): Array<Json | boolean> =>
    list.map((_, index) => reading.inner(which, name, String(index)));
  // Alternatives may differ only in what they require, of which some may be missing.
  if (name !== 'oneOf' || !mayLackRequired(reading, list.length)) return { [name]: alternatives('same') };
  return { anyOf: [{ oneOf: alternatives('same') }, { oneOf: alternatives('condition') }] };
}

/** Whether an alternative requires a property that is described beside it and may be missing. */
function mayLackRequired({ place, follow, inherited }: Reading, count: number): boolean {
  const omitted = inherited();
  if (omitted.size === 0) return false;
  const places = Array.from({ length: count }, (_, index) => below(place, 'oneOf', String(index)));
  return places.some((one) =>
    [one, ...targetOf(one, follow)].some(({ value }) =>
      listOf(objectOf(value).required).some((name) => omitted.has(String(name))),
    ),
  );
}

function targetOf(place: Place, follow: Reading['follow']): Place[] {
  const { $ref } = objectOf(place.value);
  const target = typeof $ref === 'string' ? follow($ref, place) : undefined;
  return typeof target === 'object' ? [target] : [];
}

function rewriteCondition(reading: Reading): Json[] {
  const { schema } = reading;
  if (schema.if === undefined) return [];
  const branches = (['then', 'else'] as const).filter((name) => schema[name] !== undefined);
  // Without a branch, `if` still marks properties and items as evaluated.
  if (branches.length === 0) return [{ if: reading.inner('condition', 'if'), then: true }];
  return [
    Object.fromEntries(['if', ...branches].map((name) => [name, reading.inner(name === 'if' ? 'condition' : 'same', name)])),
  ];
}
