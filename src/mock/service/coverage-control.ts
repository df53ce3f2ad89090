import type { CoverageReport } from '../coverage/coverage.js';
import type { MockRequest } from '../../contract/message/request.js';
import type { MockResponse } from '../../contract/message/response.js';

/** Where the contract coverage is, unless the description has the path. */
const path = '/_mock/coverage';

/** Responds with the contract coverage so far; `undefined` for all requests but those for it. */
export function coverageControl(
  { method, path: requested }: MockRequest,
  report: () => CoverageReport,
  operations: Array<{ path: string }>,
): MockResponse | undefined {
  if (method !== 'GET' || requested !== path || operations.some((one) => one.path === path)) return undefined;
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(report(), undefined, 2) };
}
