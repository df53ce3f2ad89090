/** So many steps of a regular expression take no time that anybody notices. */
export const unnoticedSteps = 200_000;

/** What a repetition adds: how many repetitions follow one another, and whether one is inside of another. */
interface Cost {
  /** The power of the length of the text by which the steps can grow. */
  degree: number;
  /** Whether they can double with each character. */
  isExponential: boolean;
}

const costs = new WeakMap<RegExp, Cost>();

/**
 * The most steps that a regular expression may take for a text. It errs on the side of many: it tells apart one
 * repetition, several in a row, and one inside of another, and does not look at what they match.
 *
 * @returns 0 where the steps grow no faster than the text.
 */
export function mostSteps(pattern: RegExp, text: string): number {
  let cost = costs.get(pattern);
  if (!cost) costs.set(pattern, (cost = costOf(pattern.source)));
  if (cost.isExponential) return 2 ** Math.min(text.length, 60);
  return cost.degree < 2 ? 0 : text.length ** cost.degree;
}

/** An escape, a class, the beginning or the end of a group, a quantifier, or another character. */
const token = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[()]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/g;

interface Group {
  degree: number;
  /** Whether it can match one text in several ways, or texts of several lengths. */
  isVaried: boolean;
}

function costOf(source: string): Cost {
  const outermost: Group = { degree: 0, isVaried: false };
  const open = [outermost];
  let last: Group | undefined;
  let isExponential = /\\(?:[1-9]|k<)/.test(source);
  const tokens = source.match(token) ?? [];
  for (const part of tokens) {
    const group = open.at(-1) ?? outermost;
    if (part.startsWith('(')) {
      open.push({ degree: 0, isVaried: false });
      last = undefined;
    } else if (part === ')' && open.length > 1) {
      last = open.pop();
      const outer = open.at(-1) ?? outermost;
      outer.degree += last?.degree ?? 0;
      outer.isVaried ||= last?.isVaried ?? false;
    } else if (isQuantifier(part)) {
      const isLong = /^[*+]|^\{\d+,\}|^\{\d+,\d{2,}\}/.test(part);
      const isRepeated = isLong || part.startsWith('{');
      if (last?.isVaried && isRepeated) isExponential = true;
      group.degree += isLong ? 1 : 0;
      group.isVaried = true;
      last = undefined;
    } else {
      if (part === '|') group.isVaried = true;
      last = undefined;
    }
  }
  const isAnchored = source.startsWith('^') && !isSplit(tokens);
  const isLastToken = /(?:[^\\][*+]|\{\d+,\})$/.test(source);
  const { degree } = outermost;
  const search = isAnchored || degree === 0 || (degree === 1 && isLastToken) ? 0 : 1;
  return { degree: degree + search, isExponential };
}

function isQuantifier(part: string): boolean {
  return /^(?:[*+?]\??|\{\d+(?:,\d*)?\}\??)$/.test(part);
}

/** Whether there are alternatives outside of all groups: an anchor in one says nothing of the others. */
function isSplit(tokens: string[]): boolean {
  let depth = 0;
  for (const part of tokens) {
    if (part.startsWith('(')) depth += 1;
    else if (part === ')') depth -= 1;
    else if (part === '|' && depth === 0) return true;
  }
  return false;
}

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
