import { shapeOf, type Shape, type TextRules } from '../../description/parameters/shape.js';
import type { Description, Schema } from '../../description/types.js';
import { parseJson } from '../body/body.js';
import { readPattern } from '../schema/patterns/read-pattern.js';
import { mostSteps, unnoticedSteps } from '../schema/patterns/risky-pattern.js';
import { withinTime } from '../schema/patterns/time-limit.js';

/** The time limit to match a name with a pattern, in milliseconds. Beyond it, the name does not match. */
const mostForName = 50;

/** Matches and parses texts from outside within bounds. */
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

/** The shape of a schema, to read values from the texts of a message. */
export function messageShape(description: Description, schema: Schema | undefined): Shape {
  return shapeOf(description, schema, rules);
}
