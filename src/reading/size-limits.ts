/** How many values one file may hold once its YAML aliases are written out. */
const mostValues = 5_000_000;

/** How deep the values of one file may nest. */
const deepest = 500;

/**
 * Why a parsed file is too large to be worked with. A value that is shared counts as often as it is used: a few lines of
 * nested YAML aliases can stand for billions of values.
 *
 * @param file The parsed file.
 * @param partsOf What a value of it consists of. Default: its items, or the values of its properties.
 * @returns A sentence; `undefined` for a file that is not too large.
 */
export function oversizeReason(file: unknown, partsOf: (value: object) => unknown[] = Object.values): string | undefined {
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
    // A value that contains itself is met again before its size is known.
    sizes.set(value, Number.POSITIVE_INFINITY);
    const size = partsOf(value).reduce<number>((sum, part) => sum + sizeOf(part, depth + 1), 1);
    sizes.set(value, size);
    return size;
  };
  const size = sizeOf(file, 0);
  if (found.isTooDeep) return `The file nests values more than ${deepest} levels deep.`;
  return size > mostValues ? `The aliases of the file stand for more than ${mostValues} values.` : undefined;
}
