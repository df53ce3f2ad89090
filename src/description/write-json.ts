/** Writes a value as JSON like `JSON.stringify`, and a `bigint` as a number. */
export function writeJson(value: unknown, space?: number): string {
  try {
    return JSON.stringify(value, undefined, space);
  } catch {
    return writeIntegers(value, space);
  }
}

function writeIntegers(value: unknown, space: number | undefined): string {
  const others = JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? 0 : one));
  // No text of the value may look like a marked integer.
  let mark = 'integer ';
  while (others.includes(`"${mark}`)) mark = `#${mark}`;
  const text = JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${mark}${one}` : one), space);
  return text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}
