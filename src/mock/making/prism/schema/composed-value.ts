import { allParts, itemSchemas, propertySchemas } from './all-parts.js';
import { listedValue, plain, typeOf } from './common-keywords.js';
import type { Bundled } from './generator-schema.js';
import { marked, unmarked } from './keyword-names.js';
import { isOfParts, textOfPatterns } from './pattern-texts.js';
import type { GeneratorSchema } from './well-formed.js';

/** What values are composed with. */
export interface Composing {
  bundled: Bundled;
  /** Makes a text or a number of a schema without inner schemas; another one for another seed. */
  scalar: (schema: GeneratorSchema, seed: number) => unknown;
}

/** Below this depth, only what is required is made: a schema that contains itself would have no end. */
const deepestOptional = 3;

/** After this many parts, only what is required is made, too. */
const mostOptional = 200;

/** The deepest nesting, and the most parts of a value. A schema that requires itself has no value. */
const deepest = 30;
const mostParts = 2000;

/**
 * Composes a value of schemas that apply together, as in `allOf`, from texts and numbers that the generators make. It handles
 * what they do not: schemas that contain themselves, names that are required but not described, several patterns, and
 * alternatives of which only one may apply.
 *
 * @param schemas The schemas.
 * @param variant Which of the possible values. The variants choose other alternatives, then leave out what is not required, then
 *   tell the alternatives apart by a member that only one of them allows.
 * @returns A value that may still be invalid; `undefined` if none can be made.
 */
export function composedValue(schemas: unknown[], variant: number, composing: Composing): unknown {
  return new Composer(variant, composing).value(schemas, 0);
}

class Composer {
  #made = 0;

  constructor(
    private readonly variant: number,
    private readonly composing: Composing,
  ) {}

  value(schemas: unknown[], depth: number): unknown {
    this.#made += 1;
    if (depth > deepest || this.#made > mostParts) return undefined;
    const others: Array<{ chosen: unknown; rest: unknown[] }> = [];
    let mode = 0;
    const choose = (alternatives: unknown[]): unknown[] => {
      const plain = depth > deepestOptional ? alternatives.find((one) => this.isScalar(one)) : undefined;
      const chosen = plain ?? alternatives[this.variant % alternatives.length];
      mode = Math.floor(this.variant / alternatives.length);
      others.push({ chosen, rest: alternatives.filter((one) => one !== chosen) });
      return [chosen];
    };
    const parts = schemas.flatMap((schema) => allParts(this.composing.bundled, schema, choose));
    const lists = parts.flatMap((part) => [...(part.enum ? [part.enum] : []), ...('const' in part ? [[part.const]] : [])]);
    if (lists[0]) return listedValue(lists, parts);
    const type = typeOf(parts);
    if (type === 'object') {
      const made = this.object(parts, depth, mode === 1);
      return mode > 1
        ? this.toldApart(
            made,
            parts,
            others.flatMap(({ rest }) => rest),
          )
        : made;
    }
    if (type === 'array') return this.list(parts, depth);
    return this.scalar({ ...plain(parts), type }, parts);
  }

  private isScalar(schema: unknown): boolean {
    return !['object', 'array'].includes(typeOf(allParts(this.composing.bundled, schema)));
  }

  private object(parts: GeneratorSchema[], depth: number, isSparse: boolean): Record<string, unknown> {
    const required = new Set(parts.flatMap((part) => part.required ?? []).map(unmarked));
    const described = parts.flatMap((part) => Object.keys(part.properties ?? {})).map(unmarked);
    const made: Record<string, unknown> = {};
    for (const name of new Set([...described, ...required])) {
      if (!required.has(name) && (isSparse || depth > deepestOptional || this.#made > mostOptional)) continue;
      const value = this.member(parts, name, depth);
      if (value !== undefined) made[name] = value;
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

  private list(parts: GeneratorSchema[], depth: number): unknown[] {
    const fewest = Math.max(depth > deepestOptional ? 0 : 1, ...parts.map(({ minItems = 0 }) => minItems));
    const most = Math.min(...parts.map(({ maxItems = Infinity }) => maxItems));
    const made: unknown[] = [];
    for (let index = 0; index < Math.min(fewest, most, mostParts); index += 1) {
      const schemas = itemSchemas(parts, index);
      const item = schemas && this.value(schemas, depth + 1);
      if (item !== undefined) made.push(item);
    }
    return made;
  }

  private scalar(schema: GeneratorSchema, parts: GeneratorSchema[]): unknown {
    const patterns = [...new Set(parts.flatMap(({ pattern }) => pattern ?? []))];
    const { scalar } = this.composing;
    if (!isOfParts(patterns)) return scalar(schema, this.variant);
    return textOfPatterns({ ...schema, patterns }, (pattern, seed) => scalar({ type: 'string', pattern }, seed));
  }

  /** Adds to an object what the other alternatives do not allow: a member that only they describe, of another type. */
  private toldApart(made: Record<string, unknown>, own: GeneratorSchema[], rest: unknown[]): Record<string, unknown> {
    const added = rest.flatMap((other) => {
      const parts = allParts(this.composing.bundled, other);
      const names = parts.flatMap((part) => Object.keys(part.properties ?? {})).map(unmarked);
      const name = names.find((one) => !own.some(({ properties = {} }) => Object.hasOwn(properties, marked(one))));
      const types = allParts(this.composing.bundled, { allOf: propertySchemas(parts, name ?? '') ?? [] });
      return name === undefined ? [] : [[name, typeOf(types) === 'string' ? 0 : 'string'] as const];
    });
    return { ...Object.fromEntries(added), ...made };
  }
}
