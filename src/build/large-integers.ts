import { randomUUID } from 'node:crypto';
import { isList } from '../description/json-value.js';
import type { Description } from '../description/types.js';

/** An integer of a description that a JavaScript number cannot hold, and the names that lead to it. */
export interface LargeInteger {
  path: string[];
  value: bigint;
}

/**
 * Rounds the large integers of a description, since JSON and the types have no `bigint`.
 *
 * @param description It is changed.
 * @returns What they were, to print them with all digits.
 */
export function roundLargeIntegers(description: object): LargeInteger[] {
  const found: LargeInteger[] = [];
  const round = (holder: object, path: string[]): void => {
    for (const [name, value] of Object.entries(holder) as Array<[string, unknown]>) {
      if (typeof value === 'object' && value !== null) round(value, [...path, name]);
      if (typeof value !== 'bigint') continue;
      found.push({ path: [...path, name], value });
      Reflect.set(holder, name, Number(value));
    }
  };
  round(description, []);
  return found;
}

/** Copies a description with its large integers as `bigint`. All other parts are shared. */
export function withLargeIntegers(description: Description, integers: readonly LargeInteger[]): Description {
  return withValues(description, integers, (value) => value);
}

/** The keywords that limit a number. */
const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];

/** Copies a description with its large limits as `bigint`, for texts about them. Its values are still numbers. */
export function withLargeLimits(description: Description, integers: readonly LargeInteger[]): Description {
  const isLimit = ({ path }: LargeInteger): boolean => limits.includes(path.at(-1) ?? '');
  return withValues(description, integers.filter(isLimit), (value) => value);
}

/** Prints a description with all digits of its large integers. */
export function printExactly<T extends object>(
  description: T,
  integers: readonly LargeInteger[],
  print: (description: T) => string,
): string {
  if (integers.length === 0) return print(description);
  const mark = `integer-${randomUUID()}-`;
  const text = print(withValues(description, integers, (value) => `${mark}${value}`));
  return text.replaceAll(new RegExp(`(["']?)${mark}(-?\\d+)\\1`, 'g'), '$2');
}

function withValues<T extends object>(whole: T, integers: readonly LargeInteger[], make: (value: bigint) => unknown): T {
  const copy = { ...whole };
  for (const { path, value } of integers) setWithin(copy, path, make(value));
  return copy;
}

/** Sets a value. The objects around it are copied. Where the path leads nowhere, nothing changes. */
function setWithin(holder: object, [name = '', ...inner]: string[], value: unknown): void {
  const part: unknown = inner.length === 0 ? undefined : Reflect.get(holder, name);
  if (inner.length === 0) Reflect.set(holder, name, value);
  if (typeof part !== 'object' || part === null) return;
  const copy = isList(part) ? [...part] : { ...part };
  Reflect.set(holder, name, copy);
  setWithin(copy, inner, value);
}
