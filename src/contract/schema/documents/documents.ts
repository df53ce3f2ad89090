import { createRequire } from 'node:module';
import { decodeIfPossible } from '../../../description/parameters/sent.js';
import { asWritten, tokensOf } from '../../../description/references/pointer.js';
import type { Description } from '../../../description/types.js';
import { namesIn, type Names } from './anchors.js';
import { dialectNamed, dialectOf } from './dialects.js';
import { isObject } from '../../../description/json-value.js';
import { onceFor } from '../../../description/once-for.js';
import { absolute, below, displayed, rootOf, withoutFragment, type Place, type SchemaDocument } from './places.js';

const require = createRequire(import.meta.url);

/** The URIs of metaschemas that a schema may refer to. Their parts name the file of Ajv that contains them. */
const metaschemas = [
  /^https:\/\/json-schema\.org\/draft\/(2019-09|2020-12)\/(schema|meta\/[a-z-]+)$/,
  /^http:\/\/json-schema\.org\/(draft-0[67])\/schema$/,
];

/** A placeholder for the URL of the description. References to other files were bundled before. */
const base = 'description:/';

/** A longer chain of references is treated as circular. */
const mostReferences = 100;

/** A description and the documents that its schemas may refer to. */
export class Documents {
  readonly description: SchemaDocument;
  private readonly all: SchemaDocument[];
  /** The ids and anchors of a document. */
  readonly names: (document: SchemaDocument) => Names = onceFor((document) => namesIn(rootOf(document)));

  constructor(description: Description) {
    const { $self } = description;
    const self = typeof $self === 'string' ? absolute($self, base) : undefined;
    this.description = { root: description, base: withoutFragment(self ?? base), dialect: dialectOf(description) };
    this.all = [this.description];
  }

  /**
   * Finds the place of a JSON Pointer in the description.
   *
   * @returns The place, or the reason why there is none. If only the last token has no target, there is no schema, and any
   *   value is valid.
   */
  at(pointer: string): Place | string {
    const tokens = tokensOf(pointer);
    const outer = this.descend(rootOf(this.description), tokens.slice(0, -1));
    const last = tokens.at(-1);
    if (typeof outer === 'string' || last === undefined) return outer;
    const found = this.descend(outer, [last]);
    return typeof found === 'string' && isObject(outer.value) && !('$ref' in outer.value)
      ? { ...below(outer, last), value: true }
      : found;
  }

  /**
   * Follows a reference.
   *
   * @param from The schema with the reference.
   * @returns The target, or the reason why there is none.
   */
  follow(reference: string, from: Place, depth: number = 0): Place | string {
    const uri = absolute(reference, from.base);
    if (uri === undefined) return `the reference "${reference}" is no URI`;
    const fragment = /#(.*)/.exec(uri)?.[1];
    const resource = this.resource(withoutFragment(uri), from);
    if (!resource) return `the reference "${reference}" leads out of the description`;
    if (fragment === undefined || fragment === '') return resource;
    const decoded = decodeIfPossible(fragment);
    if (decoded.startsWith('/')) {
      const found = this.descend(resource, tokensOf(decoded), depth);
      return typeof found === 'string' ? `the reference "${asWritten(reference)}" points to nothing` : found;
    }
    const named = this.names(resource.document).anchors.get(`${resource.base}#${decoded}`);
    return named ?? `the reference "${asWritten(reference)}" points to nothing`;
  }

  /** Finds the schema or document with a URI. */
  private resource(uri: string, from: Place): Place | undefined {
    if (uri === from.base) return below(rootOf(from.document), ...from.tokens.slice(0, from.resourceDepth));
    const known = this.all.map((one) => this.names(one).ids.get(uri)).find(Boolean);
    return known ?? this.metaschema(uri);
  }

  private metaschema(uri: string): Place | undefined {
    const found = metaschemas.map((pattern) => pattern.exec(uri)).find(Boolean);
    const root: unknown = found && loadIfPossible(`ajv/dist/refs/json-schema-${found.slice(1).join('/')}.json`);
    if (!isObject(root)) return undefined;
    const document = { root, base: uri, dialect: dialectNamed(String(root.$schema)) };
    this.all.push(document);
    return rootOf(document);
  }

  /** Follows tokens from a place, resolving references on the way. */
  private descend(start: Place, tokens: readonly string[], depth: number = 0): Place | string {
    let place = start;
    for (const token of tokens) {
      const inner = below(place, token);
      if (inner.value !== undefined) {
        place = inner;
        continue;
      }
      const $ref = isObject(place.value) ? place.value.$ref : undefined;
      if (typeof $ref !== 'string' || depth > mostReferences) return `there is no ${displayed(inner)}`;
      const target = this.follow($ref, place, depth + 1);
      if (typeof target === 'string') return target;
      const next = this.descend(target, [token], depth + 1);
      if (typeof next === 'string') return next;
      place = next;
    }
    return place;
  }
}

/** Ajv does not contain all metaschemas: `format-assertion` is missing. */
function loadIfPossible(file: string): unknown {
  try {
    return require(file);
  } catch {
    return undefined;
  }
}
