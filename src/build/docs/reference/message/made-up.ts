import { listOf } from '../../../../description/json-value.js';
import { membersOf } from '../read.js';
import type { Shape, Shapes } from '../schema/shape/shape.js';
import { typesOf } from '../schema/type-words.js';
import { listedValues } from '../schema/values.js';

/** How many objects and lists a made-up value has within each other. */
const deepest = 4;

/**
 * Makes a value of a schema to show how it is serialized, from the values in the description or the names of the fields.
 *
 * @param position The position among its siblings, from 0, so that these differ.
 * @param within The schemas around it.
 * @returns `undefined` for a schema inside itself, and for one that lies too deep.
 */
export function madeUp(shapes: Shapes, shape: Shape, position = 0, within: readonly object[] = []): unknown {
  const { keywords, origin } = shape;
  const types = typesOf(shapes, shape);
  if (within.includes(origin) || within.length > deepest) return undefined;
  const inner = [...within, origin];
  if (types.includes('array')) {
    const items = shapes.of(keywords.get('items'));
    const count = listedValues(shapes, items).length === 1 ? 1 : 2;
    return Array.from({ length: count }, (_, index) => madeUp(shapes, items, index, inner)).filter((one) => one !== undefined);
  }
  if (types.includes('object')) {
    const fields = membersOf(keywords.get('properties')).filter(([, schema]) => !shapes.of(schema).keywords.get('readOnly'));
    const other = keywords.get('additionalProperties');
    const all = fields.length > 0 ? fields : ['a', 'b'].map((name): [string, unknown] => [name, other]);
    const shown = within.length === 0 ? all : all.slice(0, 2);
    return Object.fromEntries(shown.map(([name, schema], index) => [name, madeUp(shapes, shapes.of(schema), index, inner)]));
  }
  return single(shapes, shape, types, position);
}

function single(shapes: Shapes, shape: Shape, types: string[], position: number): unknown {
  const { keywords } = shape;
  const listed = listedValues(shapes, shape);
  const chosen = listed[position] ?? listed[0];
  if (chosen) return /^-?\d{16,}$/.test(chosen.value) ? BigInt(chosen.value) : JSON.parse(chosen.value);
  const given = keywords.get('example') ?? listOf(keywords.get('examples'))[0] ?? keywords.get('default');
  if (given !== undefined) return given;
  if (types.includes('string')) return String.fromCodePoint(97 + (position % 26));
  return types.includes('boolean') ? true : position + 1;
}
