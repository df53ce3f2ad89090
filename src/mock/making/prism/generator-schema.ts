import { resolve, resolveIfPossible } from '../../../description/resolve.js';
import { namedSchemas } from '../../../description/subschemas.js';
import type { Description, Schema } from '../../../description/types.js';
import { limits, literalNames, names, values } from './generator-values.js';
import { isSchema, wellFormed, type GeneratorSchema } from './well-formed.js';

/** The schemas that contain themselves, by the name that references to them have. */
export type Bundled = Record<string, GeneratorSchema>;

/** Where Prism looks for what references lead to. */
const bundle = '#/__bundled__/';

/** Keywords whose value is a schema, a list of schemas, and schemas by name. */
const single = ['additionalProperties', 'contains', 'not', 'if', 'then', 'else'];
const listed = ['allOf', 'anyOf', 'oneOf'];
const named = ['properties', 'patternProperties'];

/** Names of properties that the generators take for keywords. */
const keywords = new Set([
  '$ref',
  'not',
  'type',
  'enum',
  'const',
  'allOf',
  'anyOf',
  'oneOf',
  'template',
  'thunk',
  'generate',
  'jsonPath',
  'faker',
  'chance',
  '$id',
  'id',
  'pattern',
  'items',
  'properties',
  'required',
]);

/** Stands before such a name while the generators work. */
const mark = '\u2063';

/** Gives the properties of a generated value their names back. */
export function withNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name.startsWith(mark) ? name.slice(mark.length) : name,
      withNames(part),
    ]),
  );
}

/** The name of a property as the generators see it. */
export function marked(name: string): string {
  return keywords.has(name) ? mark + name : name;
}

/** A tuple is made longer by no more items than this. */
const mostPadded = 100;

/**
 * Rewrites a schema of a response for the generators, which know draft-07, in part: tuples and limits of newer drafts
 * become those of the older, `writeOnly` properties are left out, and what refers to itself is put into the bundle.
 *
 * @param bundled Receives the schemas that contain themselves.
 */
export function generatorSchema(description: Description, schema: unknown, bundled: Bundled): GeneratorSchema {
  return new Rewriter(description, bundled).rewrite(schema);
}

interface Dependents {
  required?: string[];
  dependentRequired?: Record<string, string[]>;
  dependentSchemas?: Record<string, unknown>;
  allOf?: GeneratorSchema[];
}

class Rewriter {
  readonly #description: Description;
  readonly #bundled: Bundled;
  readonly #known = new Map<object, GeneratorSchema>();
  /** The schemas that are being rewritten, with the name in the bundle of one that was met again. */
  readonly #open = new Map<object, string | undefined>();

  constructor(description: Description, bundled: Bundled) {
    this.#description = description;
    this.#bundled = bundled;
  }

  rewrite(schema: unknown): GeneratorSchema {
    if (schema === false) return { not: {} };
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return {};
    const { $ref, ...beside } = schema as Schema;
    if (typeof $ref !== 'string') return this.#rewriteObject(schema);
    const target = this.#rewriteObject(this.#target($ref));
    return Object.keys(beside).length === 0 ? target : { ...target, ...this.#keywords(beside) };
  }

  /** What a reference leads to: a pointer within a schema that has an `$id` begins there. It allows all where it is not found. */
  #target($ref: string): Schema {
    const around = [...this.#open.keys()].findLast((schema) => typeof (schema as GeneratorSchema).$id === 'string');
    const within = around && resolveIfPossible<Schema>(around as Description, { $ref });
    return within ?? resolveIfPossible<Schema>(this.#description, { $ref }) ?? {};
  }

  #rewriteObject(schema: object): GeneratorSchema {
    const known = this.#known.get(schema);
    if (known) return known;
    if (this.#open.has(schema)) {
      const name = this.#open.get(schema) ?? `schema${this.#open.size}-${Object.keys(this.#bundled).length}`;
      this.#open.set(schema, name);
      // Filled in when it has been rewritten.
      this.#bundled[name] ??= {};
      return { $ref: bundle + name };
    }
    this.#open.set(schema, undefined);
    const rewritten = this.#keywords(schema);
    const name = this.#open.get(schema);
    // Another object, since Prism's sampler goes no further at one that it is in.
    if (name !== undefined) this.#bundled[name] = { ...rewritten };
    this.#open.delete(schema);
    this.#known.set(schema, rewritten);
    return rewritten;
  }

  #keywords(schema: object): GeneratorSchema {
    const made = wellFormed(schema);
    for (const keyword of single) if (isSchema(made[keyword])) made[keyword] = this.#part(made[keyword]);
    for (const keyword of listed) {
      const parts = made[keyword];
      if (Array.isArray(parts)) made[keyword] = parts.map((part) => this.rewrite(part));
    }
    for (const keyword of named) {
      const parts = made[keyword] as Record<string, unknown> | undefined;
      if (parts === undefined) continue;
      made[keyword] = Object.fromEntries(
        Object.entries(parts).flatMap(([name, part]) =>
          this.#isWriteOnly(part) ? [] : [[keyword === 'properties' ? marked(name) : name, this.rewrite(part)]],
        ),
      );
    }
    this.#leaveOutWriteOnly(made, schema);
    this.#dependents(made, (schema as Schema).properties);
    if (made.unevaluatedProperties === false) made.additionalProperties ??= false;
    if (made.maxProperties === 0) made.enum ??= [{}];
    this.#lists(made);
    names(made);
    literalNames(made, marked);
    limits(made);
    values(made);
    return made;
  }

  #part(schema: unknown): unknown {
    return typeof schema === 'boolean' ? schema : this.rewrite(schema);
  }

  #isWriteOnly(schema: unknown): boolean {
    if (typeof schema !== 'object' || schema === null) return false;
    try {
      return (resolve<Schema>(this.#description, schema as Schema) as { writeOnly?: boolean }).writeOnly === true;
    } catch {
      return false;
    }
  }

  #leaveOutWriteOnly(made: GeneratorSchema, { properties }: { properties?: unknown }): void {
    if (!Array.isArray(made.required)) return;
    const described = namedSchemas(properties);
    const required = (made.required as string[]).filter(
      (name) => !(Object.hasOwn(described, name) && this.#isWriteOnly(described[name])),
    );
    made.required = required.map(marked);
  }

  /** What has to be there beside a property is there in any case. */
  #dependents(made: GeneratorSchema, properties: unknown): void {
    const { required = [], dependentRequired = {}, dependentSchemas = {}, allOf = [] } = made as Dependents;
    const described = namedSchemas(properties);
    const there = new Set([...required, ...Object.keys(described).map(marked)]);
    const isThere = ([name]: [string, unknown]): boolean => there.has(marked(name));
    const names = Object.entries(dependentRequired)
      .filter(isThere)
      .flatMap(([, more]) => more)
      .filter((name) => !this.#isWriteOnly(described[name]));
    const parts = Object.entries(dependentSchemas)
      .filter(isThere)
      .map(([, part]) => this.rewrite(part));
    if (names.length > 0) made.required = [...new Set([...required, ...names.map(marked)])];
    if (parts.length > 0) made.allOf = [...allOf, ...parts];
  }

  /** Tuples, and items of which some must be there, become the tuples of draft-07. */
  #lists(made: GeneratorSchema): void {
    const {
      prefixItems,
      items,
      contains,
      minContains = 1,
      maxItems,
    } = made as {
      prefixItems?: unknown[];
      items?: unknown;
      contains?: unknown;
      minContains?: number;
      maxItems?: number;
    };
    const rest = isSchema(items) && !Array.isArray(items) ? this.#part(items) : items;
    const first = (prefixItems ?? []).map((part) => this.rewrite(part));
    const needed = contains === undefined ? [] : Array.from({ length: minContains }, () => contains);
    for (const keyword of ['prefixItems', 'contains', 'minContains', 'maxContains']) Reflect.deleteProperty(made, keyword);
    if (maxItems === 0) {
      made.enum = [[]];
      return;
    }
    if (first.length + needed.length === 0) {
      if (items !== undefined) made.items = rest;
      return;
    }
    const missing = Number(made.minItems ?? 0) - first.length - needed.length;
    // Of items beyond a tuple, the generators make none that their schema describes.
    const more = rest === false ? [] : Array.from({ length: Math.min(Math.max(missing, 0), mostPadded) }, () => rest ?? {});
    const tuple = [...first, ...needed, ...more];
    made.items = tuple;
    made.additionalItems = rest ?? true;
    made.minItems = Math.max(Number(made.minItems ?? 0), tuple.length);
    if (rest === false || made.minItems === tuple.length) made.maxItems = tuple.length;
  }
}
