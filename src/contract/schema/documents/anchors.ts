import { isObject, type Json } from '../../../description/json-value.js';
import { isData, isMap } from '../../../description/references/fields.js';
import { below, keyOf, type Place } from './places.js';

/** The ids and anchors of the schemas in a document. */
export interface Names {
  /** Schemas with an id, by URI. */
  ids: Map<string, Place>;
  /** Schemas with an anchor, by URI and anchor. */
  anchors: Map<string, Place>;
  /** Schemas with a dynamic anchor, by the enclosing schema (`scopeOf`) and the anchor. */
  dynamic: Map<string, Map<string, Place>>;
  /** Whether the keyword `readOnly` or `writeOnly` occurs anywhere. */
  readOnly: boolean;
  writeOnly: boolean;
}

/**
 * Finds the ids and anchors in a document.
 *
 * @param root The root of the document.
 */
export function namesIn(root: Place): Names {
  const used = keysIn(root.value);
  const names: Names = {
    ids: new Map([[root.base, root]]),
    anchors: new Map(),
    dynamic: new Map(),
    readOnly: used.has('readOnly'),
    writeOnly: used.has('writeOnly'),
  };
  // Most descriptions have no ids and anchors.
  if (root.dialect.id === 'id' || naming.some((key) => used.has(key))) visit(root, false, names);
  return names;
}

const naming = ['$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$schema'];

/** The keys that occur anywhere in a value. */
function keysIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) keysIn(inner, found.add(key));
  return found;
}

function visit(place: Place, isInMap: boolean, names: Names): void {
  const { value } = place;
  if (isObject(value) && !isInMap) note(place, value, names);
  for (const [key, inner] of Object.entries(value ?? {})) {
    const isLeftOut = !isInMap && (isData(key, inner) || key === 'examples' || key.startsWith('x-'));
    if (typeof inner === 'object' && !isLeftOut) visit(below(place, key), !isInMap && isMap(key, inner), names);
  }
}

function note(place: Place, value: Json, names: Names): void {
  const { base, dialect } = place;
  if (!dialect.id) return;
  // Without an id of its own, it has the base of an outer schema, which was noted before.
  setOnce(names.ids, base, place);
  const id = dialect.anchorsInIds ? value[dialect.id] : undefined;
  const anchorInId = typeof id === 'string' && id.includes('#') ? id.slice(id.indexOf('#') + 1) : undefined;
  for (const anchor of [value.$anchor, value.$dynamicAnchor, anchorInId])
    if (typeof anchor === 'string') setOnce(names.anchors, `${base}#${anchor}`, place);
  const dynamic = value.$recursiveAnchor === true ? '' : value.$dynamicAnchor;
  if (typeof dynamic !== 'string') return;
  const scope = scopeOf(place);
  const known = names.dynamic.get(scope) ?? new Map<string, Place>();
  names.dynamic.set(scope, known);
  setOnce(known, dynamic, place);
}

function setOnce<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

/**
 * The key of the schema whose dynamic anchors are in scope at a place: the nearest schema with an id, else the outermost Schema
 * Object, since authors write anchors there as if it had an id.
 */
export function scopeOf(place: Place): string {
  const { tokens, resourceDepth } = place;
  if (resourceDepth > 0) return keyOf({ ...place, tokens: tokens.slice(0, resourceDepth) });
  const isComponent = tokens[0] === 'components' && tokens[1] === 'schemas';
  const depth = isComponent ? 3 : tokens.findIndex((token) => token === 'schema' || token === 'itemSchema') + 1;
  return keyOf({ ...place, tokens: tokens.slice(0, depth) });
}
