import { resolve } from '../../../description/resolve.js';
import type { Description, Schema } from '../../../description/types.js';

/** A schema as the generators of Prism read it: JSON Schema of draft-07, its references within itself. */
export type GeneratorSchema = Record<string, unknown>;

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

/** Formats that the generators do not know, as what they know. */
const formats: Record<string, object> = {
  duration: { pattern: '^P[1-9]D$' },
  'idn-hostname': { format: 'hostname' },
};

/**
 * Rewrites a schema of a response for the generators, which know draft-07, in part: tuples and limits of newer drafts
 * become those of the older, `writeOnly` properties are left out, and what refers to itself is put into the bundle.
 *
 * @param bundled Receives the schemas that contain themselves.
 */
export function generatorSchema(description: Description, schema: unknown, bundled: Bundled): GeneratorSchema {
  return new Rewriter(description, bundled).rewrite(schema);
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
    const target = this.#rewriteObject(resolve<Schema>(this.#description, { $ref }));
    return Object.keys(beside).length === 0 ? target : { ...target, ...this.#keywords(beside) };
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
    const made: GeneratorSchema = { ...schema };
    for (const keyword of single) if (isSchema(made[keyword])) made[keyword] = this.#part(made[keyword]);
    for (const keyword of listed) {
      const parts = made[keyword];
      if (Array.isArray(parts)) made[keyword] = parts.map((part) => this.rewrite(part));
    }
    for (const keyword of named) {
      const parts = made[keyword];
      if (typeof parts !== 'object' || parts === null) continue;
      made[keyword] = Object.fromEntries(
        Object.entries(parts).flatMap(([name, part]) =>
          this.#isWriteOnly(part) ? [] : [[keyword === 'properties' ? marked(name) : name, this.rewrite(part)]],
        ),
      );
    }
    this.#leaveOutWriteOnly(made, schema);
    this.#lists(made);
    names(made);
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

  #leaveOutWriteOnly(made: GeneratorSchema, { properties = {} }: { properties?: Record<string, unknown> }): void {
    if (!Array.isArray(made.required)) return;
    const required = (made.required as string[]).filter(
      (name) => !(Object.hasOwn(properties, name) && this.#isWriteOnly(properties[name])),
    );
    made.required = required.map(marked);
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
    const tuple = [...first, ...needed];
    if (tuple.length === 0) {
      if (items !== undefined) made.items = rest;
      return;
    }
    made.items = tuple;
    made.additionalItems = rest ?? true;
    made.minItems = Math.max(Number(made.minItems ?? 0), tuple.length);
    if (rest === false || made.minItems === tuple.length) made.maxItems = tuple.length;
  }
}

/** Where only the names of properties are described, they are made by that. */
function names(made: GeneratorSchema): void {
  const { propertyNames, patternProperties, additionalProperties, properties } = made as Record<
    string,
    { pattern?: unknown } | undefined
  >;
  const pattern = propertyNames?.pattern;
  if (typeof pattern === 'string' && !patternProperties && !properties) {
    made.patternProperties = { [pattern]: isSchema(additionalProperties) ? additionalProperties : {} };
    made.additionalProperties = false;
  }
  Reflect.deleteProperty(made, 'propertyNames');
}

/** Of OpenAPI 3.0, `nullable` and the limits that say whether they are exclusive. */
function limits(made: GeneratorSchema): void {
  if (made.nullable === true && typeof made.type === 'string') {
    made.type = [made.type, 'null'];
    if (Array.isArray(made.enum)) made.enum = [...(made.enum as unknown[]), null];
  }
  const step = made.type === 'integer' ? 1 : 0;
  for (const [exclusive, limit, direction] of [
    ['exclusiveMinimum', 'minimum', 1],
    ['exclusiveMaximum', 'maximum', -1],
  ] as const) {
    const bound = made[exclusive] === true ? made[limit] : made[exclusive];
    if (typeof bound === 'number') made[limit] = bound + step * direction;
    Reflect.deleteProperty(made, exclusive);
  }
  fractions(made);
}

/** How many multiples of a fraction are offered. */
const mostMultiples = 10;

/** Multiples of a fraction are counted in whole numbers, and written with its decimals. */
function fractions(made: GeneratorSchema): void {
  const { multipleOf, minimum, maximum } = made as Record<string, number | undefined>;
  if (typeof multipleOf !== 'number' || Number.isInteger(multipleOf) || multipleOf <= 0 || made.enum !== undefined) return;
  const decimals = Math.min(String(multipleOf).split('.')[1]?.length ?? 0, 100);
  const first = typeof minimum === 'number' ? Math.ceil(minimum / multipleOf) : 1;
  const multiples = Array.from({ length: mostMultiples }, (_, index) => Number(((first + index) * multipleOf).toFixed(decimals)));
  const fitting = multiples.filter((one) => (minimum ?? -Infinity) <= one && one <= (maximum ?? Infinity));
  // Some validators divide without regard to decimals: what is a multiple for each of them comes first.
  const exact = fitting.filter((one) => Number.isInteger(one / multipleOf));
  if (fitting.length > 0) made.enum = exact.length > 0 ? exact : fitting;
}

/** What a value is an example of, and how a text is made. */
function values(made: GeneratorSchema): void {
  const { example, format, pattern } = made;
  if (example !== undefined && made.examples === undefined) made.examples = [example];
  Reflect.deleteProperty(made, 'example');
  if (typeof format === 'string' && pattern === undefined && Object.hasOwn(formats, format)) {
    Reflect.deleteProperty(made, 'format');
    Object.assign(made, formats[format]);
  }
  if (typeof pattern === 'string') made.pattern = withoutPropertyEscapes(pattern);
}

/** The generator of texts knows no classes of Unicode: a part of each that it knows is enough to make a text. */
function withoutPropertyEscapes(pattern: string): string {
  let isInClass = false;
  return pattern.replaceAll(/\\p\{([^}]*)\}|\\.|\[|\]/g, (found: string, name: string | undefined) => {
    if (found === '[') isInClass = true;
    if (found === ']') isInClass = false;
    if (name === undefined) return found;
    const range = /^(N|Nd|Number)/.test(name) ? '0-9' : /^(Lu|Uppercase)/.test(name) ? 'A-Z' : 'a-z';
    return isInClass ? range : `[${range}]`;
  });
}

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null);
}
