import { responseKey } from '../../description/statuses.js';
import { uncheckedRule } from '../../contract/message/violation.js';
import { receivedViolations } from '../../contract/response/received-response.js';
import type { Step } from './plan.js';
import type { ServerResponse } from './send-request.js';

/** What became of a step. */
export type Verdict =
  | { kind: 'as documented'; warnings: string[] }
  | { kind: 'differs'; reasons: string[]; warnings: string[] }
  /** What the server did, or did not do, before left no way to ask for it. */
  | { kind: 'not triggered'; reason: string }
  | { kind: 'left out'; because: LeftOut; reason: string };

/**
 * Why a response was not asked for, or not looked at: the values file says so, it was not confirmed, only a mock can be
 * asked for it, the description gives no means for it, or it could not be validated here.
 */
export type LeftOut = 'skipped' | 'not confirmed' | 'only a mock' | 'no means' | 'not checked';

/** Holds the response of a step to what the description says: that its request gets this one, and how it looks. */
export async function judge({ operation, trigger }: Step, response: ServerResponse): Promise<Verdict> {
  const { status, headers, extraBytes } = response;
  const key = responseKey(
    operation.documented.responses.map((one) => one.status),
    status,
  );
  const violations = await receivedViolations(operation, response);
  const isRedirect = status >= 300 && status < 400 && headers.location !== undefined;
  const reasons = [
    ...(key === trigger.response ? [] : [`status ${status} instead of ${trigger.response}${isRedirect ? ': a redirect' : ''}.`]),
    ...violations.filter(({ severity }) => severity === 'Error').map(({ message }) => message),
    ...(extraBytes ? [afterTheEnd] : []),
  ];
  const warnings = violations.filter(({ severity }) => severity === 'Warning');
  const messages = warnings.map(({ message }) => message);
  if (reasons.length > 0) return { kind: 'differs', reasons, warnings: messages };
  const unchecked = warnings.filter(({ rule }) => rule === uncheckedRule).map(({ message }) => message);
  if (unchecked.length > 0) return { kind: 'left out', because: 'not checked', reason: unchecked.join(' ') };
  return { kind: 'as documented', warnings: messages };
}

/** What is said of bytes that follow a response. */
export const afterTheEnd = 'bytes follow the end of the response (RFC 9112, section 6.3).';
