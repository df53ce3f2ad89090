import type { Description } from '../../description/types.js';
import type { Violation } from '../message/violation.js';
import { explain } from '../schema/explain.js';
import type { PrismDiagnostic } from '../../mock/making/prism/prism.js';

/** The names of the properties in the schemas of a description. */
const propertyNames = new WeakMap<Description, Set<string>>();

/**
 * Says what Prism found wrong with a response, without a value of it: a name that no schema has may be one.
 *
 * @param diagnostic What Prism found, in a body that was wrapped as the property `body` of an object.
 * @param description What the schema is in, for the names that may be shown.
 */
export function explainResponse(diagnostic: PrismDiagnostic, description: Description): Violation {
  const names = namesIn(description);
  const isHeader = diagnostic.path?.[0] === 'header';
  return explain('Response', diagnostic, { isWrapped: true, isShown: (name) => isHeader || names.has(name) });
}

function namesIn(description: Description): Set<string> {
  const known = propertyNames.get(description);
  if (known) return known;
  const names = new Set<string>();
  const seen = new Set<object>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { properties } = value as { properties?: unknown };
    if (typeof properties === 'object' && properties !== null) for (const name of Object.keys(properties)) names.add(name);
    for (const part of Object.values(value)) collect(part);
  };
  collect(description);
  propertyNames.set(description, names);
  return names;
}
