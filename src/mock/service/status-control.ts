import type { CoverageReport } from '../coverage/coverage.js';
import type { MockRequest } from '../../contract/message/request.js';
import type { MockResponse } from '../../contract/message/response.js';

/** What the mock says of itself. */
export interface Status {
  /** The title and the version of the description. */
  title: () => string;
  operations: () => Array<{ method: string; path: string }>;
  coverage: () => CoverageReport;
}

/**
 * Makes the responses of the mock about itself: at `/_mock/ready` that it listens, at `/_mock/coverage` how much of the
 * contract was exercised. A path that the description has belongs to the description.
 *
 * @param hasRoot Whether `/` says that it listens, too, as programs that wait for a server ask.
 * @returns A function that responds; `undefined` for all other requests.
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
