import { randomUUID } from 'node:crypto';
import { isList, isObject } from '../../description/json-value.js';
import { isSlowToParse } from './json-depth.js';

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

/** An exponent that is larger makes a number of more digits than anything has use for. */
const largestExponent = 1000;

/** Thrown for JSON that nests deeper than it may. */
export class NestedTooDeep extends Error {}

/**
 * Reads JSON without loss of digits.
 *
 * @param deepest How deep it may nest. Default: as deep as the engine can go.
 * @returns The value. An integer whose digits a double does not keep is a `bigint`; all other numbers are doubles.
 * @throws SyntaxError as `JSON.parse` does, and NestedTooDeep.
 */
export function readJson(text: string, deepest: number = Infinity): unknown {
  return countedJson(text, deepest).value;
}

/**
 * Reads JSON as `readJson` does, and counts the members of its objects.
 *
 * @returns The value, and how many members are in it: of those that stand twice, one.
 */
export function countedJson(text: string, deepest: number): { value: unknown; members: number } {
  if (deepest < Infinity && isSlowToParse(text, deepest)) throw new NestedTooDeep();
  const value: unknown = JSON.parse(text);
  const contents = { members: 0, holdsRounded: false };
  lookThrough(value, deepest, contents);
  if (contents.holdsRounded) return { value: readDigits(text, value), members: contents.members };
  if (typeof value === 'object' && value !== null) exact.add(value);
  return { value, members: contents.members };
}

/** Values that were parsed here and contain no `bigint`, so that nothing has to search them again. */
const exact = new WeakSet();

/** Whether a value is known to hold no `bigint`, since it was read here. */
export function isExact(value: unknown): boolean {
  return typeof value === 'object' && value !== null && exact.has(value);
}

/** Traverses a value once, and determines its depth, its number of members, and whether it has numbers that may be rounded. */
function lookThrough(value: unknown, deepest: number, contents: { members: number; holdsRounded: boolean }): void {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) contents.holdsRounded = true;
  if (typeof value !== 'object' || value === null) return;
  if (deepest <= 0) throw new NestedTooDeep();
  if (isList(value)) for (const item of value) lookThrough(item, deepest - 1, contents);
  else if (isObject(value))
    for (const name in value) {
      contents.members += 1;
      lookThrough(value[name], deepest - 1, contents);
    }
}

/** The value of a JSON text, its large integers by their digits. @param rounded The value by the engine. */
function readDigits(text: string, rounded: unknown): unknown {
  const mark = unusedIn(text);
  const marked = replaceInJson(text, (found, isText) => {
    const large = isText ? undefined : largeInteger(found);
    return large === undefined ? undefined : `"${mark}${large}"`;
  });
  if (marked === text) return rounded;
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
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
    const value: unknown = JSON.parse(replaceInJson(json, (token, isText) => (isText ? undefined : `"${token}"`)));
    return value;
  } catch {
    return undefined;
  }
}

/** Writes a value as JSON, as `JSON.stringify` does, and a `bigint` as a number. */
export function writeJson(value: unknown, space?: number): string {
  const mark = `integer ${randomUUID()} `;
  const text = JSON.stringify(
    value,
    (_, one: unknown) => {
      if (typeof one !== 'bigint') return one;
      return `${mark}${one}`;
    },
    space,
  );
  return text.includes(mark) ? text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1') : text;
}

/**
 * The integer that a text is, in the notation of JSON, where a double does not keep its digits.
 *
 * @returns nothing for a number whose digits a double keeps, and for what is no integer.
 */
export function largeInteger(text: string): bigint | undefined {
  const double = Number(text);
  if (Number.isSafeInteger(double)) return undefined;
  const integer = integerOf(text);
  return integer === integerOf(String(double)) ? undefined : integer;
}

function integerOf(text: string): bigint | undefined {
  const [match, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = fraction.replace(/0+$/, '');
  const zeros = Number(exponent) - digits.length;
  if (match === undefined || zeros < 0 || zeros > largestExponent) return undefined;
  return BigInt(`${sign}${whole}${digits}${'0'.repeat(zeros)}`);
}

/** A text that JSON can hold as a string and that is not in another text. */
function unusedIn(text: string): string {
  let mark = 'integer ';
  while (text.includes(mark)) mark = `#${mark}`;
  return mark;
}
