import type { Headers } from '../../contract/message/headers.js';

/** The response headers that a script may read without permission (Fetch standard, "CORS-safelisted response-header name"). */
const safelisted = ['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma'];

/**
 * The headers that let a page of any origin read a response (Fetch standard, "CORS protocol").
 *
 * @param origin The header `Origin` of the request.
 * @param responseHeaders The names of the headers of the response, in lower case.
 */
export function corsHeaders(origin = '*', responseHeaders: string[]): Record<string, string> {
  const exposed = responseHeaders.filter((name) => !safelisted.includes(name) && !name.startsWith('access-control-'));
  return {
    // With credentials a browser takes no "*": neither as the origin nor as the list of headers.
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    ...(exposed.length > 0 && { 'access-control-expose-headers': exposed.join(', ') }),
    vary: 'origin',
  };
}

/** Whether a request is a preflight: the question of a browser before it sends the request itself. */
export function isPreflight(method: string | undefined, headers: Headers): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

/** The headers of the response to a preflight: whatever the page wants to send, it may. */
export function preflightHeaders(headers: Headers): Record<string, string> {
  return {
    'access-control-allow-methods': String(headers['access-control-request-method']),
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    // A page of the public internet asks for this before it may call a server on the machine of its reader.
    ...(headers['access-control-request-private-network'] && { 'access-control-allow-private-network': 'true' }),
    'access-control-max-age': '600',
    vary: 'origin, access-control-request-method, access-control-request-headers, access-control-request-private-network',
  };
}
