import { membersInJson } from '../contract/message/json-members.js';

/** As deep as the parser of YAML goes. */
const deepest = 100;

/**
 * Parses the text of a JSON file. The parser of YAML, which Redocly uses for all files, takes far longer.
 *
 * @returns The value; `undefined` for text that is no JSON object, nests too deep, or has a member twice in an object. The
 *   parser of YAML says what is wrong with such text.
 */
export function parseJsonObject(text: string): object | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as object;
    return membersOf(value, 0) === membersInJson(Buffer.from(text)) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Counts the members of all objects in a value. No number for a value that nests too deep. */
function membersOf(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth >= deepest) return Number.NaN;
  const parts: unknown[] = Object.values(value);
  return parts.reduce<number>((sum, part) => sum + membersOf(part, depth + 1), Array.isArray(value) ? 0 : parts.length);
}
