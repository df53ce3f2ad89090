import { problem } from '../../contract/message/response.js';
import { hasBody } from '../../description/statuses.js';
import type { SourcedResponse } from './response-source.js';

/** Status codes with which a server may send Retry-After (RFC 9110, section 10.2.3; RFC 6585, section 4). */
const retriable = [429, 503];

/**
 * Makes a response with a status code that the description does not document, to test how a client handles it. The header
 * `mock-undocumented` marks the response.
 */
export function undocumentedResponse(status: number): SourcedResponse {
  const headers = { 'mock-undocumented': 'true', ...(retriable.includes(status) && { 'retry-after': '1' }) };
  if (!hasBody(status)) return { response: { status, headers, body: undefined } };
  return {
    response: problem(
      status,
      `The description does not document this status. The mock sent it because "undocumented=true" asked for it.`,
      {},
      headers,
    ),
  };
}
