import type { Violation } from '../message/violation.js';
import type { ContractOperation } from '../operations.js';
import { httpViolations } from './http-violations.js';
import type { ReceivedHead } from './received-head.js';
import { responseViolations, type MeasuredResponse } from './response-violations.js';

/** A response received from a server. */
export type ReceivedResponse = ReceivedHead & MeasuredResponse;

/**
 * Checks a response of a server against the description and against HTTP itself.
 *
 * @param method The method of the request. Default: that of the operation.
 * @returns The violations; empty for a correct response. They contain no values of the response.
 */
export function receivedViolations(
  operation: ContractOperation,
  response: ReceivedResponse,
  method?: string,
): Violation[] | Promise<Violation[]> {
  const ofHttp = httpViolations(response);
  const found = responseViolations(operation, response, method);
  return found instanceof Promise ? found.then((all) => [...all, ...ofHttp]) : [...found, ...ofHttp];
}
