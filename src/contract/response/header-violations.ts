import type { Violation } from '../message/violation.js';
import type { ContractOperation, ContractResponse } from '../operations.js';
import { parameterViolations } from '../parameters/parameter-violations.js';
import { asMissing } from './as-missing.js';
import type { ReceivedResponse } from './received-response.js';
import { shownNames } from './shown-names.js';

/**
 * Holds the headers of a response to those that the description gives for it. `Content-Type` is looked at with the body
 * (OpenAPI 3.1.1, Response Object: among the headers it is ignored).
 */
export function headerViolations(
  { schemas, description }: ContractOperation,
  { headers: documented }: ContractResponse,
  { headers }: ReceivedResponse,
): Violation[] {
  const read = documented.reader.read({ path: '', search: '', headers });
  const found = parameterViolations(schemas, documented.schemas, read, 'response', shownNames(description));
  return found.map(asMissing);
}
