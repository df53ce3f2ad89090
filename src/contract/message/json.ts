import { randomUUID } from 'node:crypto';

/** Digits in a row that may be more than a double can hold: JSON without such is read by the engine alone. */
const longNumber = /\d{16}|[eE]\+?\d{2}/;

const token = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** An exponent that is larger makes a number of more digits than anything has use for. */
const largestExponent = 1000;

/**
 * Reads JSON without loss of digits.
 *
 * @returns The value. An integer whose digits a double does not keep is a `bigint`; all other numbers are doubles.
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
