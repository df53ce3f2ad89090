/** JSON as the docs print it in a block: two spaces for each level. Text that is no JSON stays as it is. */
export function jsonBlock(text: string): string {
  const value = parse(text);
  return value === undefined ? text : JSON.stringify(value, undefined, 2);
}

/** JSON as the docs print it on one line, with a space where a line may break: `{ "a": 1 }`. */
export function jsonLine(value: unknown): string {
  // A line break within a string is escaped, so that those which are left are white space between values.
  return JSON.stringify(value, undefined, 1).replace(/\n\s*/g, ' ');
}

/** Reads text that holds an object or a list. Other JSON counts as text. */
export function parse(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
