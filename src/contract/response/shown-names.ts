import { listOf, objectOf, objectsIn } from '../../description/json-value.js';
import { onceFor } from '../../description/once-for.js';
import type { Description } from '../../description/types.js';

/**
 * Creates a test for names that a message may contain: names in the schemas of the description. Any other name in a response
 * may be a value.
 */
export function shownNames(description: Description): (name: string) => boolean {
  return (name) => namesIn(description).has(name);
}

const namesIn = onceFor((description: Description): Set<string> => {
  const names = new Set<string>();
  for (const one of objectsIn(description)) {
    const { properties, required } = objectOf(one);
    for (const name of Object.keys(objectOf(properties))) names.add(name);
    for (const name of listOf(required)) names.add(String(name));
  }
  return names;
});
