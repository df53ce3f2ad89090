import type { MockOperation } from '../operations/operations.js';
import { problem, type Answer } from '../exchange/answer.js';
import type { MockRequest } from '../exchange/request.js';
import { sendResponse } from './send-response.js';
import { isRangeOf } from '../../description/statuses.js';
import { mediaTypeRules, securityRule, type Violation } from '../exchange/violation.js';

/** Answers a request that is not valid, with the status that Prism would take: the first of several that is described. */
export async function reject(operation: MockOperation, request: MockRequest, violations: Violation[]): Promise<Answer> {
  const has = (rules: readonly string[]): boolean => violations.some(({ rule }) => rules.includes(rule));
  const candidates = has([securityRule]) ? [401] : has(mediaTypeRules) ? [415, 422, 400] : [422, 400];
  const { responses } = operation.described;
  // A range or the default response describes every status; 422 is sent only where it is described by its number.
  const found = candidates
    .map((code) => ({
      code,
      response: responses.find(({ status }) => status === String(code) || (code !== 422 && isRangeOf(status, code))),
    }))
    .find((one) => one.response);
  const status = found?.code ?? candidates.find((code) => code !== 422) ?? 400;
  const headers = status === 401 ? { 'www-authenticate': operation.challenge } : {};
  const described = found?.response ?? responses.find((one) => one.status === 'default');
  if (Object.keys(described?.response.content ?? {}).length > 0) {
    const negotiated = await sendResponse(operation, request, { code: status });
    // A reason in a media type that was not asked for helps more than none.
    const answer =
      negotiated.status === status ? negotiated : await sendResponse(operation, { ...request, headers: {} }, { code: status });
    return { ...answer, headers: { ...headers, ...answer.headers }, violations };
  }
  const shown = status === 401 ? violations.filter(({ rule }) => rule === securityRule) : violations;
  const [first, ...others] = shown;
  const more = others.length === 0 ? '' : ` (and ${others.length} more, see "violations")`;
  return { ...problem(status, `${first?.message.replace(/\.$/, '')}${more}.`, { violations: shown }, headers), violations };
}
