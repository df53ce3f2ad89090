import type { Documents } from '../documents/documents.js';
import { isObject, objectOf } from '../../../description/json-value.js';
import { onceFor } from '../../../description/once-for.js';
import { below, keyOf, type Place } from '../documents/places.js';
import type { Direction } from '../finding.js';

const keywords: Record<Direction, 'readOnly' | 'writeOnly'> = { request: 'readOnly', response: 'writeOnly' };

/** No property may be missing in a condition, such as `not` or `if`: it tells whether the property is there. */
export const inCondition: ReadonlySet<string> = new Set();

const known = onceFor<Documents, Map<string, ReadonlySet<string>>>(() => new Map());

/**
 * Finds the properties that may be missing although they are required: read-only ones in a request, write-only ones in a
 * response (OpenAPI 3.0.3, Schema Object). They may be described beside `required`, or in another schema for the same object.
 *
 * @param outer The properties found in enclosing schemas for the same object. Or `inCondition`, which is returned.
 * @param which `own` for the `required` of the schema itself; `inherited` for its subschemas, which must not get properties
 *   that only one alternative describes.
 */
export function omittedIn(
  documents: Documents,
  place: Place,
  direction: Direction,
  outer: ReadonlySet<string>,
  which: 'own' | 'inherited',
): ReadonlySet<string> {
  if (outer === inCondition || !mayOmit(documents, place, direction)) return outer;
  const cache = known(documents);
  const key = `${which} ${direction} ${keyOf(place)}`;
  let own = cache.get(key);
  if (!own) cache.set(key, (own = new Set(namesIn(documents, place, keywords[direction], which === 'own', new Set()))));
  if (own.size === 0) return outer;
  return new Set([...outer, ...own]);
}

/** Whether any property of a document may be missing in a direction. */
export function mayOmit(documents: Documents, { document }: Place, direction: Direction): boolean {
  return documents.names(document)[keywords[direction]];
}

function namesIn(
  documents: Documents,
  place: Place,
  keyword: 'readOnly' | 'writeOnly',
  isAlternativeSeen: boolean,
  seen: Set<string>,
): string[] {
  const { value } = place;
  const key = keyOf(place);
  if (!isObject(value) || seen.has(key)) return [];
  seen.add(key);
  const properties = isObject(value.properties) ? Object.keys(value.properties) : [];
  const own = properties.filter((name) => isMarked(documents, below(place, 'properties', name), keyword, new Set()));
  const parts = [
    ...partsOf(documents, place, ['allOf']),
    ...(isAlternativeSeen ? partsOf(documents, place, ['anyOf', 'oneOf', 'then', 'else']) : []),
  ];
  return [...own, ...parts.flatMap((part) => namesIn(documents, part, keyword, isAlternativeSeen, seen))];
}

function isMarked(documents: Documents, place: Place, keyword: 'readOnly' | 'writeOnly', seen: Set<string>): boolean {
  const { value } = place;
  const key = keyOf(place);
  if (!isObject(value) || seen.has(key)) return false;
  seen.add(key);
  const isAlone = place.dialect.refStandsAlone && typeof value.$ref === 'string';
  if (!isAlone && value[keyword] === true) return true;
  return partsOf(documents, place, ['allOf']).some((part) => isMarked(documents, part, keyword, seen));
}

/** The subschemas for the same value: the target of the reference, and the schemas in some keywords. */
function partsOf(documents: Documents, place: Place, within: string[]): Place[] {
  const value = objectOf(place.value);
  const target = typeof value.$ref === 'string' ? documents.follow(value.$ref, place) : undefined;
  const inner = within.flatMap((keyword): Place[] => {
    const schemas = value[keyword];
    if (Array.isArray(schemas)) return schemas.map((_, index) => below(place, keyword, String(index)));
    return schemas === undefined ? [] : [below(place, keyword)];
  });
  return [...(typeof target === 'object' ? [target] : []), ...inner];
}
