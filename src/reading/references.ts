import { isObject, objectOf, unshared } from '../description/json-value.js';
import { isData, isMap } from '../description/references/fields.js';
import { escapeToken } from '../description/references/pointer.js';
import { resolveIfPossible } from '../description/references/resolve.js';
import { methods } from '../description/types.js';

/** A reference in a file of a description, and a function to replace it. */
export interface FoundReference {
  kind: 'reference' | 'externalValue';
  /** The reference as written. */
  text: string;
  /** The base URL of the reference: that of the file, or of an enclosing schema with an `$id`. */
  base: string;
  /** Whether an enclosing schema has an `$id`. Its pointers are then relative to that schema. */
  isInResource: boolean;
  /** Whether it is in a place where the specification has no references, such as an extension. */
  isOptional: boolean;
  replace: (text: string) => void;
  /** The object that contains it. */
  holder: Record<string, unknown>;
}

/** The references of a file, and the parts of it that others can refer to by name. */
export interface FoundParts {
  references: FoundReference[];
  /** JSON Pointers by URL, from `$id`, `$anchor`, `$dynamicAnchor` and `$self`. */
  names: Map<string, string>;
  /** References in places where OpenAPI allows none, such as to a file with all paths. */
  standIns: StandIn[];
}

/** An object with only a `$ref`, in the place of a map, a list or an operation. Its target must replace it. */
export interface StandIn {
  holder: Record<string, unknown>;
  put: (target: unknown) => void;
}

/** Fields whose value is not a map, and where OpenAPI allows no reference. */
const parts = new Set<string>([...methods, 'info', 'components', 'tags', 'servers', 'security', 'required', 'enum']);

interface Place extends Pick<FoundReference, 'base' | 'isInResource' | 'isOptional'> {
  pointer: string;
  isMap: boolean;
}

/**
 * Finds the references of a file, and the names that other references can use.
 *
 * @param file The parsed file.
 * @param url Its URL, without a fragment.
 */
export function findReferences(file: unknown, url: string): FoundParts {
  const found: FoundParts = { references: [], names: new Map(), standIns: [] };
  visit(file, { pointer: '', base: url, isInResource: false, isMap: false, isOptional: false }, found);
  return found;
}

function visit(value: unknown, place: Place, found: FoundParts): void {
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries())
      visit(part, { ...place, pointer: `${place.pointer}/${index}`, isMap: false }, found);
    return;
  }
  if (!isObject(value)) return;
  const here = place.isMap ? place : named(value, place, found);
  if (!place.isMap || typeof value.$ref === 'string') collect(value, here, found);
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'object' || part === null) continue;
    const isStandIn = !place.isMap && isObject(part) && (isMap(key, part) || parts.has(key)) && typeof part.$ref === 'string';
    if (isStandIn) found.standIns.push({ holder: part, put: (target) => void (value[key] = target) });
    if (!place.isMap && !isStandIn && isData(key, part)) continue;
    const isOptional = here.isOptional || (!place.isMap && key.startsWith('x-'));
    visit(
      part,
      { ...here, pointer: `${here.pointer}/${escapeToken(key)}`, isMap: !place.isMap && isMap(key, part), isOptional },
      found,
    );
  }
}

/**
 * Replaces stand-ins by their targets.
 *
 * @param document The bundle that contains the targets. It is changed.
 * @param standIns The stand-ins, in the order of their files: the targets of earlier ones may contain later ones.
 */
export function putInPlace(document: object, standIns: StandIn[]): void {
  for (const { holder, put } of standIns.toReversed()) {
    const target = resolveIfPossible<object>(document, { $ref: String(holder.$ref) });
    if (target !== undefined) put(unshared(target));
  }
}

/** Records the names of an object. Returns the place with the base URL of the references in it. */
function named(object: Record<string, unknown>, place: Place, { names }: FoundParts): Place {
  const id = place.pointer === '' ? (object.$self ?? object.$id) : object.$id;
  const url = typeof id === 'string' && URL.canParse(id, place.base) ? new URL(id, place.base).href : undefined;
  const base = url?.replace(/#.*$/, '') ?? place.base;
  if (url !== undefined) names.set(base, place.pointer);
  for (const anchor of [object.$anchor, object.$dynamicAnchor]) {
    if (typeof anchor === 'string') names.set(`${base}#${anchor}`, place.pointer);
  }
  return { ...place, base, isInResource: place.isInResource || (url !== undefined && place.pointer !== '') };
}

function collect(object: Record<string, unknown>, { base, isInResource, isOptional }: Place, { references }: FoundParts): void {
  const add = (kind: FoundReference['kind'], holder: Record<string, unknown>, key: string): void => {
    const text = holder[key];
    if (typeof text !== 'string') return;
    const replace = (other: string): void => {
      holder[key] = other;
    };
    references.push({ kind, text, base, isInResource, isOptional, replace, holder });
  };
  add('reference', object, '$ref');
  add('externalValue', object, 'externalValue');
  const { mapping } = objectOf(object.discriminator);
  if (!isObject(mapping)) return;
  for (const [key, target] of Object.entries(mapping)) {
    // A plain name, without a path or a fragment, is the name of a schema.
    if (typeof target === 'string' && /[/#.]/.test(target)) add('reference', mapping, key);
  }
}
