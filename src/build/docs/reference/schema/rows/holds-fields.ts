import { isObject } from '../../../../../description/json-value.js';
import type { Choice, Shape, Shapes } from '../shape/shape.js';
import { isPlain, typesOf } from '../type-words.js';
import { constants } from '../values.js';

/** The schema of the items of an array. For nested arrays, the schema of the innermost items. */
export function innermost(shapes: Shapes, shape: Shape): Shape {
  const seen = new Set<object>();
  let inner = shape;
  while (isObject(inner.keywords.get('items')) && !seen.has(inner.origin)) {
    seen.add(inner.origin);
    inner = shapes.of(inner.keywords.get('items'));
  }
  return inner;
}

/** Whether a value has fields, items or alternatives that get their own rows after it. */
export function holdsFields(shapes: Shapes, shape: Shape): boolean {
  const { keywords, choices } = shape;
  const names = ['properties', 'patternProperties', 'prefixItems', 'dependentSchemas', 'contentSchema'];
  const hasValues = ['additionalProperties', 'unevaluatedProperties', 'items'].some((name) => isObject(keywords.get(name)));
  return hasValues || names.some((name) => keywords.has(name)) || choices.some((choice) => !isTold(shapes, shape, choice));
}

/** Whether the type and the listed values already say everything about a choice. */
export function isTold(shapes: Shapes, shape: Shape, choice: Choice): boolean {
  if (choice.kind === 'not') return shape.isNever;
  if (choice.kind === 'if') return false;
  if (constants(shapes, shape)) return true;
  const hasType = typesOf(shapes, shape).some((type) => type !== 'null');
  const isFirst = choice === shape.choices.find((one) => 'alternatives' in one);
  const { alternatives } = choice;
  return isFirst && !hasType && alternatives.length > 0 && alternatives.every((one) => isPlain(shapes, shapes.of(one)));
}
