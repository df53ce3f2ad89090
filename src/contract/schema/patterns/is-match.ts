import { readPattern } from './read-pattern.js';
import { mostSteps, unnoticedSteps } from './risky-pattern.js';

/**
 * Whether a text of the description matches a pattern. Texts of messages are matched by a `Clock` instead.
 *
 * @returns `false`, too, if the pattern is invalid or may take long for the text.
 */
export function isMatch(pattern: string, text: string): boolean {
  const expression = readPattern(pattern);
  return typeof expression !== 'string' && mostSteps(expression, text) <= unnoticedSteps && expression.test(text);
}
