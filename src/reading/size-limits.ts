/** The limits of a file. */
export interface SizeLimits {
  /** The maximum number of values, with each YAML alias expanded. */
  mostValues?: number;
  /** The maximum depth of nested values. */
  deepest?: number;
}

/**
 * Checks whether a parsed file is too large. A shared value counts each time it is used: a few lines of nested YAML aliases can
 * expand to billions of values.
 *
 * @param file The parsed file.
 * @returns Why it is too large, as a sentence; `undefined` if it is not.
 */
export function oversizeReason(file: unknown, { mostValues = 5_000_000, deepest = 500 }: SizeLimits = {}): string | undefined {
  const sizes = new Map<object, number>();
  const found = { isTooDeep: false };
  const sizeOf = (value: unknown, depth: number): number => {
    if (typeof value !== 'object' || value === null) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (depth > deepest) {
      found.isTooDeep = true;
      return 1;
    }
    // A circular value is visited again before its size is known.
    sizes.set(value, Number.POSITIVE_INFINITY);
    const size = Object.values(value).reduce<number>((sum, part) => sum + sizeOf(part, depth + 1), 1);
    sizes.set(value, size);
    return size;
  };
  const size = sizeOf(file, 0);
  if (found.isTooDeep) return `The file nests values more than ${deepest} levels deep.`;
  return size > mostValues ? `The aliases of the file stand for more than ${mostValues} values.` : undefined;
}
