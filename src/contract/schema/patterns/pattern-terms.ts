/** A part of a regular expression with its quantifier. */
export interface Term {
  part: Part;
  least: number;
  most: number;
}

/** A part of a regular expression. */
export type Part =
  /** One character: a literal, an escape or a class. */
  | { kind: 'character'; source: string }
  | { kind: 'group'; alternatives: Term[][] }
  /** `^`, `$` and a word boundary. */
  | { kind: 'start' | 'end' | 'edge' }
  /** A part that is not analyzed: an assertion or a backreference. */
  | { kind: 'other' };

/** Matches an escape, a class, the beginning or end of a group, a quantifier, or any other character. */
const token =
  /\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|k<[^>]*>|[^])|\[(?:\\[^]|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[()]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu;

/**
 * Parses a regular expression, in the detail that an estimate of its run time needs.
 *
 * @param source A valid regular expression.
 */
export function alternativesOf(source: string): Term[][] {
  const tokens = source.match(token) ?? [];
  return readAlternatives(tokens.values());
}

function readAlternatives(tokens: Iterator<string>): Term[][] {
  let terms: Term[] = [];
  const alternatives = [terms];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const part = next.value;
    const last = terms.at(-1);
    if (part === ')') return alternatives;
    if (part === '|') alternatives.push((terms = []));
    else if (isQuantifier(part) && last) Object.assign(last, countsOf(part));
    else terms.push({ part: readPart(part, tokens), least: 1, most: 1 });
  }
  return alternatives;
}

function readPart(part: string, tokens: Iterator<string>): Part {
  if (part.startsWith('(')) {
    const alternatives = readAlternatives(tokens);
    const isAssertion = /^\(\?(?:=|!|<=|<!)/.test(part);
    return isAssertion ? { kind: 'other' } : { kind: 'group', alternatives };
  }
  if (part === '^') return { kind: 'start' };
  if (/^\\[bB]$/.test(part)) return { kind: 'edge' };
  if (part === '$') return { kind: 'end' };
  return /^\\(?:[1-9]|k<)/.test(part) ? { kind: 'other' } : { kind: 'character', source: part };
}

function isQuantifier(part: string): boolean {
  return /^(?:[*+?]|\{\d)/.test(part);
}

function countsOf(quantifier: string): { least: number; most: number } {
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
  if (least !== undefined) return { least: Number(least), most: most ? Number(most) : comma ? Infinity : Number(least) };
  return { least: quantifier.startsWith('+') ? 1 : 0, most: quantifier.startsWith('?') ? 1 : Infinity };
}
