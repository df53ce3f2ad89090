import type { Words } from '../words.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { membersOf, textOf } from '../read.js';
import { alternativesOf, dependents, type Alternative } from './alternatives.js';
import { holdsFields, innermost, isTold } from './holds-fields.js';
import type { Shape, Shapes } from './shape.js';
import { isTelling, valueOf, type Value } from './value.js';

/** A field of a body, of a parameter or of a header. */
export interface Field extends Value {
  /** Nested ones with their way to it: `account.email`, `accounts[].email`. */
  name: string;
  requirement: 'required' | '';
}

/** Alternatives of a value, each with its fields. */
export interface ChoiceRow {
  /** The way to the value; empty for a body itself. */
  name: string;
  /** How many of them apply. */
  words: string;
  alternatives: Array<Value & { name: string; when: Words; rows: Row[] }>;
}

export type Row = Field | ChoiceRow;

/** Whether a value is sent or received. A read-only one is not sent, a write-only one not received. */
export type Direction = 'request' | 'response';

export function isChoice(row: Row): row is ChoiceRow {
  return 'alternatives' in row;
}

/** No reader goes through more rows of one body: from here on, those that lie deepest are left to the description. */
const mostRows = 150;

/**
 * Lists the fields of a schema: its properties, those of nested objects and lists after their parent, then the
 * alternatives with their fields. Values of any name are called `*`, those of a pattern by it.
 *
 * A schema that several places refer to is listed at the first, so that schemas that refer to each other make a list as
 * long as they are, and not as long as all the ways through them. Where even that is more than `mostRows`, fields are
 * listed down to the depth at which they are fewer; the first level always is.
 */
export class RowLists {
  readonly #known = new Map<Direction, WeakMap<object, Row[]>>([
    ['request', new WeakMap()],
    ['response', new WeakMap()],
  ]);

  constructor(readonly shapes: Shapes) {}

  /** @returns The list of a schema; the same one each time. */
  of(schema: unknown, direction: Direction): Row[] {
    const shape = this.shapes.of(schema);
    const known = this.#known.get(direction)?.get(shape.origin) ?? this.#bounded(shape, direction);
    if (shape.keywords.size > 0) this.#known.get(direction)?.set(shape.origin, known);
    return known;
  }

  #bounded(shape: Shape, direction: Direction): Row[] {
    const list = (deepest: number, most = mostRows): Row[] | undefined =>
      new RowList(this.shapes, direction, deepest, most).list(shape);
    const all = list(Infinity);
    if (all) return all;
    for (let depth = 2, last = list(1, Infinity) ?? []; ; depth += 1) {
      const deeper = list(depth);
      if (!deeper) return last;
      last = deeper;
    }
  }
}

/** Where a schema stands that is left to list. */
interface Place {
  /** The way to it, without a dot at its end. */
  path: string;
  /** How many names the way has. */
  depth: number;
  /** The schemas that it is a part of. */
  within: readonly object[];
  /** What it is called as an alternative. */
  alternative?: string;
}

class RowList {
  /** The schemas with fields, by the way at which each is listed. */
  readonly #listed = new Map<object, string>();
  #count = 0;

  constructor(
    readonly shapes: Shapes,
    readonly direction: Direction,
    readonly deepest: number,
    readonly most: number,
  ) {}

  /** @returns `undefined` where there are more rows than `most`. */
  list(shape: Shape): Row[] | undefined {
    const rows = this.#inside(shape, { path: '', depth: 0, within: [] });
    return this.#count > this.most ? undefined : rows;
  }

  #inside(shape: Shape, { path, depth, within, alternative = path }: Place): Row[] {
    if (this.#count > this.most || within.includes(shape.origin) || this.#listed.has(shape.origin)) return [];
    if (holdsFields(this.shapes, shape)) this.#listed.set(shape.origin, alternative);
    const place = { path, depth, within: [...within, shape.origin] };
    return [
      ...this.#properties(shape, place),
      ...this.#items(shape, place),
      ...this.#content(shape, place),
      ...this.#choices(shape, place),
    ];
  }

  #properties(shape: Shape, place: Place): Row[] {
    const { keywords } = shape;
    const required = new Set(listOf(keywords.get('required')).map(textOf));
    const named = Object.entries(objectOf(keywords.get('properties')));
    const others = [keywords.get('additionalProperties'), keywords.get('unevaluatedProperties')].filter(isObject);
    return [
      ...named.flatMap(([name, schema]) => this.#named(name, schema, required.has(name), place)),
      ...membersOf(keywords.get('patternProperties')).flatMap(([pattern, schema]) =>
        this.#named(`/${pattern}/`, schema, false, place),
      ),
      ...others.flatMap((schema) => this.#named('*', schema, false, place)),
    ];
  }

  #named(name: string, schema: unknown, isRequired: boolean, { path, depth, within }: Place): Row[] {
    const shape = this.shapes.of(schema);
    if (shape.keywords.get(this.direction === 'request' ? 'readOnly' : 'writeOnly') === true) return [];
    const shown = name === '' ? '""' : name;
    const way = path === '' ? shown : `${path}.${shown}`;
    return this.#row(way, name, shape, isRequired, { path: way, depth: depth + 1, within });
  }

  /** A value, and what it holds. */
  #row(way: string, name: string, shape: Shape, isRequired: boolean, place: Place): Row[] {
    this.#count += 1;
    const field = {
      name: way,
      requirement: isRequired ? ('required' as const) : ('' as const),
      ...valueOf(this.shapes, shape, name),
    };
    const first = this.#listed.get(shape.origin) ?? this.#listed.get(innermost(this.shapes, shape).origin);
    if (first !== undefined) return [{ ...field, type: `${field.type}, fields as in ${first || 'the body itself'}` }];
    const isLeftOut = place.depth >= this.deepest && holdsFields(this.shapes, innermost(this.shapes, shape));
    if (isLeftOut) return [{ ...field, type: `${field.type}, its fields are in the description` }];
    return [field, ...this.#inside(shape, place)];
  }

  #items(shape: Shape, { path, depth, within }: Place): Row[] {
    const { keywords } = shape;
    const first = listOf(keywords.get('prefixItems'));
    const rest = [keywords.get('items') ?? keywords.get('unevaluatedItems')].filter(isObject);
    const at = (way: string, schema: unknown): Row[] => {
      const inner = this.shapes.of(schema);
      const place = { path: way, depth, within };
      // What is said of an item stands in a row of its own, so that each limit stands at its level.
      const isToldHere = this.#listed.has(inner.origin) || isTelling(valueOf(this.shapes, inner));
      const hasRow = isToldHere && !within.includes(inner.origin);
      return hasRow ? this.#row(way, '', inner, false, place) : this.#inside(inner, place);
    };
    return [
      ...first.flatMap((schema, index) => at(`${path}[${index}]`, schema)),
      ...rest.flatMap((schema) => at(`${path}[]`, schema)),
    ];
  }

  #content({ keywords }: Shape, place: Place): Row[] {
    return keywords.has('contentSchema') ? this.#inside(this.shapes.of(keywords.get('contentSchema')), place) : [];
  }

  #choices(shape: Shape, place: Place): Row[] {
    const told = shape.choices.filter((choice) => !isTold(this.shapes, shape, choice));
    const needed = dependents(shape);
    return [
      ...told.flatMap((choice) => {
        const { words, all } = alternativesOf(this.shapes, choice, shape);
        return all.length === 0 ? [] : [this.#choice(words, all, place)];
      }),
      ...(needed.length > 0 ? [this.#choice('Depends on the fields', needed, place)] : []),
    ];
  }

  #choice(words: string, all: Alternative[], place: Place): ChoiceRow {
    const alternatives = all.map(({ schema, name, when }) => {
      this.#count += 1;
      const shape = this.shapes.of(schema);
      const value = valueOf(this.shapes, shape, name);
      const first = this.#listed.get(shape.origin);
      if (first === undefined)
        return { ...value, name, when, rows: this.#inside(shape, { ...place, alternative: name || place.path }) };
      return { ...value, type: `${value.type}, fields as in ${first || 'the body itself'}`, name, when, rows: [] };
    });
    return { name: place.path, words, alternatives };
  }
}
