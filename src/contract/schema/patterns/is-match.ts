import { readPattern } from './read-pattern.js';
import { mostSteps, unnoticedSteps } from './risky-pattern.js';

/**
 * Whether a text matches a pattern of a schema, for the texts of a description itself. Those of messages are matched by a clock.
 *
 * @returns `false` too where the pattern is none, or may take long for the text.
 */
export function isMatch(pattern: string, text: string): boolean {
  const expression = readPattern(pattern);
  return typeof expression !== 'string' && mostSteps(expression, text) <= unnoticedSteps && expression.test(text);
}
