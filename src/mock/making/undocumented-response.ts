import { problem } from '../../contract/message/response.js';
import { hasBody } from '../../description/statuses.js';
import type { SourcedResponse } from './response-source.js';

/** Statuses with which a server says when to try again (RFC 9110, section 10.2.3; RFC 6585, section 4). */
const retriable = [429, 503];

/**
 * A response with a status that the description does not document, for clients that have to bear a bad day.
 * The header `mock-undocumented` marks it.
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
