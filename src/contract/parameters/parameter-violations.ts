import type { Parameter } from '../../description/types.js';
import type { Violation } from '../message/violation.js';
import { findingViolations } from '../schema/finding-violations.js';
import type { Direction, SchemaFinding, Schemas } from '../schema/schemas.js';
import type { ReadParameter } from './parameters.js';

/** The JSON Pointers to the schemas of parameters. */
export type ParameterSchemas = ReadonlyMap<Parameter, string>;

/**
 * Validates the values of parameters, or of the headers of a response, against their schemas.
 *
 * @param isShown Whether a message may contain a name. Default: each name is allowed.
 */
export function parameterViolations(
  schemas: Schemas,
  pointers: ParameterSchemas,
  read: ReadParameter[],
  direction: Direction,
  isShown?: (name: string) => boolean,
): Violation[] {
  const violations: Violation[] = [];
  for (const { parameter, path, readings, violations: unread } of read) {
    violations.push(...(direction === 'response' ? unread.map(asMissing) : unread));
    const pointer = pointers.get(parameter);
    if (pointer === undefined) continue;
    violations.push(...findingViolations(fewestFindings(schemas, pointer, readings, direction), path, isShown));
  }
  return violations;
}

/** Rewords a violation for a response that was received: a header "is missing", not "is required". */
function asMissing(found: Violation): Violation {
  return { ...found, message: found.message.replace('is required.', 'is missing.') };
}

/** The findings for the first valid value. If no value is valid, those for the likeliest one. */
function fewestFindings(schemas: Schemas, pointer: string, values: unknown[], direction: Direction): SchemaFinding[] {
  let ofLikeliest: SchemaFinding[] | undefined;
  for (const value of values) {
    const findings = schemas.check(pointer, value, direction);
    if (findings.every(({ kind }) => kind !== 'violation')) return findings;
    ofLikeliest ??= findings;
  }
  return ofLikeliest ?? [];
}
