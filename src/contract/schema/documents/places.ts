import { isObject, type Json } from '../../../description/json-value.js';
import { pointerTo } from '../../../description/references/pointer.js';
import { dialectNamed, type Dialect } from './dialects.js';

/** A document that schemas stand in: the description, or a metaschema. */
export interface SchemaDocument {
  root: unknown;
  /** What references in it are relative to. */
  base: string;
  /** The dialect of schemas that name none; a text when it is none that is known. */
  dialect: Dialect | string;
}

/** A place in a document, with what the places above it say of it. */
export interface Place {
  document: SchemaDocument;
  /** The way from the root of the document. */
  tokens: readonly string[];
  /** What stands there; `undefined` where nothing does. */
  value: unknown;
  /** What a reference is relative to: the nearest id, without a fragment. */
  base: string;
  /** How many tokens lead to the schema with that id. */
  resourceDepth: number;
  dialect: Dialect | string;
}

/** The root of a document as a place. */
export function rootOf(document: SchemaDocument): Place {
  const { root: value, base } = document;
  const named = isObject(value) && typeof value.$schema === 'string' ? value.$schema : undefined;
  const dialect = named === undefined ? document.dialect : (dialectNamed(named) ?? named);
  const uri = isObject(value) ? uriOf(value, dialect, base) : undefined;
  return { document, tokens: [], value, base: uri ?? base, resourceDepth: 0, dialect };
}

/** The place that some tokens lead to. */
export function below(place: Place, ...tokens: string[]): Place {
  let { value, base, resourceDepth, dialect } = place;
  for (const [index, token] of tokens.entries()) {
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, token) ? Reflect.get(value, token) : undefined;
    if (!isObject(value)) continue;
    if (typeof value.$schema === 'string') dialect = dialectNamed(value.$schema) ?? value.$schema;
    const uri = uriOf(value, dialect, base);
    if (uri === undefined) continue;
    base = uri;
    resourceDepth = place.tokens.length + index + 1;
  }
  return { document: place.document, tokens: [...place.tokens, ...tokens], value, base, resourceDepth, dialect };
}

/** The URI of a schema that has an id. */
function uriOf(schema: Json, dialect: Dialect | string, base: string): string | undefined {
  const id = idOf(schema, dialect);
  const uri = id === undefined ? undefined : absolute(id, base);
  return uri === undefined ? undefined : withoutFragment(uri);
}

/** The id of a schema, where it has one that is more than an anchor. */
export function idOf(schema: Json, dialect: Dialect | string): string | undefined {
  if (typeof dialect === 'string' || !dialect.id) return undefined;
  const id = schema[dialect.id];
  if (typeof id !== 'string' || (dialect.refStandsAlone && typeof schema.$ref === 'string')) return undefined;
  return id.startsWith('#') ? undefined : id;
}

/** A URI reference resolved; `undefined` for what is none. */
export function absolute(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

/** A URI without its fragment. */
export function withoutFragment(uri: string): string {
  return uri.replace(/#.*/s, '');
}

/** The place in the words of messages: `paths./pets.get`. */
export function displayed({ tokens }: Place): string {
  return tokens.join('.');
}

/** What tells a place from all others. */
export function keyOf({ document, tokens }: Place): string {
  return `${document.base} ${pointerTo(...tokens)}`;
}
