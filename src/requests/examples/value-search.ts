import { listOf } from '../../description/json-value.js';
import { namedSchemas } from '../../description/schemas/subschemas.js';
import { schemaParts } from '../../description/schemas/schema-parts.js';
import type { Description, Schema } from '../../description/types.js';
import { alternativesOf } from './alternatives.js';
import { canBe, membersNamed, statedValues, type Found } from './stated-values.js';

/** Bounds, since a schema may be recursive. */
const mostVisits = 3000;
const mostLevels = 10;
const mostItems = 100;

/** A value that may be tried; `undefined` if it lacks a part. */
type Candidate = () => Found | undefined;

/**
 * Searches a value of a schema: an example, a constant, a default, a listed value, or an object or a list of such values. If a
 * part of the value that was found is invalid, the search goes on with the next candidate for that part.
 */
export class ValueSearch {
  readonly #description: Description;
  /** By path, which of the candidates is chosen. */
  readonly #chosen = new Map<string, number>();
  /** The paths where there are further candidates. */
  #open = new Set<string>();
  #visits = 0;
  /** The paths of the properties for which the last attempt found no value. */
  missing: string[][] = [];

  constructor(description: Description) {
    this.#description = description;
  }

  /** Makes a value of the chosen candidates. @returns `undefined` if a part has none. */
  attempt(schema: Schema): Found | undefined {
    this.#open = new Set();
    this.#visits = 0;
    this.missing = [];
    return this.#valueOf([schema], []);
  }

  /** Chooses the next candidate for the part at a path, or for the innermost part around it. @returns Whether there is one. */
  choosesNext(path: string[]): boolean {
    for (let length = path.length; length >= 0; length -= 1) {
      const key = keyOf(path.slice(0, length));
      if (!this.#open.has(key)) continue;
      for (const inner of this.#chosen.keys()) if (inner !== key && inner.startsWith(key)) this.#chosen.delete(inner);
      this.#chosen.set(key, (this.#chosen.get(key) ?? 0) + 1);
      return true;
    }
    return false;
  }

  /** @param from The first candidate to try. @param place The part to name if there is no value. */
  #valueOf(schemas: Schema[], path: string[], from = 0, place = path): Found | undefined {
    this.#visits += 1;
    if (this.#visits > mostVisits || path.length > mostLevels) return undefined;
    const key = keyOf(path);
    const before = this.missing.length;
    let named = before;
    const parts = schemas.flatMap((schema) => schemaParts(this.#description, schema));
    const candidates = alternativesOf(this.#description, parts).flatMap((all) => this.#candidates(all, path));
    for (let index = this.#chosen.get(key) ?? from; index < candidates.length; index += 1) {
      const found = candidates[index]?.();
      if (!found) {
        // What the first candidate lacks is enough to know.
        named = named === before ? this.missing.length : named;
        this.missing.length = named;
        continue;
      }
      this.missing.length = before;
      this.#chosen.set(key, index);
      if (index + 1 < candidates.length) this.#open.add(key);
      return found;
    }
    if (named === before) this.missing.push(place);
    return undefined;
  }

  /** The values of a schema, in the order of their precedence. */
  #candidates(parts: Schema[], path: string[]): Candidate[] {
    return [
      ...statedValues(parts).map((stated) => () => stated),
      ...(canBe(parts, 'object') ? [() => this.#object(parts, path, true), () => this.#object(parts, path, false)] : []),
      ...(canBe(parts, 'array') ? [() => this.#list(parts, path)] : []),
      ...(canBe(parts, 'null') ? [() => ({ value: null, hasExample: false })] : []),
    ];
  }

  #object(parts: Schema[], path: string[], withOptional: boolean): Found | undefined {
    const required = new Set(parts.flatMap((part) => listOf(part.required).filter((name) => typeof name === 'string')));
    const names = new Set([...parts.flatMap(({ properties }) => Object.keys(namedSchemas(properties))), ...required]);
    const found = new Map<string, Found>();
    let isComplete = true;
    // The required ones come first: the optional ones may use up the visits.
    for (const isRequired of withOptional ? [true, false] : [true]) {
      for (const name of names) {
        const schemas = membersNamed(parts, name);
        if (required.has(name) !== isRequired || this.#isReadOnly(schemas)) continue;
        const before = this.missing.length;
        const member = this.#valueOf(schemas, [...path, name]);
        if (!isRequired) this.missing.length = before;
        if (member && (isRequired || member.hasExample)) found.set(name, member);
        else if (isRequired) isComplete = false;
      }
    }
    if (!isComplete || found.size === 0) return undefined;
    const inOrder = [...names].flatMap((name) => {
      const member = found.get(name);
      return member ? [[name, member.value] as const] : [];
    });
    return { value: Object.fromEntries(inOrder), hasExample: [...found.values()].some((one) => one.hasExample) };
  }

  /** A list has as few items as its schema allows, but at least one, and each item of a tuple that has a value. */
  #list(parts: Schema[], path: string[]): Found | undefined {
    const prefix = parts.map(({ prefixItems }) => listOf(prefixItems) as Schema[]).find((all) => all.length > 0) ?? [];
    const rest = parts.flatMap(({ items }) => items ?? []);
    const least = Math.max(0, ...parts.map(({ minItems = 0 }) => minItems));
    const isUnique = parts.some((part) => (part as { uniqueItems?: boolean }).uniqueItems);
    const found: Found[] = [];
    for (let index = 0; index < Math.min(Math.max(1, least, prefix.length), mostItems); index += 1) {
      const own = prefix[index];
      const from = own || !isUnique ? 0 : index - prefix.length;
      const item = this.#valueOf(own ? [own] : rest, [...path, String(index)], from, path);
      if (!item && index < Math.max(1, least)) return undefined;
      if (!item) break;
      found.push(item);
    }
    return { value: found.map(({ value }) => value), hasExample: found.some((one) => one.hasExample) };
  }

  #isReadOnly(schemas: Schema[]): boolean {
    const parts: Array<Schema & { readOnly?: boolean }> = schemas.flatMap((schema) => schemaParts(this.#description, schema));
    return parts.some(({ readOnly }) => readOnly === true);
  }
}

/** A text for a path. That of an inner path begins with it. */
function keyOf(path: string[]): string {
  return path.map((step) => `${JSON.stringify(step)}/`).join('');
}
