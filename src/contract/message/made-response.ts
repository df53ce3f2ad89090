import type { MockResponse } from './response.js';
import type { Violation } from './violation.js';

/** A response that was made from the description, and how it differs from it all the same. */
export interface MadeResponse {
  response: MockResponse;
  violations: Violation[];
}
