import { tokensOf } from '../../description/references/pointer.js';
import { writeJson } from '../../description/write-json.js';
import { uncheckedKeyword } from './rewrite/reading.js';
import type { Direction, SchemaFinding } from './finding.js';
import type { ErrorObject } from './validate/validator.js';

/** Converts an error of Ajv to a violation. Its message contains no value. */
export function violationOf(error: ErrorObject, direction: Direction): SchemaFinding {
  const { keyword, message = 'is invalid', params } = error;
  const path = tokensOf(error.instancePath);
  const { missingProperty, property } = params as { missingProperty?: string; property?: string };
  if (missingProperty !== undefined) {
    const beside = property === undefined ? '' : `, because ${property} is there`;
    const message = `${direction === 'request' ? 'is required' : 'is missing'}${beside}.`;
    return { kind: 'violation', path: [...path, missingProperty], keyword, message };
  }
  const allowed = keyword === 'enum' ? allowedValues(params) : '';
  return { kind: 'violation', path, keyword, message: `${message}${allowed}.` };
}

/** The findings for parts of a value that were not checked. */
export function notCheckedOf(errors: readonly ErrorObject[]): SchemaFinding[] {
  const found = errors
    .filter(({ keyword }) => keyword === uncheckedKeyword)
    .map((error): SchemaFinding => ({ kind: 'not checked', path: tokensOf(error.instancePath), reason: error.message ?? '' }));
  const distinct = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...distinct.values()];
}

function allowedValues(params: object): string {
  const { allowedValues: values = [] } = params as { allowedValues?: unknown[] };
  const texts = values.map((one) => (typeof one === 'string' ? one : writeJson(one)));
  return `: ${texts.join(', ')}`;
}
