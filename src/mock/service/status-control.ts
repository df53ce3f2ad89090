import type { CoverageReport } from '../coverage/coverage.js';
import type { MockRequest } from '../../contract/message/request.js';
import type { MockResponse } from '../../contract/message/response.js';

/** What the mock says about itself. */
export interface Status {
  /** The title and version of the description. */
  title: () => string;
  operations: () => Array<{ method: string; path: string }>;
  coverage: () => CoverageReport;
}

/**
 * Makes the responses of the mock about itself: `/_mock/ready` says that it listens, and `/_mock/coverage` reports contract
 * coverage. If the description has one of these paths, the description takes precedence.
 *
 * @param hasRoot Whether `/` also says that the mock listens, for programs that wait for a server.
 * @returns A function that returns `undefined` for all other requests.
 */
export function statusControl(status: Status, hasRoot: boolean): (request: MockRequest) => MockResponse | undefined {
  const ready = (): object => ({
    ready: true,
    title: status.title(),
    operations: status.operations().map(({ method, path }) => `${method} ${path}`),
  });
  const pages = new Map<string, () => object>([
    ['/_mock/ready', ready],
    ['/_mock/coverage', status.coverage],
    ...(hasRoot ? [['/', ready] as const] : []),
  ]);
  return ({ method, path }) => {
    const page = pages.get(path);
    if (!page || (method !== 'GET' && method !== 'HEAD')) return undefined;
    if (status.operations().some((one) => one.path === path)) return undefined;
    const body = JSON.stringify(page(), undefined, 2);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  };
}
