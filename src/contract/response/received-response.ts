import type { Violation } from '../message/violation.js';
import type { ContractOperation } from '../operations.js';
import { httpViolations } from './http-violations.js';
import type { ReceivedHead } from './received-head.js';
import { responseViolations, type MeasuredResponse } from './response-violations.js';

/** A response as it came from a server. */
export type ReceivedResponse = ReceivedHead & MeasuredResponse;

/**
 * Holds a response of a server to the description, and to what HTTP itself asks of a response.
 *
 * @param method The method of the request. Default: that of the operation.
 * @returns Nothing for a response that is as it should be. No text in it holds a value of the response.
 */
export function receivedViolations(
  operation: ContractOperation,
  response: ReceivedResponse,
  method?: string,
): Violation[] | Promise<Violation[]> {
  const ofHttp = httpViolations(response);
  const found = responseViolations(operation, response, method);
  if (ofHttp.length === 0) return found;
  return found instanceof Promise ? found.then((all) => [...all, ...ofHttp]) : [...found, ...ofHttp];
}
