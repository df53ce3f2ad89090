import { decodeIfPossible } from '../../../../../description/parameters/sent.js';
import type { Description } from '../../../../../description/types.js';
import { unescapeToken } from '../../../../../description/references/pointer.js';
import { schemaAt } from '../../../../../description/references/resolve.js';
import { isObject } from '../../../../../description/json-value.js';
import { textOf, type Fields } from '../../read.js';

/** Finds the schemas that references lead to. */
export class Targets {
  #anchored: ReadonlyMap<string, Fields[]> | undefined;

  constructor(readonly description: Description) {}

  /** @returns An empty schema when the reference leads nowhere, or to several schemas. */
  of(reference: string): Fields {
    if (!/^#[^/]/.test(reference)) return schemaAt(this.description, reference);
    this.#anchored ??= anchoredIn(this.description.components?.schemas);
    // When several schemas have the same anchor, the target depends on the path of evaluation.
    const [found = {}, ...others] = this.#anchored.get(reference.slice(1)) ?? [];
    return others.length === 0 ? found : {};
  }
}

/** The reference of a schema that has nothing else. */
export function onlyReference(schema: Fields): string | undefined {
  return Object.keys(schema).length === 1 ? referenceOf(schema) : undefined;
}

export function referenceOf({ $ref, $dynamicRef }: Fields): string | undefined {
  return textOf($ref ?? $dynamicRef) || undefined;
}

/** The name of the schema that a reference points to; empty when the schema has no name. */
export function nameOf($ref: string): string {
  const [, token] = /\/(?:schemas|\$defs|definitions)\/([^/]+)$/.exec($ref) ?? [];
  return token === undefined ? '' : unescapeToken(decodeIfPossible(token));
}

/** The schemas with an anchor, by the anchor's name. */
function anchoredIn(value: unknown, found = new Map<string, Fields[]>()): Map<string, Fields[]> {
  if (typeof value !== 'object' || value === null) return found;
  for (const name of isObject(value) ? [value.$anchor, value.$dynamicAnchor] : []) {
    if (typeof name === 'string' && isObject(value)) found.set(name, [...(found.get(name) ?? []), value]);
  }
  for (const part of Object.values(value)) anchoredIn(part, found);
  return found;
}
