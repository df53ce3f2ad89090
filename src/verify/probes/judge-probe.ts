import { responseKey } from '../../description/statuses.js';
import { uncheckedRule } from '../../contract/message/violation.js';
import { receivedViolations } from '../../contract/response/received-response.js';
import { afterTheEnd, type Verdict } from '../walk/judge.js';
import type { ServerResponse } from '../walk/send-request.js';
import type { Expectation, Probe } from './probe.js';

/**
 * Status codes of HTTP for a request that is too large. A server may use them even if they are not documented (RFC 9110 and
 * 6585).
 */
const tooLarge = [413, 414, 431];

/** Status codes that a repeated request may get if the first one has changed something. */
const doneBefore = [404, 409, 410, 412];

/** The status codes for invalid requests. */
const refusals = ['400', '422'];

/** Checks the response to a probe against the description and HTTP. */
export async function judgeProbe({ operation, expected }: Probe, response: ServerResponse): Promise<Verdict> {
  const { status } = response;
  const keys = operation.documented.responses.map((one) => one.status);
  const key = responseKey(keys, status);
  const unexpected = problemWith(expected, response, key);
  const isOfOperation = expected.kind !== 'no such method' && expected.kind !== 'no server error';
  const isOfHttp = expected.kind === 'any documented' && tooLarge.includes(status);
  const found = isOfOperation && unexpected === undefined && !isOfHttp ? await receivedViolations(operation, response) : [];
  const ofSeverity = (wanted: string): string[] =>
    found.filter(({ severity, rule }) => severity === wanted && rule !== uncheckedRule).map(({ message }) => message);
  // Where the description documents no status code for invalid requests, each 4xx is accepted.
  const isTolerated = expected.kind === 'refusal' && key === undefined && !refusals.some((one) => keys.includes(one));
  const errors = ofSeverity('Error');
  const reasons = [
    ...(unexpected === undefined ? [] : [unexpected]),
    ...(isTolerated ? [] : errors),
    ...(response.extraBytes ? [afterTheEnd] : []),
  ];
  if (reasons.length > 0) return { kind: 'differs', reasons, warnings: [] };
  return { kind: 'as documented', warnings: [...(isTolerated ? errors : []), ...ofSeverity('Warning')] };
}

function problemWith(expected: Expectation, { status, headers }: ServerResponse, key: string | undefined): string | undefined {
  switch (expected.kind) {
    case 'refusal': {
      if (status >= 500) return `status ${status}: the request is to be refused with a documented 4xx, since ${expected.why}.`;
      if (status < 400) return `status ${status} accepted a request that is not valid: ${expected.why}.`;
      if (expected.status === undefined || key === expected.status) return undefined;
      return `status ${status} instead of ${expected.status}: ${expected.why}.`;
    }
    case 'no such method': {
      if (status !== 405) return `status ${status} instead of 405: the path has no such method.`;
      if (headers.allow === undefined) return 'header.allow is missing: a 405 names the methods (RFC 9110, section 15.5.6).';
      const allowed = headers.allow.split(',').map((method) => method.trim());
      const missing = expected.methods.filter((method) => !allowed.includes(method));
      return missing.length > 0 ? `header.allow does not name ${missing.join(', ')} (RFC 9110, section 15.5.6).` : undefined;
    }
    case 'any documented':
      return status >= 500 ? `status ${status}: a server error for a request that is well-formed.` : undefined;
    case 'no server error':
      return status >= 500 ? `status ${status}: a server error.` : undefined;
    case 'success': {
      const isDone = expected.mayBeDone && doneBefore.includes(status) && key !== undefined;
      return key === expected.response || isDone ? undefined : `status ${status} instead of ${expected.response}.`;
    }
  }
}
