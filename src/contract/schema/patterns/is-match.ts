import { readPattern } from './read-pattern.js';
import { mostSteps, unnoticedSteps } from './risky-pattern.js';
import { withinTime } from './time-limit.js';

/**
 * Whether a text matches a pattern of the description. Values of messages are matched by a `Clock` instead.
 *
 * @param milliseconds How long the match may take. Default: a pattern that may take long for the text is not tried.
 * @returns `false`, too, if the pattern is invalid or takes too long.
 */
export function isMatch(pattern: string, text: string, milliseconds?: number): boolean {
  const expression = readPattern(pattern);
  if (typeof expression === 'string') return false;
  if (mostSteps(expression, text) <= unnoticedSteps) return expression.test(text);
  if (milliseconds === undefined) return false;
  try {
    return withinTime(milliseconds, () => expression.test(text));
  } catch {
    return false;
  }
}
