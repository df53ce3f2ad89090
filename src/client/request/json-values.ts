/**
 * Replaces what says itself how it is in JSON, such as a Date, by what it says, at any depth of lists and plain objects.
 * Parameters and forms are written from the members of a value, and a Date has none.
 */
export function jsonValues<T>(value: T): T;
export function jsonValues(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value) return (value as Date).toJSON();
  if (Array.isArray(value)) return (value as unknown[]).map((part) => jsonValues(part));
  // This excludes Blob and FormData, and includes objects without a prototype or from another realm.
  const isPlain = Object.prototype.toString.call(value) === '[object Object]';
  return isPlain ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, jsonValues(part)])) : value;
}
