import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import type { ErrorObject, FuncKeywordDefinition, ValidateFunction } from 'ajv/dist/2020.js';
import type { Json } from '../../../description/json-value.js';
import { subschemas, withEachChanged } from '../rewrite/subschemas.js';
import type { Unit } from '../rewrite/unit.js';
import { withErrors } from './keywords.js';

/** Replaces `$ref` in schemas that are recursive in several ways. */
const keyword = 'recursion';

/** Keywords that may apply several schemas to one part of a value. */
const branching = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'contains', 'dependentSchemas', 'patternProperties'];

/**
 * The schemas of some units, for the validator. If a schema is recursive in several ways, each way would validate all lower
 * levels again, and the time would grow exponentially. In such schemas, each part of a value is validated once.
 *
 * @param units New units. All units that they refer to are among them or were passed before.
 */
export function withRecursion(units: readonly Unit[]): Map<string, Json | boolean> {
  const schemas = new Map<string, Json | boolean>();
  for (const circle of circlesOf(units)) {
    const keys = new Set(circle.map(({ key }) => key));
    const isBranching = circle.some((unit) => circle.some((one) => unit.refersTo.has(one)) && branches(unit));
    for (const { key, schema } of circle) schemas.set(key, isBranching ? remembered(schema, keys) : schema);
  }
  return schemas;
}

function branches({ schema }: Unit): boolean {
  for (const one of subschemas(schema)) if (branching.some((name) => name in one)) return true;
  return false;
}

function remembered(schema: Json | boolean, keys: ReadonlySet<string>): Json | boolean {
  return withEachChanged(schema, ({ $ref, ...rest }) => {
    if ($ref === undefined) return rest;
    return typeof $ref === 'string' && keys.has($ref) ? { ...rest, [keyword]: $ref } : { ...rest, $ref };
  });
}

/** The errors of the current validation, by schema and place in the value. */
export class Memory {
  private found = new Map<string, ErrorObject[]>();

  /** Begins a new validation. */
  forget(): void {
    if (this.found.size > 0) this.found = new Map();
  }

  /** @param compiled Returns the validation function of a schema by its key. */
  definition(compiled: (key: string) => ValidateFunction): FuncKeywordDefinition {
    return {
      keyword,
      compile: (key: string) =>
        withErrors((value: unknown, context?: DataValidationCxt) => this.errorsOf(key, value, compiled, context)),
    };
  }

  private errorsOf(
    key: string,
    value: unknown,
    compiled: (key: string) => ValidateFunction,
    context: DataValidationCxt | undefined,
  ): ErrorObject[] {
    const place = `${key} ${context?.instancePath ?? ''}`;
    const known = this.found.get(place);
    // All errors were reported at the first visit. One is enough to fail here.
    if (known) return known.slice(0, 1);
    const validate = compiled(key);
    const errors = validate(value, context) ? [] : [...(validate.errors ?? [])];
    this.found.set(place, errors);
    return errors;
  }
}

/** Finds the strongly connected components of units, with Tarjan's algorithm. */
function circlesOf(units: readonly Unit[]): Unit[][] {
  const circles: Unit[][] = [];
  const order = new Map<Unit, number>();
  const lowest = new Map<Unit, number>();
  const open: Unit[] = [];
  const isOpen = new Set<Unit>();
  const wanted = new Set(units);
  const enter = (unit: Unit): Iterator<Unit> => {
    order.set(unit, order.size);
    lowest.set(unit, order.size - 1);
    open.push(unit);
    isOpen.add(unit);
    return unit.refersTo.values();
  };
  const lower = (unit: Unit, to: number): void => void lowest.set(unit, Math.min(lowest.get(unit) ?? to, to));
  for (const start of units) {
    if (order.has(start)) continue;
    const way: Array<[Unit, Iterator<Unit>]> = [[start, enter(start)]];
    for (let last = way.at(-1); last; last = way.at(-1)) {
      const [unit, targets] = last;
      const next = targets.next();
      if (!next.done) {
        const target = next.value;
        if (!wanted.has(target)) continue;
        if (!order.has(target)) way.push([target, enter(target)]);
        else if (isOpen.has(target)) lower(unit, order.get(target) ?? 0);
        continue;
      }
      way.pop();
      const outer = way.at(-1)?.[0];
      if (outer) lower(outer, lowest.get(unit) ?? 0);
      if (lowest.get(unit) !== order.get(unit)) continue;
      const circle = open.splice(open.indexOf(unit));
      for (const one of circle) isOpen.delete(one);
      circles.push(circle);
    }
  }
  return circles;
}
