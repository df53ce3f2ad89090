import { isObject, listOf, objectOf, type Json } from '../../../description/json-value.js';
import { uncheckedKeyword } from './reading.js';
import type { Unit } from './unit.js';
import { subschemas, withEachChanged } from './subschemas.js';

/**
 * Leaves out what cannot be relied on where a part of it is not checked. A schema of which a part is left out accepts more;
 * under `not` that would refuse more, so that all of the `not` is left out, and said.
 *
 * @param units All units that may refer to one another.
 */
export function leaveOutUnreliable(units: readonly Unit[]): void {
  const incomplete = new Set(units.filter(({ isIncomplete }) => isIncomplete));
  let size = -1;
  while (size < incomplete.size) {
    size = incomplete.size;
    for (const unit of units) if ([...unit.refersTo].some((one) => incomplete.has(one))) incomplete.add(unit);
  }
  if (incomplete.size === 0) return;
  const keys = new Set([...incomplete].map(({ key }) => key));
  for (const unit of incomplete) unit.schema = withEachChanged(unit.schema, (schema) => relied(schema, keys));
}

function relied(schema: Json, incomplete: ReadonlySet<string>): Json {
  const reasons = unreliable(schema, incomplete);
  if (reasons.length === 0) return schema;
  return { ...schema, [uncheckedKeyword]: [...listOf(schema[uncheckedKeyword]), ...reasons] };
}

/** Takes the keywords away that a part which is not checked may turn around. @returns The reasons. */
function unreliable(schema: Json, incomplete: ReadonlySet<string>): string[] {
  const reasons: string[] = [];
  const find = (part: unknown): string | undefined => reasonIn(part, incomplete);
  const ofNot = find(schema.not);
  if (ofNot !== undefined) {
    delete schema.not;
    reasons.push(ofNot);
  }
  const ofIf = find(schema.if);
  if (ofIf !== undefined) {
    for (const name of ['if', 'then', 'else']) Reflect.deleteProperty(schema, name);
    reasons.push(ofIf);
  }
  const ofContains = 'maxContains' in schema ? find(schema.contains) : undefined;
  if (ofContains !== undefined) {
    delete schema.maxContains;
    reasons.push(ofContains);
  }
  for (const name of ['unevaluatedProperties', 'unevaluatedItems']) {
    // What a part evaluates that is not checked is unknown.
    const reason = name in schema ? reasonInPlace(schema, incomplete) : undefined;
    if (reason === undefined) continue;
    Reflect.deleteProperty(schema, name);
    reasons.push(reason);
  }
  const { oneOf } = schema;
  const ofOne = Array.isArray(oneOf) ? oneOf.map(find).find((reason) => reason !== undefined) : undefined;
  if (ofOne !== undefined) {
    delete schema.oneOf;
    schema.allOf = [...listOf(schema.allOf), { anyOf: oneOf }];
    reasons.push(ofOne);
  }
  return reasons;
}

/** Why a part of a schema is not checked; nothing where all of it is. */
function reasonIn(part: unknown, incomplete: ReadonlySet<string>): string | undefined {
  for (const schema of subschemas(part)) {
    const { [uncheckedKeyword]: reasons, $ref } = schema;
    if (Array.isArray(reasons)) return String(reasons[0]);
    if (typeof $ref === 'string' && incomplete.has($ref)) return 'a schema that it refers to is not checked whole.';
  }
  return undefined;
}

/** Why a schema, or one for the same value in it, is not checked; nothing where all of it is. */
function reasonInPlace(schema: unknown, incomplete: ReadonlySet<string>): string | undefined {
  if (!isObject(schema)) return undefined;
  const { allOf = [], anyOf = [], oneOf = [], then, else: otherwise, dependentSchemas } = schema;
  const inPlace = [allOf, anyOf, oneOf, Object.values(objectOf(dependentSchemas)), then, otherwise].flat();
  const own = reasonIn({ [uncheckedKeyword]: schema[uncheckedKeyword], $ref: schema.$ref, if: schema.if }, incomplete);
  return own ?? inPlace.map((one) => reasonInPlace(one, incomplete)).find((reason) => reason !== undefined);
}
