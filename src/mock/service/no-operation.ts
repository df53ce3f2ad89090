import type { MockRequest } from '../../contract/message/request.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { shownViolations, violation } from '../../contract/message/violation.js';
import type { Routed, RouteMatch } from './routes.js';

/** Makes the response to a request that matches no operation. It says what is wrong, and what the description has instead. */
export function noOperation<T extends Routed>(
  { method, malformed }: Pick<MockRequest, 'method' | 'malformed'>,
  match: RouteMatch<T>,
  operations: T[],
): MockResponse {
  if (malformed) {
    const broken = violation([malformed], 'encoding', 'has a broken percent-encoding.');
    return problem(400, `The ${malformed} has a broken percent-encoding: encode each "%" as "%25".`, {
      violations: shownViolations([broken]),
    });
  }
  if (match && 'correctPath' in match) {
    const slash = match.correctPath.endsWith('/') ? 'trailing slash' : 'no trailing slash';
    return problem(404, `Path not found. Did you mean ${match.correctPath} (${slash})?`, { path: match.correctPath });
  }
  if (match && 'methods' in match) {
    // The mock responds to HEAD wherever it responds to GET.
    const supported = match.methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : one));
    const allow = [...new Set([...supported, 'OPTIONS'])].join(', ');
    if (method === 'OPTIONS') return { status: 204, headers: { allow }, body: undefined };
    return problem(405, `This path takes ${match.methods.join(' or ')}, not ${method}.`, { methods: match.methods }, { allow });
  }
  return problem(404, 'Path not found. Available paths are listed in "operations".', {
    operations: operations.map((one) => `${one.method} ${one.path}`),
  });
}
