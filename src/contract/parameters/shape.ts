import { shapeOf, type Shape, type TextRules } from '../../description/parameters/shape.js';
import type { Description, Schema } from '../../description/types.js';
import { parseJson } from '../body/body.js';
import { isMatch } from '../schema/patterns/is-match.js';

/** The time limit to match a name with a pattern, in milliseconds. Beyond it, the name does not match. */
const mostForName = 50;

/** Matches and parses texts from outside within bounds. */
const rules: TextRules = {
  matches: (pattern, name) => isMatch(pattern, name, mostForName),
  json: (text) => {
    const { value, violations } = parseJson(text);
    return violations.length === 0 ? [value] : [];
  },
};

/** The shape of a schema, to read values from the texts of a message. */
export function messageShape(description: Description, schema: Schema | undefined): Shape {
  return shapeOf(description, schema, rules);
}
