/**
 * Replaces each object that has a `toJSON`, such as a Date, by its result, at any depth of lists and plain objects. Parameters
 * and forms are written from the members of an object, and a Date has none.
 */
export function jsonValues<T>(value: T): T;
export function jsonValues(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value) return (value as Date).toJSON();
  if (Array.isArray(value)) return (value as unknown[]).map((part) => jsonValues(part));
  // Excludes Blob and FormData. Includes objects without a prototype or from another realm.
  const isPlain = Object.prototype.toString.call(value) === '[object Object]';
  return isPlain ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, jsonValues(part)])) : value;
}
