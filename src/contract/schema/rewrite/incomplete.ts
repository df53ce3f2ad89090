import { isObject, listOf, objectOf, type Json } from '../../../description/json-value.js';
import { uncheckedKeyword } from './reading.js';
import type { Unit } from './unit.js';
import { subschemas, withEachChanged } from './subschemas.js';

/**
 * Removes keywords that are unreliable because a part of their schema is not checked. A schema without a part accepts more
 * values. Under `not`, that would reject valid values, so the whole `not` is removed, with a reason.
 *
 * @param units All units that may refer to each other.
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

/** Removes keywords whose verdict an unchecked part may reverse. @returns The reasons. */
function unreliable(schema: Json, incomplete: ReadonlySet<string>): string[] {
  const reasons: string[] = [];
  const find = (part: unknown): string | undefined => reasonIn(part, incomplete);
  for (const name of ['unevaluatedProperties', 'unevaluatedItems']) {
    // It is unknown which properties and items an unchecked part evaluates, also one that is removed below.
    const reason = name in schema ? reasonInPlace(schema, incomplete) : undefined;
    if (reason === undefined) continue;
    Reflect.deleteProperty(schema, name);
    reasons.push(reason);
  }
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
  const { oneOf } = schema;
  const ofOne = Array.isArray(oneOf) ? oneOf.map(find).find((reason) => reason !== undefined) : undefined;
  if (ofOne !== undefined) {
    delete schema.oneOf;
    schema.allOf = [...listOf(schema.allOf), { anyOf: oneOf }];
    reasons.push(ofOne);
  }
  return reasons;
}

/** Why a part of a schema is not checked; `undefined` if all parts are. */
function reasonIn(part: unknown, incomplete: ReadonlySet<string>): string | undefined {
  for (const schema of subschemas(part)) {
    const { [uncheckedKeyword]: reasons, $ref } = schema;
    if (Array.isArray(reasons)) return String(reasons[0]);
    if (typeof $ref === 'string' && incomplete.has($ref)) return 'a schema that it refers to is not checked whole.';
  }
  return undefined;
}

/** Why a schema, or a subschema for the same value, is not checked; `undefined` if all are. */
function reasonInPlace(schema: unknown, incomplete: ReadonlySet<string>): string | undefined {
  if (!isObject(schema)) return undefined;
  const { allOf = [], anyOf = [], oneOf = [], then, else: otherwise, dependentSchemas } = schema;
  const inPlace = [allOf, anyOf, oneOf, Object.values(objectOf(dependentSchemas)), then, otherwise].flat();
  const own = reasonIn({ [uncheckedKeyword]: schema[uncheckedKeyword], $ref: schema.$ref, if: schema.if }, incomplete);
  return own ?? inPlace.map((one) => reasonInPlace(one, incomplete)).find((reason) => reason !== undefined);
}
