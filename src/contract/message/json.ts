import { isList, isObject } from '../../description/json-value.js';
import { isSlowToParse } from './json-depth.js';

/** A string or a number in JSON. If a colon follows, the string is the name of a member. */
const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Replaces strings and numbers in a JSON text. Everything else stays as written: white space, order, the digits of numbers.
 *
 * @param json Valid JSON.
 * @param replace Returns the JSON to write in place of a string or a number; `undefined` keeps it. It is not called for the
 *   names of members.
 */
export function replaceInJson(json: string, replace: (token: string, isText: boolean) => string | undefined): string {
  return json.replaceAll(tokens, (token: string, text: string | undefined, colon: string | undefined) =>
    colon !== undefined ? token : (replace(token, text !== undefined) ?? token),
  );
}

/** The maximum exponent of an exact integer. A larger one would need too many digits. */
const largestExponent = 1000;

/** Thrown for JSON that is nested too deeply. */
export class NestedTooDeep extends Error {}

/**
 * Parses JSON without loss of digits in integers.
 *
 * @param deepest The maximum depth. Default: no limit but that of the engine.
 * @returns The value. An integer that a double cannot represent exactly is a `bigint`. All other numbers are doubles.
 * @throws SyntaxError, as `JSON.parse` does. NestedTooDeep.
 */
export function readJson(text: string, deepest: number = Infinity): unknown {
  return countedJson(text, deepest).value;
}

/**
 * Parses JSON like `readJson`, and counts the members of its objects.
 *
 * @returns The value and the number of its members. A duplicate member counts once.
 */
export function countedJson(text: string, deepest: number): { value: unknown; members: number } {
  if (deepest < Infinity && isSlowToParse(text, deepest)) throw new NestedTooDeep();
  const value: unknown = JSON.parse(text);
  const contents = { members: 0, holdsRounded: false };
  lookThrough(value, deepest, contents);
  if (contents.holdsRounded) return { value: readDigits(text), members: contents.members };
  exact = value;
  return { value, members: contents.members };
}

/** The last parsed value without a `bigint`. A value is checked right after it is parsed, so it need not be searched again. */
let exact: unknown;

/** Whether a value was just parsed here and is known to contain no `bigint`. */
export function isExact(value: unknown): boolean {
  return value === exact;
}

/** Traverses a value once: checks its depth, counts its members, and finds numbers that may be rounded. */
function lookThrough(part: unknown, deepest: number, contents: { members: number; holdsRounded: boolean }): void {
  if (typeof part === 'object' && part !== null) lookInto(part, deepest, contents);
  else if (typeof part === 'number' && Math.abs(part) > Number.MAX_SAFE_INTEGER) contents.holdsRounded = true;
}

/** Apart from `lookThrough`, so that the engine makes no call for a text or a number, which most parts are. */
function lookInto(value: object, deepest: number, contents: { members: number; holdsRounded: boolean }): void {
  if (deepest <= 0) throw new NestedTooDeep();
  if (isList(value)) for (const item of value) lookThrough(item, deepest - 1, contents);
  else if (isObject(value))
    for (const name in value) {
      contents.members += 1;
      lookThrough(value[name], deepest - 1, contents);
    }
}

/** Parses JSON again with its large integers as `bigint`. */
function readDigits(text: string): unknown {
  const mark = unusedIn(text);
  const marked = replaceInJson(text, (found, isText) => {
    const large = isText ? undefined : largeInteger(found);
    return large === undefined ? undefined : `"${mark}${large}"`;
  });
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

/**
 * Parses JSON with each number as a string of its digits, since a JavaScript number cannot hold the last digits of a long
 * number (RFC 8259, section 6).
 *
 * @returns `undefined` for invalid JSON.
 */
export function parseWithDigits(json: string = ''): unknown {
  try {
    JSON.parse(json);
    const value: unknown = JSON.parse(replaceInJson(json, (token, isText) => (isText ? undefined : `"${token}"`)));
    return value;
  } catch {
    return undefined;
  }
}

/**
 * The integer that a JSON number represents, if a double cannot represent it exactly.
 *
 * @returns `undefined` if a double can represent the number, and if it is not an integer.
 */
export function largeInteger(text: string): bigint | undefined {
  const integer = integerOf(text);
  return integer === integerOf(String(Number(text))) ? undefined : integer;
}

function integerOf(text: string): bigint | undefined {
  const [match, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = fraction.replace(/0+$/, '');
  const zeros = Number(exponent) - digits.length;
  if (match === undefined || zeros < 0 || zeros > largestExponent) return undefined;
  return BigInt(`${sign}${whole}${digits}${'0'.repeat(zeros)}`);
}

/** A text that needs no escapes in a JSON string and does not occur in another text. */
function unusedIn(text: string): string {
  let mark = 'integer ';
  while (text.includes(mark)) mark = `#${mark}`;
  return mark;
}
