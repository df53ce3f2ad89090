import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import type { ErrorObject, FuncKeywordDefinition, ValidateFunction } from 'ajv/dist/2020.js';
import { listOf, objectOf, type Json } from '../../../description/json-value.js';
import { partsInPlace, subschemas, withEachChanged } from '../rewrite/subschemas.js';
import type { Unit } from '../rewrite/unit.js';
import { withErrors } from './keywords.js';
import { circlesOf } from './circles.js';

/** Replaces `$ref` in schemas that are recursive in several ways. */
const keyword = 'recursion';

/** Keywords that may apply several schemas to one part of a value. */
const branching = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'contains', 'dependentSchemas', 'patternProperties'];

/**
 * The schemas of some units, for the validator. If a schema is recursive in several ways, each way would validate all lower
 * levels again, and the time would grow exponentially. In such schemas, each part of a value is validated once.
 *
 * A schema may also lead back to itself for the same value, as a parent with `oneOf` of its children, which have the parent in
 * `allOf`. JSON Schema leaves open what that means (2020-12 core, section 9.4.1). Here, the inner schema has no effect.
 *
 * @param units New units. All units that they refer to are among them or were passed before.
 * @param tracksEvaluated Whether the validator tracks evaluated properties and items. Default: false.
 */
export function withRecursion(units: readonly Unit[], tracksEvaluated = false): Map<string, Json | boolean> {
  const schemas = new Map<string, Json | boolean>();
  const endless = endlessOf(units);
  for (const circle of circlesOf(units, ({ refersTo }) => refersTo)) {
    const isBranching = !tracksEvaluated && circle.some((unit) => refersTo(unit, circle) && branches(unit));
    const targets = new Map([...endless, ...(isBranching ? circle : [])].map((unit) => [unit.key, unit]));
    for (const { key, schema } of circle)
      schemas.set(key, targets.size > 0 ? remembered(schema, targets, tracksEvaluated) : schema);
  }
  return schemas;
}

/** The units that lead back to themselves for the same value. */
function endlessOf(units: readonly Unit[]): Set<Unit> {
  const inPlace = (unit: Unit): Unit[] => {
    const keys = new Set([...partsInPlace(unit.schema)].map(({ $ref }) => $ref));
    return [...unit.refersTo].filter(({ key }) => keys.has(key));
  };
  const circles = circlesOf(units, inPlace);
  return new Set(circles.filter((circle) => circle.length > 1 || circle.some((unit) => inPlace(unit).includes(unit))).flat());
}

function refersTo(unit: Unit, circle: readonly Unit[]): boolean {
  return circle.some((one) => unit.refersTo.has(one));
}

function branches({ schema }: Unit): boolean {
  for (const one of subschemas(schema)) if (branching.some((name) => name in one)) return true;
  return false;
}

function remembered(schema: Json | boolean, targets: ReadonlyMap<string, Unit>, tracksEvaluated: boolean): Json | boolean {
  return withEachChanged(schema, ({ $ref, ...rest }) => {
    if ($ref === undefined) return rest;
    const target = typeof $ref === 'string' ? targets.get($ref) : undefined;
    if (!target) return { ...rest, $ref };
    const replaced = { [keyword]: $ref };
    return tracksEvaluated
      ? { ...rest, allOf: [...listOf(rest.allOf), { ...replaced, ...evaluatedBy(target, targets) }] }
      : { ...rest, ...replaced };
  });
}

/** Keywords that mark the properties and items that a schema may evaluate: the validator sees nothing of a replaced reference. */
function evaluatedBy(target: Unit, targets: ReadonlyMap<string, Unit>): Json {
  const all = new Set([target]);
  const names = new Set<string>();
  let isOpen = false;
  for (const { schema } of all) {
    for (const part of partsInPlace(schema)) {
      const inner = targets.get(String(part.$ref));
      if (inner) all.add(inner);
      for (const name of Object.keys(objectOf(part.properties))) names.add(name);
      isOpen ||= ['$ref', 'patternProperties', 'additionalProperties', 'items', 'prefixItems'].some(
        (one) => one in part && !inner,
      );
    }
  }
  const properties = Object.fromEntries([...names].map((name) => [name, true]));
  return { properties, ...(isOpen && { additionalProperties: true, items: true }) };
}

/** The errors of the current validation, by schema and place in the value. */
export class Memory {
  private found = new Map<string, ErrorObject[]>();

  /** Begins a new validation. @param key The key of the schema of the whole value, if it is recursive. */
  begin(key?: string): void {
    if (this.found.size > 0) this.found = new Map();
    if (key !== undefined) this.found.set(placeOf(key), []);
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
    const place = placeOf(key, context?.instancePath);
    const known = this.found.get(place);
    // All errors were reported at the first visit. One is enough to fail here.
    if (known) return known.slice(0, 1);
    // A schema that leads back to itself here has no effect.
    this.found.set(place, []);
    const validate = compiled(key);
    const errors = validate(value, context) ? [] : [...(validate.errors ?? [])];
    this.found.set(place, errors);
    return errors;
  }
}

function placeOf(key: string, pointer = ''): string {
  return `${key} ${pointer}`;
}
