import { resolve } from '../../description/resolve.js';
import type { Description } from '../../description/types.js';

type Properties = Record<string, { $ref?: unknown; description?: unknown } | null>;

/**
 * Gives each property that only refers to a schema the words of that schema: an editor shows those of the property.
 *
 * @param description The bundled description; it is changed.
 */
export function addWordsOfReferences(description: Description): void {
  const seen = new Set<unknown>();
  const open: unknown[] = [description];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const member of Object.values(value)) open.push(member);
    const { properties } = value as { properties?: unknown };
    if (typeof properties === 'object' && properties !== null) addWords(description, properties as Properties);
  }
}

function addWords(description: Description, properties: Properties): void {
  for (const [name, property] of Object.entries(properties)) {
    if (typeof property?.$ref !== 'string' || property.description !== undefined) continue;
    const words = wordsOf(description, property.$ref);
    if (words !== undefined) Object.defineProperty(properties, name, { value: { ...property, description: words } });
  }
}

function wordsOf(description: Description, $ref: string): string | undefined {
  try {
    const words: unknown = resolve<{ description?: unknown }>(description, { $ref }).description;
    return typeof words === 'string' ? words : undefined;
  } catch {
    // In an example this is no reference.
    return undefined;
  }
}
