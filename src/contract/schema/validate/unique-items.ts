/**
 * Finds two equal items of a list (JSON Schema 2020-12, section 4.2.2), in linear time.
 *
 * @returns The indices of both; `undefined` if no two items are equal.
 */
export function equalItems(items: readonly unknown[]): [first: number, second: number] | undefined {
  const seen = new Map<unknown, number>();
  for (const [index, item] of items.entries()) {
    // The quote keeps a string apart from the canonical text of a list or an object.
    const name = typeof item === 'object' ? canonical(item) : typeof item === 'string' ? `"${item}` : item;
    const before = seen.get(name);
    if (before !== undefined) return [before, index];
    seen.set(name, index);
  }
  return undefined;
}

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  const fields = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`);
  return `{${fields.join()}}`;
}
