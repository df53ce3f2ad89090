import type { Shape, Shapes } from '../shape/shape.js';
import { RowList, type Bounds } from './row-list.js';
import type { Direction, Row } from './rows.js';

/** The largest number of rows for a body that a reader may still read. Beyond it, the docs leave out the deepest fields. */
const mostRows = 150;

/**
 * Lists the fields of a schema. Fields of nested objects and arrays follow their parent, and alternatives with their fields
 * come last. Fields with any name are called `*`; fields whose names match a pattern are called by the pattern.
 *
 * When several places refer to a schema, its fields are listed only at the first place. So the list stays short even when
 * schemas refer to each other. When it is still longer than `mostRows`, the deepest fields are left out. The first level is
 * always complete.
 */
export class RowLists {
  readonly #known = new Map<Direction, WeakMap<object, Row[]>>([
    ['request', new WeakMap()],
    ['response', new WeakMap()],
  ]);

  constructor(readonly shapes: Shapes) {}

  /** Lists the fields of a schema. @returns The same list for each call with the same schema and direction. */
  of(schema: unknown, direction: Direction): Row[] {
    const shape = this.shapes.of(schema);
    const known = this.#known.get(direction)?.get(shape.origin) ?? this.#bounded(shape, direction);
    if (shape.keywords.size > 0) this.#known.get(direction)?.set(shape.origin, known);
    return known;
  }

  #bounded(shape: Shape, direction: Direction): Row[] {
    const list = (bounds: Partial<Bounds>): Row[] | undefined =>
      new RowList(this.shapes, direction, { deepest: Infinity, most: mostRows, small: 0, ...bounds }).list(shape);
    const all = list({});
    if (all) return all;
    let deepest = 1;
    let last = list({ deepest, most: Infinity }) ?? [];
    for (let deeper = list({ deepest: 2 }); deeper; deeper = list({ deepest: deepest + 1 })) {
      deepest += 1;
      last = deeper;
    }
    // Of the next level, there may be room for the objects of few fields.
    for (const small of [10, 5, 2]) {
      const more = list({ deepest, small });
      if (more) return more;
    }
    return last;
  }
}
