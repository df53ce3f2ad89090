import { isList, isObject } from '../../../description/json-value.js';
import { isExact } from '../../message/json.js';

/** A number as digits and a power of ten: `1.25` is 125 and -2. */
interface Decimal {
  digits: bigint;
  exponent: number;
}

/**
 * Whether a number is a multiple of another, by their decimal digits: 19.99 is 1999 times 0.01.
 *
 * @param value A finite number, or an integer of any size.
 * @param divisor Above 0.
 */
export function isMultiple(value: number | bigint, divisor: number | bigint): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return Number(value) % Number(divisor) === 0;
  if (typeof value === 'number' && !Number.isFinite(value)) return false;
  const dividend = decimal(value);
  const other = decimal(divisor);
  const exponent = Math.min(dividend.exponent, other.exponent);
  return scaled(dividend, exponent) % scaled(other, exponent) === 0n;
}

function decimal(value: number | bigint): Decimal {
  if (typeof value === 'bigint') return { digits: value, exponent: 0 };
  const [mantissa = '', power = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}

/** A JSON value with doubles in place of each `bigint`, and the original values. */
export interface Doubled {
  value: unknown;
  /** The value itself, if it is a `bigint`. */
  whole: bigint | undefined;
  /** The original of each copied list and object. */
  originals: ReadonlyMap<object, object>;
}

const unchanged: ReadonlyMap<object, object> = new Map();

/** Replaces each `bigint` by the nearest double. A value without a `bigint` is returned as it is. */
export function doubled(value: unknown): Doubled {
  if (typeof value === 'bigint') return { value: nearest(value), whole: value, originals: unchanged };
  if (isExact(value) || !holdsBigint(value)) return { value, whole: undefined, originals: unchanged };
  const originals = new Map<object, object>();
  const copy = (one: unknown): unknown => {
    if (typeof one === 'bigint') return nearest(one);
    if (typeof one !== 'object' || one === null) return one;
    const made: object = Array.isArray(one)
      ? one.map(copy)
      : Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, copy(inner)]));
    originals.set(made, one);
    return made;
  };
  return { value: copy(value), whole: undefined, originals };
}

function nearest(value: bigint): number {
  const double = Number(value);
  return Number.isFinite(double) ? double : Math.sign(double) * Number.MAX_VALUE;
}

/** Whether a value contains a `bigint`. */
export function holdsBigint(value: unknown): boolean {
  if (typeof value === 'bigint') return true;
  if (isList(value)) return value.some(holdsBigint);
  if (isObject(value)) for (const name in value) if (holdsBigint(value[name])) return true;
  return false;
}
