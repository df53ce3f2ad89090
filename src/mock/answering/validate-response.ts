import { isJson } from '../../description/media-types.js';
import { responseKey } from '../../description/statuses.js';
import type { MockResponse } from '../exchange/response.js';
import type { Violation } from '../exchange/violation.js';
import { violation } from '../exchange/violation.js';
import { parseJson } from '../exchange/body.js';
import type { MockOperation } from '../operations/operations.js';
import { explain } from '../prism/explain.js';
import { diagnoseResponse } from '../prism/prism.js';

/**
 * Measures a response by its operation: its status, media type, headers and body.
 *
 * @returns How it differs from the description.
 */
export function validateResponse(
  { prism, documented }: MockOperation,
  { status, headers, body = '' }: MockResponse,
): Violation[] {
  const keys = documented.responses.map((one) => one.status);
  if (responseKey(keys, status) === undefined) {
    return [violation(['status'], 'status', `must be ${keys.join(' or ')}, not ${status}.`)];
  }
  const text = typeof body === 'string' ? body : Buffer.from(body).toString();
  const isJsonBody = text !== '' && isJson(headers['content-type'] ?? '');
  const { value, violations } = isJsonBody ? parseJson(text) : { value: text === '' ? undefined : text, violations: [] };
  if (violations.length > 0) return violations;
  try {
    return diagnoseResponse(prism, { statusCode: status, headers, body: value }).map((one) => explain('Response', one));
  } catch {
    return [violation(['header', 'content-type'], 'media-type', 'cannot be read.')];
  }
}
