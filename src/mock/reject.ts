import { statusCode } from '../description/scenarios.js';
import type { MockOperation } from './operations.js';
import { problem, type Answer } from './problem.js';
import type { MockRequest } from './request.js';
import { sendResponse } from './send-response.js';
import { mediaTypeRules, securityRule, type Violation } from './violation.js';

/** Answers a request that is not valid, with the status that Prism would take: the first of several that is described. */
export async function reject(operation: MockOperation, request: MockRequest, violations: Violation[]): Promise<Answer> {
  const has = (rules: readonly string[]): boolean => violations.some(({ rule }) => rules.includes(rule));
  const candidates = has([securityRule]) ? [401] : has(mediaTypeRules) ? [415, 422, 400] : [422, 400];
  const { responses } = operation.described;
  const described = candidates.map((code) => ({ code, found: responses.find(({ status }) => status !== 'default' && isStatusOf(status, code)) ?? undefined }));
  const choice = described.find(({ found }) => found);
  const status = choice?.code ?? (candidates.includes(415) ? 415 : candidates.at(-1)!);
  const headers = status === 401 ? { 'www-authenticate': operation.challenge } : {};
  const response = choice?.found?.response ?? responses.find((one) => one.status === 'default')?.response;
  if (response?.content && Object.keys(response.content).length > 0) {
    const answer = await sendResponse(operation, request, { code: status });
    return { ...answer, headers: { ...headers, ...answer.headers }, violations };
  }
  const shown = status === 401 ? violations.filter(({ rule }) => rule === securityRule) : violations;
  const [first, ...others] = shown;
  const more = others.length === 0 ? '' : ` (and ${others.length} more, see "violations")`;
  return { ...problem(status, `${first?.message.replace(/\.$/, '')}${more}.`, { violations: shown }, headers), violations };
}

/** Whether a key of the Responses Object describes a status: the number itself, its range, or `default`. */
export function isStatusOf(key: string, code: number): boolean {
  return key === 'default' || statusCode(key) === code || (/^\dXX$/i.test(key) && key[0] === String(code)[0]);
}
