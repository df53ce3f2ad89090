import { writeJson } from '../../../description/write-json.js';

/** Formats JSON for a code block, with two spaces for each level. Other text stays unchanged. */
export function jsonBlock(text: string): string {
  const value = parse(text);
  return value === undefined ? text : JSON.stringify(value, undefined, 2);
}

/** Formats JSON on one line, with spaces at which a browser may break the line: `{ "a": 1 }`. */
export function jsonLine(value: unknown): string {
  // JSON escapes line breaks in strings. So all line breaks in the text are white space between values.
  return writeJson(value, 1).replace(/\n\s*/g, ' ');
}

/**
 * Parses text that is a JSON object or array. Returns `undefined` for any other text, even if it is JSON, and for text with
 * numbers whose digits would be lost.
 */
export function parse(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || /\d{16}/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
