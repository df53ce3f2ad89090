import type { Documents } from '../../../../contract/schema/documents/documents.js';
import { dynamicTarget, entered, type Scope } from '../../../../contract/schema/documents/dynamic-scope.js';
import { isObject } from '../../../../description/json-value.js';
import { below, type Place } from '../../../../contract/schema/documents/places.js';
import { omittedIn } from '../../../../contract/schema/rewrite/omitted.js';
import { alternatives, dependents } from './generator-conditions.js';
import { lists } from './generator-lists.js';
import { limits, literalNames, names, values } from './generator-values.js';
import { marked } from './keyword-names.js';
import { wellFormed, type GeneratorSchema } from './well-formed.js';

/** The schemas that contain themselves, by the names in references to them. */
export type Bundled = Record<string, GeneratorSchema>;

/** The place where Prism looks for the targets of references. */
const bundle = '#/__bundled__/';

/** Keywords with a schema, keywords with a list of schemas, and keywords with a map of schemas. */
const single = [
  ...['additionalProperties', 'additionalItems', 'items', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'],
  'contentSchema',
];
const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'];
const named = ['properties', 'patternProperties', 'dependentSchemas'];

/** Keywords with schemas for the same value. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas'];

const none: ReadonlySet<string> = new Set();

/**
 * Rewrites a schema of a response for the generators, which know only a part of draft-07. Tuples and limits of newer drafts
 * are rewritten in that draft, `writeOnly` properties are removed, and schemas that contain themselves go to the bundle.
 *
 * @param bundled The bundle. Schemas that contain themselves are added to it.
 */
export function generatorSchema(documents: Documents, place: Place, bundled: Bundled): GeneratorSchema {
  return new Rewriter(documents, bundled).rewrite(place);
}

class Rewriter {
  readonly #documents: Documents;
  readonly #bundled: Bundled;
  readonly #known = new Map<object, GeneratorSchema>();
  /** The schemas that are being rewritten. A schema that was found inside itself has its name in the bundle as the value. */
  readonly #open = new Map<object, string | undefined>();
  #scope: Scope = new Map();

  constructor(documents: Documents, bundled: Bundled) {
    this.#documents = documents;
    this.#bundled = bundled;
  }

  rewrite(place: Place): GeneratorSchema {
    const { value } = place;
    if (value === false) return { not: {} };
    if (!isObject(value)) return {};
    const outer = this.#scope;
    this.#scope = entered(this.#documents, place, outer);
    const rewritten = this.#inScope(place, value);
    this.#scope = outer;
    return rewritten;
  }

  #inScope(place: Place, value: GeneratorSchema): GeneratorSchema {
    // In another scope, a dynamic reference has another target.
    const known = this.#scope.size === 0 ? this.#known.get(value) : undefined;
    if (known) return known;
    if (this.#open.has(value)) {
      const name = this.#open.get(value) ?? `schema${this.#open.size}-${Object.keys(this.#bundled).length}`;
      this.#open.set(value, name);
      // This entry is filled in when the schema has been rewritten.
      this.#bundled[name] ??= {};
      return { $ref: bundle + name };
    }
    this.#open.set(value, undefined);
    const rewritten = this.#followed(place, value);
    const name = this.#open.get(value);
    // The bundle gets a copy, since Prism's sampler stops at an object that it is already in.
    if (name !== undefined) this.#bundled[name] = { ...rewritten };
    this.#open.delete(value);
    this.#known.set(value, rewritten);
    return rewritten;
  }

  /** Replaces a reference by its target. A reference that cannot be resolved becomes a schema that allows everything. */
  #followed(place: Place, { $ref, $dynamicRef, $recursiveRef, ...beside }: GeneratorSchema): GeneratorSchema {
    const reference = $ref ?? $dynamicRef ?? $recursiveRef;
    if (typeof reference !== 'string') return this.#keywords(place, beside);
    const found = this.#documents.follow(reference, place);
    const dynamic = $ref === undefined && typeof found !== 'string' ? dynamicTarget(found, reference, this.#scope) : undefined;
    const target = typeof found === 'string' ? {} : this.rewrite(dynamic ?? found);
    const isAlone = place.dialect.refStandsAlone;
    return isAlone || Object.keys(beside).length === 0 ? target : { ...target, ...this.#keywords(place, beside) };
  }

  #keywords(place: Place, schema: GeneratorSchema): GeneratorSchema {
    const made = wellFormed(schema);
    const omitted = omittedIn(this.#documents, place, 'response', none, 'own');
    this.#parts(made, place, omitted);
    if (made.required) made.required = made.required.filter((name) => !omitted.has(name)).map(marked);
    dependents(made, (name) => !omitted.has(name));
    alternatives(made);
    // Beside other schemas for the same value, it is unknown here what they evaluate.
    const isAlone = inPlace.every((keyword) => made[keyword] === undefined);
    if (isAlone && made.unevaluatedProperties === false) made.additionalProperties ??= false;
    const hasItems = ['items', 'prefixItems', 'contains'].some((keyword) => keyword in made);
    if (isAlone && !hasItems && made.unevaluatedItems === false) made.maxItems = 0;
    if (made.maxProperties === 0) made.enum ??= [{}];
    lists(made);
    names(made);
    literalNames(made);
    limits(made);
    values(made);
    return made;
  }

  /** Rewrites the direct subschemas of a schema. */
  #parts(made: GeneratorSchema, place: Place, omitted: ReadonlySet<string>): void {
    const part = (...way: string[]): unknown => {
      const inner = below(place, ...way);
      return typeof inner.value === 'boolean' && way.length === 1 ? inner.value : this.rewrite(inner);
    };
    for (const keyword of single) if (keyword in made && !Array.isArray(made[keyword])) made[keyword] = part(keyword);
    for (const keyword of listed) {
      const all = made[keyword];
      if (Array.isArray(all)) made[keyword] = all.map((_, index) => part(keyword, String(index)));
    }
    for (const keyword of named) {
      if (!isObject(made[keyword])) continue;
      const all = Object.keys(made[keyword]).filter((name) => keyword !== 'properties' || !omitted.has(name));
      made[keyword] = Object.fromEntries(
        all.map((name) => [keyword === 'properties' ? marked(name) : name, part(keyword, name)]),
      );
    }
  }
}
