/** A token of JSON that is a text or a number, and the colon after one that is a name. */
const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Replaces texts and numbers in JSON, and leaves all else as it is written: white space, order, the digits of numbers.
 *
 * @param json Valid JSON.
 * @param replace Gives the JSON to write in place of a text or a number; `undefined` to keep it. Names of members are
 *   not asked for.
 */
export function replaceInJson(json: string, replace: (token: string, isText: boolean) => string | undefined): string {
  return json.replaceAll(tokens, (token: string, text: string | undefined, colon: string | undefined) =>
    colon !== undefined ? token : (replace(token, text !== undefined) ?? token),
  );
}

/**
 * Reads JSON with each number as the text that it is written as: a number of JavaScript has no place for the last
 * digits of a long one (RFC 8259, section 6).
 *
 * @returns `undefined` for what is no JSON.
 */
export function parseWithDigits(json: string | undefined): unknown {
  try {
    if (json === undefined) return undefined;
    JSON.parse(json);
    return JSON.parse(replaceInJson(json, (token, isText) => (isText ? undefined : `"${token}"`))) as unknown;
  } catch {
    return undefined;
  }
}
