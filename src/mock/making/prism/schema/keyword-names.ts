/** Names of properties that the generators would take for keywords. */
const keywords = new Set([
  ...['$ref', 'not', 'type', 'enum', 'const', 'allOf', 'anyOf', 'oneOf', 'template', 'thunk', 'generate', 'jsonPath', 'faker'],
  ...['chance', '$id', 'id', 'pattern', 'items', 'properties', 'required'],
]);

/** A prefix for such a name while the generators work. */
const mark = '\u2063';

/** The name of a property for the generators, with the prefix if needed. */
export function marked(name: string): string {
  return keywords.has(name) ? mark + name : name;
}

/** A name without the prefix. */
export function unmarked(name: string): string {
  return name.startsWith(mark) ? name.slice(mark.length) : name;
}

/** Removes the prefix from all names in a generated value. */
export function withNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]: [string, unknown]) => [unmarked(name), withNames(part)]));
}
