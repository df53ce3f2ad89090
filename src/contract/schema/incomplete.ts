import { isObject, type Json } from './places.js';
import { uncheckedKeyword } from './rewrite/reading.js';
import type { Unit } from './rewriter.js';

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
  for (const unit of incomplete) unit.schema = relied(unit.schema, keys) as Json | boolean;
}

/** Keywords that hold a list or a map of schemas. */
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const maps = ['properties', 'patternProperties', 'dependentSchemas'];
const single = ['items', 'contains', 'additionalProperties', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties', 'then', 'else', 'not', 'if'];

function relied(schema: unknown, incomplete: ReadonlySet<string>): unknown {
  if (!isObject(schema)) return schema;
  const result: Json = { ...schema };
  for (const name of lists) if (Array.isArray(result[name])) result[name] = result[name].map((one) => relied(one, incomplete));
  for (const name of maps) {
    const map = result[name];
    if (isObject(map)) result[name] = Object.fromEntries(Object.entries(map).map(([key, one]) => [key, relied(one, incomplete)]));
  }
  for (const name of single) if (name in result) result[name] = relied(result[name], incomplete);
  const reasons = unreliable(result, incomplete);
  return reasons.length > 0 ? { ...result, [uncheckedKeyword]: [...((result[uncheckedKeyword] as string[] | undefined) ?? []), ...reasons] } : result;
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
  const { oneOf } = schema;
  const ofOne = Array.isArray(oneOf) ? oneOf.map(find).find((reason) => reason !== undefined) : undefined;
  if (ofOne !== undefined) {
    delete schema.oneOf;
    schema.allOf = [...((schema.allOf as Json[] | undefined) ?? []), { anyOf: oneOf }];
    reasons.push(ofOne);
  }
  return reasons;
}

/** Why a part of a schema is not checked; nothing where all of it is. */
function reasonIn(part: unknown, incomplete: ReadonlySet<string>): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  for (const [key, inner] of Object.entries(part)) {
    if (key === uncheckedKeyword && Array.isArray(inner)) return String(inner[0]);
    if (key === '$ref' && typeof inner === 'string' && incomplete.has(inner)) return 'a schema that it refers to is not checked whole.';
    const reason = key === 'enum' || key === 'const' ? undefined : reasonIn(inner, incomplete);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
