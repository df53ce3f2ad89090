import { isList, isObject } from '../../../../description/json-value.js';
import { allows, edgeValues } from './allowed-scalar.js';
import { allParts, itemSchemas, propertySchemas } from './all-parts.js';
import { isPossible, listedValue, plain, typeOf } from './common-keywords.js';
import type { Bundled } from './generator-schema.js';
import { unmarked } from './keyword-names.js';
import { isOfParts, textOfPatterns } from './pattern-texts.js';
import { toldApart } from './told-apart.js';
import type { GeneratorSchema } from './well-formed.js';

/** What values are composed with. */
export interface Composing {
  bundled: Bundled;
  /** Makes a text or a number of a schema without inner schemas; another one for another seed. */
  scalar: (schema: GeneratorSchema, seed: number) => unknown;
  /** Picks one of several at random: an index below the count. Default: the first. */
  pick?: (count: number) => number;
}

/** Below this depth, only what is required is made: a schema that contains itself would have no end. */
const deepestOptional = 3;

/** After this many parts, only what is required is made, too. */
const mostOptional = 200;

/** The deepest nesting, and the most parts of a value. A schema that requires itself has no value. */
const deepest = 30;
const mostParts = 2000;

/** The most items that a list gets at random beyond those that it needs. */
const mostMore = 3;

/**
 * Composes a value of schemas that apply together, as in `allOf`, from texts and numbers that the generators make. It handles
 * what they do not: schemas that contain themselves, names that are required but not described, several patterns, and
 * alternatives of which only one may apply.
 *
 * @param schemas The schemas.
 * @param variant Which of the possible values. The variants choose other alternatives, then leave out what is not required, then
 *   tell the alternatives apart.
 * @returns A value that may still be invalid; `undefined` if none can be made.
 */
export function composedValue(schemas: unknown[], variant: number, composing: Composing): unknown {
  const composer = new Composer(variant, composing);
  const value = composer.value(schemas, 0);
  return composer.isEndless ? undefined : value;
}

class Composer {
  #made = 0;
  /** Whether a part that is required lies too deep, so that the value cannot be complete. */
  isEndless = false;
  private readonly pick: (count: number) => number;

  constructor(
    private readonly variant: number,
    private readonly composing: Composing,
  ) {
    this.pick = composing.pick ?? (() => 0);
  }

  value(schemas: unknown[], depth: number): unknown {
    const { bundled } = this.composing;
    this.#made += 1;
    this.isEndless ||= depth > deepest;
    if (this.isEndless || this.#made > mostParts) return undefined;
    const own = schemas.flatMap((schema) => allParts(bundled, schema));
    const rivals: unknown[] = [];
    let mode = 0;
    const choose = (alternatives: unknown[]): unknown[] => {
      const possible = alternatives.filter((one) => isPossible([...own, ...allParts(bundled, one)]));
      const ended = depth > deepestOptional ? possible.filter((one) => this.isScalar(one)) : [];
      const among = [ended, possible, alternatives].find((some) => some.length > 0) ?? [];
      const chosen = among[(this.variant + this.pick(among.length)) % among.length];
      mode = Math.floor(this.variant / alternatives.length);
      if (mode > 1) rivals.push(...alternatives.filter((one) => one !== chosen));
      return [chosen];
    };
    const parts = schemas.flatMap((schema) => allParts(bundled, schema, choose));
    rivals.push(...parts.flatMap(({ not }) => (not === undefined ? [] : [not])));
    const lists = parts.flatMap((part) => [...(part.enum ? [part.enum] : []), ...('const' in part ? [[part.const]] : [])]);
    const [first, ...others] = lists;
    if (first) {
      const from = this.pick(first.length);
      const rotated = [...first.slice(from), ...first.slice(0, from)];
      return listedValue([rotated, ...others], parts, (one) => this.isAllowed(schemas, one));
    }
    const type = typeOf(parts);
    if (type === 'array') return this.list(parts, depth, rivals);
    if (type !== 'object') return this.scalar({ ...plain(parts), type }, parts, schemas);
    const made = this.object(parts, depth, mode === 1);
    const compose = (inner: unknown[]): unknown => this.value(inner, depth + 1);
    return rivals.reduce<typeof made>(
      (one, rival) => toldApart(one, parts, allParts(bundled, rival), mode, compose, bundled),
      made,
    );
  }

  private isScalar(schema: unknown): boolean {
    return !['object', 'array'].includes(typeOf(allParts(this.composing.bundled, schema)));
  }

  private isAllowed(schemas: unknown[], value: unknown): boolean {
    return isObject(value) || isList(value) || schemas.every((schema) => allows(this.composing.bundled, schema, value));
  }

  private object(parts: GeneratorSchema[], depth: number, isSparse: boolean): Record<string, unknown> {
    const required = new Set(parts.flatMap((part) => part.required ?? []).map(unmarked));
    const described = parts.flatMap((part) => Object.keys(part.properties ?? {})).map(unmarked);
    const made: Record<string, unknown> = {};
    let free = Math.min(...parts.map((part) => Number(part.maxProperties ?? Infinity))) - required.size;
    for (const name of new Set([...described, ...required])) {
      const isOptional = !required.has(name);
      if (isOptional && (isSparse || free <= 0 || depth > deepestOptional || this.#made > mostOptional)) continue;
      const value = this.member(parts, name, depth);
      if (value === undefined) continue;
      made[name] = value;
      if (isOptional) free -= 1;
    }
    const fewest = Math.max(0, ...parts.map((part) => Number(part.minProperties ?? 0)));
    for (let index = 1; Object.keys(made).length < fewest && index <= fewest; index += 1) {
      made[`property${index}`] = this.member(parts, `property${index}`, depth);
    }
    return made;
  }

  private member(parts: GeneratorSchema[], name: string, depth: number): unknown {
    const schemas = propertySchemas(parts, name);
    return schemas && this.value(schemas, depth + 1);
  }

  private list(parts: GeneratorSchema[], depth: number, rivals: unknown[]): unknown[] {
    const { bundled } = this.composing;
    const others = rivals.map((rival) => allParts(bundled, rival));
    const beyond = others.flatMap((other) => other.flatMap(({ maxItems = -1 }) => maxItems + 1));
    const fewest = Math.max(
      depth > deepestOptional ? 0 : 1 + this.pick(mostMore),
      ...parts.map(({ minItems = 0 }) => minItems),
      ...beyond,
    );
    const most = Math.min(...parts.map(({ maxItems = Infinity }) => maxItems));
    const made: unknown[] = [];
    for (let index = 0; index < Math.min(fewest, most, mostParts); index += 1) {
      const schemas = itemSchemas(parts, index);
      const apart = others.flatMap((other) => itemSchemas(other, index) ?? []).map((not) => ({ not }));
      const item = schemas && this.value([...schemas, ...apart], depth + 1);
      if (item !== undefined) made.push(item);
    }
    return made;
  }

  private scalar({ not: _, ...schema }: GeneratorSchema, parts: GeneratorSchema[], schemas: unknown[]): unknown {
    const { bundled, scalar } = this.composing;
    const patterns = [...new Set(parts.flatMap(({ pattern }) => pattern ?? []))];
    const made = isOfParts(patterns)
      ? textOfPatterns({ ...schema, patterns }, (pattern, seed) => scalar({ type: 'string', pattern }, seed))
      : scalar(schema, this.variant);
    const isChoice = parts.some(({ oneOf, anyOf, not }) => oneOf ?? anyOf ?? not);
    if (!isChoice || this.isAllowed(schemas, made)) return made;
    return edgeValues(bundled, schemas).find((one) => this.isAllowed(schemas, one)) ?? made;
  }
}
