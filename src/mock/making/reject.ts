import { isRangeOf } from '../../description/statuses.js';
import { problem } from '../../contract/message/response.js';
import { mediaTypeRules, securityRule, shownViolations, type Violation } from '../../contract/message/violation.js';
import { whenReady, type Soon } from '../when-ready.js';
import type { MeasuredRequest, SourcedResponse } from './response-source.js';

/**
 * Makes the response to a request that is not valid. Several status codes may fit; as in Prism, the first documented one is
 * used.
 *
 * @param violations The errors of the request, without warnings.
 * @param make Makes the documented response for a status code.
 */
export function rejection(
  measured: MeasuredRequest,
  violations: Violation[],
  make: (status: number, asked?: MeasuredRequest) => Soon<SourcedResponse>,
): Soon<SourcedResponse> {
  const { operation, request } = measured;
  const candidates = statusesFor(violations);
  const { responses } = operation.documented;
  // A range documents many status codes. 422 is sent only when it is documented by its number.
  const found = candidates
    .map((code) => ({
      code,
      response: responses.find(({ status }) => status === String(code) || (code !== 422 && isRangeOf(status, code))),
    }))
    .find((one) => one.response);
  const status = found?.code ?? candidates.find((code) => code !== 422) ?? 400;
  const headers: Record<string, string> = status === 401 ? { 'www-authenticate': operation.challenge } : {};
  const documented = found?.response ?? responses.find((one) => one.status === 'default');
  const named = status === 401 ? violations.filter(({ rule }) => rule === securityRule) : violations;
  const explained = (): SourcedResponse => {
    return { response: problem(status, summary(named), { violations: shownViolations(named) }, headers), violations: [] };
  };
  if (Object.keys(documented?.response.content ?? {}).length === 0) return explained();
  const isMade = ({ response }: SourcedResponse): boolean => response.status === status;
  // When no media type is acceptable, the reason is still sent: it helps more than a 406.
  const negotiated = whenReady(make(status), (one) =>
    isMade(one) ? one : make(status, { ...measured, request: { ...request, headers: {} } }),
  );
  return whenReady(negotiated, (one) => {
    if (!isMade(one)) return explained();
    const { response, ...known } = one;
    return { ...known, response: { ...response, headers: { ...headers, ...response.headers } } };
  });
}

function statusesFor(violations: Violation[]): number[] {
  if (violations.some(({ rule }) => rule === securityRule)) return [401];
  return violations.some(({ rule }) => mediaTypeRules.includes(rule)) ? [415, 422, 400] : [422, 400];
}

function summary([first, ...others]: Violation[]): string {
  const more = others.length === 0 ? '' : ` (and ${others.length} more, see "violations")`;
  return `${(first?.message ?? '').replace(/\.$/, '')}${more}.`;
}
