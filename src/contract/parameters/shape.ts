import { shapeOf, type Shape, type TextRules } from '../../description/parameters/shape.js';
import type { Description, Schema } from '../../description/types.js';
import { parseJson } from '../body/body.js';
import { readPattern } from '../schema/patterns/read-pattern.js';
import { mostSteps, unnoticedSteps } from '../schema/patterns/risky-pattern.js';
import { withinTime } from '../schema/patterns/time-limit.js';

/** A name that takes longer to compare with a pattern, in milliseconds, matches nothing. */
const mostForName = 50;

/** How texts that come from outside are compared and parsed: within bounds. */
const rules: TextRules = {
  matches: (pattern, name) => {
    const expression = readPattern(pattern);
    if (typeof expression === 'string') return false;
    if (mostSteps(expression, name) <= unnoticedSteps) return expression.test(name);
    try {
      return withinTime(mostForName, () => expression.test(name));
    } catch {
      return false;
    }
  },
  json: (text) => {
    const { value, violations } = parseJson(text);
    return violations.length === 0 ? [value] : [];
  },
};

/** What a schema says of the values that texts of a message can stand for. */
export function messageShape(description: Description, schema: Schema | undefined): Shape {
  return shapeOf(description, schema, rules);
}
