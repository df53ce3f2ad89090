import { essenceOf } from '../../description/media-types.js';
import { isObject } from '../../description/json-value.js';
import { readBody } from '../body/body.js';
import { violation, warning, type Violation } from '../message/violation.js';

/** Whether a response is labelled as a problem body (RFC 9457). */
export function isProblem(status: number, contentType: string | undefined): boolean {
  return status >= 400 && contentType !== undefined && essenceOf(contentType) === 'application/problem+json';
}

/** Checks an undocumented problem body: it must be a JSON object with the status code of its response (RFC 9457, section 3). */
export function problemViolations(bytes: Uint8Array, contentType: string | undefined, status: number): Violation[] {
  const { value, violations } = readBody(bytes, contentType);
  if (violations.length > 0) return violations;
  if (!isObject(value)) return [violation(['body'], 'type', 'must be object: it is a problem body (RFC 9457, section 3).')];
  return problemWarnings(value, status);
}

/** Warns about a problem body whose status code differs from that of its response. */
export function problemWarnings(value: unknown, status: number): Violation[] {
  const isOther = isObject(value) && 'status' in value && value.status !== status;
  return isOther
    ? [warning(['body', 'status'], 'const', `must be ${status}, as that of the response (RFC 9457, section 3.1.2).`)]
    : [];
}
