import { connectionFailure } from '../../command/connection-failure.js';
import { responseKey } from '../../description/statuses.js';
import { uncheckedRule } from '../../contract/message/violation.js';
import { receivedViolations } from '../../contract/response/received-response.js';
import type { Step } from './plan.js';
import type { ServerResponse } from './send-request.js';

/** The result of a step. */
export type Verdict =
  | { kind: 'as documented'; warnings: string[] }
  | { kind: 'differs'; reasons: string[]; warnings: string[] }
  /** The request could not be made or sent, because of earlier responses of the server. */
  | { kind: 'not triggered'; reason: string }
  | { kind: 'left out'; because: LeftOut; reason: string };

/**
 * Why a response was left out: the values file skips it, its request was not confirmed, only a mock can give it, the
 * description has no examples for its request, or the response could not be validated.
 */
export type LeftOut = 'skipped' | 'not confirmed' | 'only a mock' | 'no means' | 'not checked';

/** Checks the response of a step: whether it is the expected one, and whether it matches the description. */
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

/** The message for bytes after the end of a response. */
export const afterTheEnd = 'bytes follow the end of the response (RFC 9112, section 6.3).';

/** The verdict where no complete response arrived. @param error What `sendRequest` threw. */
export function noResponse(error: unknown): Verdict {
  return { kind: 'differs', reasons: [`no response: ${connectionFailure(error)}.`], warnings: [] };
}
