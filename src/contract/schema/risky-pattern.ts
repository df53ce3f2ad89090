/** A group that is repeated and holds what may match in several ways: `(a+)+`, `(a|aa)*`. Such a pattern can backtrack without end. */
const repeatedGroup = /\((?:[^()\\]|\\.)*[*+|}](?:[^()\\]|\\.)*\)[*+{]|\)\)[*+{]/;

/**
 * Whether a `pattern` of a description may take very long for a text that is
 * made for it. It errs on the side of yes: then a clock runs while it is used.
 */
export function hasRiskyPattern(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasRiskyPattern);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) =>
    key === 'pattern'
      ? isRisky(inner)
      : key === 'patternProperties' && isObject(inner)
        ? Object.keys(inner).some(isRisky) || hasRiskyPattern(inner)
        : hasRiskyPattern(inner),
  );
}

function isRisky(pattern: unknown): boolean {
  return typeof pattern === 'string' ? repeatedGroup.test(pattern) : hasRiskyPattern(pattern);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
