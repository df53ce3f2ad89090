import { isMatch } from '../../../../contract/schema/patterns/is-match.js';

/** A lookahead for something anywhere in the text, such as `(?=.*[A-Z])`, without groups in it. */
const lookahead = /\(\?=\.[*+]\??((?:\\.|\[(?:\\.|[^\\\]])*\]|[^()[\]\\])+)\)/g;

/** How often texts are made until one fits. */
const mostAttempts = 20;

/** The requirements for a text. */
export interface TextLimits {
  patterns: string[];
  minLength?: number;
  maxLength?: number;
}

/**
 * Makes a text that matches several patterns, or a pattern with lookaheads: it joins texts for the parts.
 *
 * @param make Makes a text for one pattern; another one for another seed.
 * @returns The text; `undefined` if none is found.
 */
export function textOfPatterns(limits: TextLimits, make: (pattern: string, seed: number) => unknown): string | undefined {
  const { patterns, minLength = 0, maxLength = Infinity } = limits;
  const isFitting = (text: string): boolean => {
    const { length } = Array.from(text);
    return length >= minLength && length <= maxLength && patterns.every((pattern) => isMatch(pattern, text));
  };
  const parts = patterns.flatMap((pattern) => [
    ...[...pattern.matchAll(lookahead)].map(([, part = '']) => part),
    pattern.replaceAll(lookahead, ''),
  ]);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const texts = parts
      .map((part, index) => make(part, attempt * parts.length + index))
      .filter((text) => typeof text === 'string');
    const joined = [...texts, texts.join(''), texts.toReversed().join('')];
    const found = joined.flatMap((text) => [text, text.padEnd(minLength, 'a'), text.padStart(minLength, 'a')]).find(isFitting);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a text for these patterns is made from parts. */
export function isOfParts(patterns: string[]): boolean {
  return patterns.length > 1 || patterns.some((pattern) => pattern.search(lookahead) >= 0);
}
