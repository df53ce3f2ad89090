import type { Headers } from '../../contract/message/headers.js';

/** Response headers that a script may always read (Fetch standard, "CORS-safelisted response-header name"). */
const safelisted = ['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma'];

/**
 * Makes the headers that let a page of any origin read a response (Fetch standard, "CORS protocol").
 *
 * @param origin The `Origin` header of the request.
 * @param responseHeaders The names of the response headers, in lower case.
 */
export function corsHeaders(origin = '*', responseHeaders: string[]): Record<string, string> {
  const exposed = responseHeaders.filter((name) => !safelisted.includes(name) && !name.startsWith('access-control-'));
  return {
    // With credentials, a browser does not accept "*", neither as the origin nor as the list of headers.
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    ...(exposed.length > 0 && { 'access-control-expose-headers': exposed.join(', ') }),
    vary: 'origin',
  };
}

/** Whether a request is a preflight, with which a browser asks whether it may send the actual request. */
export function isPreflight(method: string | undefined, headers: Headers): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

/** Makes the headers of the response to a preflight. They allow everything that the page wants to send. */
export function preflightHeaders(headers: Headers): Record<string, string> {
  return {
    'access-control-allow-methods': String(headers['access-control-request-method']),
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    // A page on the public internet needs this permission to call a server on the reader's machine.
    ...(headers['access-control-request-private-network'] && { 'access-control-allow-private-network': 'true' }),
    'access-control-max-age': '600',
    vary: 'origin, access-control-request-method, access-control-request-headers, access-control-request-private-network',
  };
}
