import type { Description } from '../../description/types.js';

/** The names of the properties in the schemas of a description. */
const propertyNames = new WeakMap<Description, Set<string>>();

/** Tells which names may be shown of a response: those of the description. A name that no schema has may be a value. */
export function shownNames(description: Description): (name: string) => boolean {
  return (name) => namesIn(description).has(name);
}

function namesIn(description: Description): Set<string> {
  const known = propertyNames.get(description);
  if (known) return known;
  const names = new Set<string>();
  const seen = new Set<object>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { properties, required } = value as { properties?: unknown; required?: unknown };
    if (typeof properties === 'object' && properties !== null) for (const name of Object.keys(properties)) names.add(name);
    if (Array.isArray(required)) for (const name of required) names.add(String(name));
    for (const part of Object.values(value)) collect(part);
  };
  collect(description);
  propertyNames.set(description, names);
  return names;
}
