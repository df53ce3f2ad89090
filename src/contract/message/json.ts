import { randomUUID } from 'node:crypto';

/** Digits in a row that may be more than a double can hold: JSON without such is read by the engine alone. */
const longNumber = /\d{16}|[eE]\+?\d{2}/;

const token = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** An exponent that is larger makes a number of more digits than anything has use for. */
const largestExponent = 1000;

/**
 * Reads JSON without loss of digits.
 *
 * @returns The value. An integer that a double cannot hold exactly is a `bigint`; all other numbers are doubles.
 * @throws SyntaxError as `JSON.parse` does.
 */
export function readJson(text: string): unknown {
  if (!longNumber.test(text)) return JSON.parse(text) as unknown;
  const mark = unusedIn(text);
  const marked = text.replaceAll(token, (found) => {
    if (found.startsWith('"')) return found;
    const large = largeInteger(found);
    if (large === undefined) return found;
    return `"${mark}${large}"`;
  });
  if (marked === text) return JSON.parse(text) as unknown;
  try {
    return JSON.parse(marked, (_, value: unknown) =>
      typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
    );
  } catch {
    // The position in an error is that in the text itself.
    return JSON.parse(text) as unknown;
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
 * The integer that a text is, in the notation of JSON, where a double cannot hold it.
 *
 * @returns nothing for a number that a double holds, and for what is no integer.
 */
export function largeInteger(text: string): bigint | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!parts || Number.isSafeInteger(Number(text))) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = fraction.replace(/0+$/, '');
  const zeros = Number(exponent) - digits.length;
  if (zeros < 0 || zeros > largestExponent) return undefined;
  const integer = BigInt(`${sign}${whole}${digits}${'0'.repeat(zeros)}`);
  const double = Number(text);
  return Number.isFinite(double) && BigInt(double) === integer ? undefined : integer;
}

/** A text that JSON can hold as a string and that is not in another text. */
function unusedIn(text: string): string {
  let mark = 'integer ';
  while (text.includes(mark)) mark = `#${mark}`;
  return mark;
}
