import { responseKey } from '../description/statuses.js';
import type { ReceivedResponse } from '../contract/response/received-response.js';
import { responseViolations } from '../contract/response/response-violations.js';
import type { Step } from './plan.js';

/** What became of a step. */
export type Verdict =
  | { kind: 'as documented'; warnings: string[] }
  | { kind: 'differently'; reasons: string[]; warnings: string[] }
  | { kind: 'not triggered'; reason: string };

/** Holds the response of a step to what the description says: that its request gets this one, and how it looks. */
export async function judge({ operation, trigger }: Step, response: ReceivedResponse): Promise<Verdict> {
  const { status, headers } = response;
  const key = responseKey(
    operation.documented.responses.map((one) => one.status),
    status,
  );
  const violations = await responseViolations(operation, response);
  const ofSeverity = (wanted: string): string[] =>
    violations.filter(({ severity }) => severity === wanted).map(({ message }) => message);
  const isRedirect = status >= 300 && status < 400 && headers.location !== undefined;
  const reasons = [
    ...(key === trigger.response ? [] : [`status ${status} instead of ${trigger.response}${isRedirect ? ': a redirect' : ''}.`]),
    ...ofSeverity('Error'),
  ];
  const warnings = ofSeverity('Warning');
  return reasons.length > 0 ? { kind: 'differently', reasons, warnings } : { kind: 'as documented', warnings };
}
