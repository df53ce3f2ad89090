import { isObject, listOf, objectOf } from '../../../../../description/json-value.js';
import { membersOf, textOf } from '../../read.js';
import type { Shape, Shapes } from '../shape/shape.js';
import { isTelling, valueOf, type Value } from '../value.js';
import { alternativesOf, dependents, type Alternative } from './alternatives.js';
import { holdsFields, innermost, isTold } from './holds-fields.js';
import { isOmitted, omittedNames, withoutRequired } from './omitted.js';
import { isChoice, withoutKnown, type ChoiceRow, type Direction, type Field, type Row } from './rows.js';

/** How many rows a list may have. */
export interface Bounds {
  most: number;
  /** The level of the deepest rows. */
  deepest: number;
  /** How many fields an object below that level may have to be listed. */
  small: number;
}

/** The place of a schema whose fields are to be listed. */
interface Place {
  /** The path to the value, without a dot at the end. */
  path: string;
  /** The number of names in the path. */
  depth: number;
  /** The schemas that contain it. */
  within: readonly object[];
  /** The name of the alternative, if it is one. */
  alternative?: string;
  /** The fields around the alternative, which apply to it, too. */
  around?: readonly Field[];
  /** The properties around the alternative that are not in this direction, so that nothing can require them. */
  omitted?: readonly string[];
}

/** Lists the fields of one schema, within bounds. */
export class RowList {
  /** The schemas whose fields are already listed, with the path at which they are. */
  readonly #listed = new Map<object, string>();
  #count = 0;

  constructor(
    readonly shapes: Shapes,
    readonly direction: Direction,
    readonly bounds: Bounds,
  ) {}

  /** Lists the fields of a schema. @returns `undefined` when there are more rows than the bounds allow. */
  list(shape: Shape): Row[] | undefined {
    const rows = this.#inside(shape, { path: '', depth: 0, within: [] });
    return this.#count > this.bounds.most ? undefined : rows;
  }

  #inside(shape: Shape, { path, depth, within, around = [], alternative = path, omitted = [] }: Place): Row[] {
    if (this.#count > this.bounds.most || within.includes(shape.origin) || this.#listed.has(shape.origin)) return [];
    if (holdsFields(this.shapes, shape)) this.#listed.set(shape.origin, alternative);
    const place = { path, depth, within: [...within, shape.origin], around };
    const rows = [...this.#properties(shape, place), ...this.#items(shape, place), ...this.#content(shape, place)];
    const inner = {
      ...place,
      around: [...around, ...rows.filter((row): row is Field => !isChoice(row))],
      omitted: [...omitted, ...omittedNames(this.shapes, shape, this.direction)],
    };
    return [...rows, ...this.#choices(shape, inner), ...this.#contained(shape, inner)];
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

  #named(name: string, schema: unknown, isRequired: boolean, { path, depth, within, around = [] }: Place): Row[] {
    const shape = this.shapes.of(schema);
    if (isOmitted(shape, this.direction)) return [];
    const shown = name === '' ? '""' : name;
    const way = path === '' ? shown : `${path}.${shown}`;
    const rows = this.#row(way, name, shape, isRequired, { path: way, depth: depth + 1, within });
    return around.length === 0 ? rows : withoutKnown(rows, around);
  }

  /** The row of a value, followed by the rows of its contents. */
  #row(way: string, name: string, shape: Shape, isRequired: boolean, place: Place): Row[] {
    this.#count += 1;
    const field = {
      name: way,
      requirement: isRequired ? ('required' as const) : ('' as const),
      ...this.#value(shape, name),
    };
    const first = this.#listed.get(shape.origin) ?? this.#listed.get(innermost(this.shapes, shape).origin);
    if (shape.isNever && name !== '') return [{ ...field, type: 'not allowed' }];
    // An alternative may have a field that is around it, too.
    if (first === way) return [field];
    if (first !== undefined) return [{ ...field, type: `${field.type}, fields as in ${first || 'the body itself'}` }];
    if (place.depth >= this.bounds.deepest && this.#isLeftOut(innermost(this.shapes, shape)))
      return [{ ...field, type: `${field.type}, its fields are in openapi.yaml` }];
    return [field, ...this.#inside(shape, place)];
  }

  #value(shape: Shape, name: string, omitted: readonly string[] = []): Value {
    const names = [...omitted, ...omittedNames(this.shapes, shape, this.direction)];
    return valueOf(this.shapes, withoutRequired(shape, names), name);
  }

  /** Whether the fields of an object below the deepest level are left out. */
  #isLeftOut(shape: Shape): boolean {
    if (!holdsFields(this.shapes, shape)) return false;
    const fields = Object.values(objectOf(shape.keywords.get('properties')));
    const isSmall = fields.length > 0 && fields.length <= this.bounds.small && shape.choices.length === 0;
    return !isSmall || fields.some((one) => holdsFields(this.shapes, innermost(this.shapes, this.shapes.of(one))));
  }

  #items(shape: Shape, { path, depth, within }: Place): Row[] {
    const { keywords } = shape;
    const first = listOf(keywords.get('prefixItems'));
    const rest = [keywords.get('items') ?? keywords.get('unevaluatedItems')].filter(isObject);
    const at = (way: string, schema: unknown): Row[] => {
      const inner = this.shapes.of(schema);
      const place = { path: way, depth, within };
      // An item with limits or a description gets its own row, so that it is clear to what each limit belongs.
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
        return this.#choice(words, all, place, choice.kind === 'anyOf');
      }),
      ...this.#choice('Depends on the fields', needed, place),
    ];
  }

  /** The items that match `contains`, when there is more to say about them than fits into a few words. */
  #contained({ keywords }: Shape, { path, ...place }: Place): Row[] {
    const schema = keywords.get('contains');
    const shape = this.shapes.of(schema);
    const { title, meaning, values } = valueOf(this.shapes, shape);
    const isTold = !holdsFields(this.shapes, shape) && title === '' && meaning === '' && values.length === 0;
    if (!isObject(schema) || isTold) return [];
    return this.#choice('Such an item', [{ schema, name: '', when: [] }], { ...place, omitted: [], path: `${path}[]` });
  }

  /** @param isOpen Whether a single alternative that allows anything makes the choice meaningless. Default: false. */
  #choice(words: string, all: Alternative[], place: Place, isOpen: boolean = false): ChoiceRow[] {
    const told = words === 'Exactly one of' ? all : all.filter((one) => !this.#requiresOnly(one, place.omitted ?? []));
    if (told.length === 0 || (isOpen && told.length < all.length)) return [];
    const alternatives = told.map(({ schema, name, when, isCondition }) => {
      this.#count += 1;
      const shape = this.shapes.of(schema);
      const value = isCondition ? valueOf(this.shapes, shape, name) : this.#value(shape, name, place.omitted);
      const first = this.#listed.get(shape.origin);
      if (first === undefined) {
        const rows = this.#inside(shape, { ...place, alternative: name || place.path });
        // Such a schema may say only which fields are required. Then `any` would be false.
        const isAny = value.type === 'any' && !isTelling(value) && rows.length === 0;
        return { ...value, type: value.type === 'any' && !isAny ? '' : value.type, name, when, rows };
      }
      return { ...value, type: `${value.type}, fields as in ${first || 'the body itself'}`, name, when, rows: [] };
    });
    return [{ name: place.path, words, alternatives }];
  }

  /** Whether a schema only requires properties, all of them omitted. */
  #requiresOnly({ schema, isCondition }: Alternative, omitted: readonly string[]): boolean {
    if (isCondition) return false;
    const { keywords, choices } = this.shapes.of(schema);
    const required = listOf(keywords.get('required')).map(textOf);
    return choices.length === 0 && keywords.size === 1 && required.length > 0 && required.every((name) => omitted.includes(name));
  }
}
