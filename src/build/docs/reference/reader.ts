import type { Description } from '../../../description/types.js';
import { RowLists } from './schema/rows/row-lists.js';
import { Shapes } from './schema/shape/shape.js';

/** Reads a description for the docs. It keeps what it has read, since many operations share schemas. */
export class Reader {
  readonly shapes: Shapes;
  readonly rows: RowLists;
  /** The operations whose callbacks are being read. */
  readonly open: Set<object> = new Set<object>();

  /** @param calls The links to the operations of the API, by operationId. */
  constructor(
    readonly description: Description,
    readonly calls: ReadonlyMap<string, { href: string; text: string }>,
  ) {
    this.shapes = new Shapes(description);
    this.rows = new RowLists(this.shapes);
  }
}
