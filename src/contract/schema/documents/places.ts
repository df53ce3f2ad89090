import { isObject, type Json } from '../../../description/json-value.js';
import { pointerTo } from '../../../description/references/pointer.js';
import { dialectNamed, type Dialect } from './dialects.js';

/** A document with schemas: the description or a metaschema. */
export interface SchemaDocument {
  root: unknown;
  /** The base URI of its references. */
  base: string;
  /** The default dialect of its schemas. */
  dialect: Dialect;
}

/** A place in a document, with the settings that it inherits from enclosing schemas. */
export interface Place {
  document: SchemaDocument;
  /** The JSON Pointer tokens from the root of the document. */
  tokens: readonly string[];
  /** The value at the place; `undefined` if there is none. */
  value: unknown;
  /** The base URI of references: the nearest id, without a fragment. */
  base: string;
  /** The number of tokens of the schema with that id. */
  resourceDepth: number;
  dialect: Dialect;
}

/** The root of a document as a place. */
export function rootOf(document: SchemaDocument): Place {
  const { root: value, base, dialect } = document;
  return { document, tokens: [], value, base, resourceDepth: 0, dialect };
}

/** The place at some tokens below another place. */
export function below(place: Place, ...tokens: string[]): Place {
  let { value, base, resourceDepth, dialect } = place;
  for (const [index, token] of tokens.entries()) {
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, token) ? Reflect.get(value, token) : undefined;
    if (!isObject(value)) continue;
    if (typeof value.$schema === 'string') dialect = dialectNamed(value.$schema);
    const uri = uriOf(value, dialect, base);
    if (uri === undefined) continue;
    base = uri;
    resourceDepth = place.tokens.length + index + 1;
  }
  return { document: place.document, tokens: [...place.tokens, ...tokens], value, base, resourceDepth, dialect };
}

/** The URI of a schema that has an id, unless the id is only an anchor. */
function uriOf(schema: Json, dialect: Dialect, base: string): string | undefined {
  const id = dialect.id && schema[dialect.id];
  const isIgnored = dialect.refStandsAlone && typeof schema.$ref === 'string';
  if (typeof id !== 'string' || id.startsWith('#') || isIgnored) return undefined;
  const uri = absolute(id, base);
  return uri === undefined ? undefined : withoutFragment(uri);
}

/** Resolves a URI reference; `undefined` if it is invalid. */
export function absolute(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

/** A URI without its fragment. */
export function withoutFragment(uri: string): string {
  return uri.replace(/#.*/s, '');
}

/** The place for messages: `paths./pets.get`. */
export function displayed({ tokens }: Place): string {
  return tokens.join('.');
}

/** A unique key for a place. */
export function keyOf({ document, tokens }: Place): string {
  return `${document.base} ${pointerTo(...tokens)}`;
}
