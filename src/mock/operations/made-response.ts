import type { MockResponse } from '../exchange/response.js';
import type { Violation } from '../exchange/violation.js';

/** A response that was made from the description, and how it differs from it all the same. */
export interface MadeResponse {
  response: MockResponse;
  violations: Violation[];
}
