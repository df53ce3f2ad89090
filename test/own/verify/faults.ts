import { empty, json, type ServerRequest, type ServerResponseParts, type Store } from './honest-server.js';

/** One way in which a server breaks the contract. */
export interface Fault {
  /** What the server does wrong. */
  name: string;
  /** How the server misreads a request. */
  request?: (request: ServerRequest) => ServerRequest;
  /** What it sends in place of the honest response; `undefined` leaves that as it is. */
  response?: (honest: ServerResponseParts, request: ServerRequest, store: Store) => ServerResponseParts | undefined;
  /** What the walk says of it. */
  walk: RegExp;
  /** What the proxy says of it while the walk goes through it: of an exchange, or of the coverage at the end. */
  proxy: RegExp;
}

const neverSeen = (operationId: string, status: number): RegExp => new RegExp(`${operationId}.*\\b${status}\\b.*never seen`);

/** Puts another response in place of those with a status, of one operation or of all. */
function instead(
  status: number,
  replacement: (honest: ServerResponseParts, request: ServerRequest, store: Store) => ServerResponseParts,
  of: 'reset' | 'validate' | 'complete' | 'any' = 'any',
): NonNullable<Fault['response']> {
  return (honest, request, store) =>
    honest.status === status && (of === 'any' || of === nameOf(request)) ? replacement(honest, request, store) : undefined;
}

function nameOf({ method, path }: ServerRequest): string {
  if (path.includes('reset-password')) return 'reset';
  return method === 'GET' ? 'validate' : 'complete';
}

const html = (status: number): ServerResponseParts => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Error</title>',
});

const tokenOf = ({ body }: ServerResponseParts): string => (JSON.parse(String(body)) as { reset_token: string }).reset_token;

/** The faults, each switched on alone. */
export const faults: Fault[] = [
  {
    name: 'another success status',
    response: instead(200, (honest) => ({ ...honest, status: 201 })),
    walk: /200 OK \(reset-requested\)[^]*status 201 instead of 200/,
    proxy: /resetPassword.*201 is not documented/,
  },
  {
    name: 'a success status that is documented elsewhere',
    response: instead(204, () => json(200, {}), 'complete'),
    walk: /204 No Content \(password-updated\)[^]*status 200 instead of 204/,
    proxy: /completePasswordReset.*200 is not documented/,
  },
  {
    name: 'a missing field',
    response: instead(200, () => json(200, {})),
    walk: /body\.reset_token is missing/,
    proxy: /body\.reset_token is missing/,
  },
  {
    name: 'a field of another type',
    response: instead(200, () => json(200, { reset_token: 12345 })),
    walk: /body\.reset_token must be string/,
    proxy: /body\.reset_token must be string/,
  },
  {
    name: 'a field that is null',
    response: instead(200, () => json(200, { reset_token: null })),
    walk: /body\.reset_token must be string/,
    proxy: /body\.reset_token must be string/,
  },
  {
    name: 'a field under another name',
    response: instead(200, (honest) => json(200, { token: tokenOf(honest) })),
    walk: /body\.reset_token is missing/,
    proxy: /body\.reset_token is missing/,
  },
  {
    name: 'the token in a header',
    response: instead(200, (honest) => ({
      ...json(200, {}),
      headers: { 'content-type': 'application/json', 'x-reset-token': tokenOf(honest) },
    })),
    walk: /body\.reset_token is missing/,
    proxy: /body\.reset_token is missing/,
  },
  {
    name: 'a list in place of an object',
    response: instead(200, (honest) => json(200, [{ reset_token: tokenOf(honest) }])),
    walk: /body must be object/,
    proxy: /body must be object/,
  },
  {
    name: 'null in place of an object',
    response: instead(200, () => json(200, null)),
    walk: /body must be object/,
    proxy: /body must be object/,
  },
  {
    name: 'an empty body',
    response: instead(200, () => ({ ...empty(200), headers: { 'content-type': 'application/json', 'content-length': '0' } })),
    walk: /body is missing/,
    proxy: /body is missing/,
  },
  {
    name: 'HTML in place of JSON',
    response: instead(200, () => html(200)),
    walk: /content-type must be application\/json, not text\/html/,
    proxy: /content-type must be application\/json, not text\/html/,
  },
  {
    name: 'JSON sent as plain text',
    response: instead(200, (honest) => ({ ...honest, headers: { 'content-type': 'text/plain' } })),
    walk: /content-type must be application\/json, not text\/plain/,
    proxy: /content-type must be application\/json, not text\/plain/,
  },
  {
    name: 'no media type',
    response: instead(200, (honest) => ({ ...honest, headers: {} })),
    walk: /content-type must be application\/json, and it is missing/,
    proxy: /content-type must be application\/json, and it is missing/,
  },
  {
    name: 'another charset',
    response: instead(200, (honest) => ({ ...honest, headers: { 'content-type': 'application/json; charset=iso-8859-1' } })),
    walk: /content-type names another charset than UTF-8/,
    proxy: /content-type names another charset than UTF-8/,
  },
  {
    name: 'bytes that are no UTF-8',
    response: instead(200, (honest) => ({ ...honest, body: Buffer.from('{"reset_token":"gr\xfc\xdfe"}', 'latin1') })),
    walk: /body is not valid UTF-8/,
    proxy: /body is not valid UTF-8/,
  },
  {
    name: 'broken JSON',
    response: instead(200, () => ({ ...json(200, {}), body: "{'reset_token': 'x'}" })),
    walk: /body is not valid JSON/,
    proxy: /body is not valid JSON/,
  },
  {
    name: 'a content coding that the body does not have',
    response: instead(200, (honest) => ({ ...honest, headers: { ...honest.headers, 'content-encoding': 'gzip' } })),
    walk: /content-encoding names a coding that the body does not have/,
    proxy: /content-encoding names a coding that the body does not have/,
  },
  {
    name: 'a redirect to the path without its slash',
    response: (_honest, { path }) => ({ ...empty(301), headers: { location: path.slice(0, -1), 'content-length': '0' } }),
    walk: /status 301 instead of 200: a redirect/,
    proxy: /resetPassword.*301 is not documented/,
  },
  {
    name: 'a crash',
    response: instead(404, () => html(500), 'reset'),
    walk: /status 500 instead of 404/,
    proxy: /resetPassword.*500 is not documented/,
  },
  {
    name: 'maintenance',
    response: () => html(503),
    walk: /status 503 instead of 200/,
    proxy: /503 is not documented/,
  },
  {
    name: 'a rate limit',
    response: (_honest, request) =>
      nameOf(request) === 'complete' ? { ...empty(429), headers: { 'retry-after': '1' } } : undefined,
    walk: /status 429 instead of 204/,
    proxy: /completePasswordReset.*429 is not documented/,
  },
  {
    name: '422 in place of 400',
    response: instead(400, () => empty(422)),
    walk: /status 422 instead of 400/,
    proxy: /422 is not documented/,
  },
  {
    name: '404 in place of 403',
    response: instead(403, () => empty(404)),
    walk: /403 Permission Denied \(no-permission\)[^]*status 404 instead of 403/,
    proxy: neverSeen('resetPassword', 403),
  },
  {
    name: '200 for an address that is not in the system',
    response: instead(404, () => json(200, { reset_token: 'x' }), 'reset'),
    walk: /404 Not Found \(unknown-address\)[^]*status 200 instead of 404/,
    proxy: neverSeen('resetPassword', 404),
  },
  {
    name: '404 for an empty field',
    response: instead(400, () => empty(404), 'complete'),
    walk: /400 Bad Request \(missing-password\)[^]*status 404 instead of 400/,
    proxy: neverSeen('completePasswordReset', 400),
  },
  {
    name: 'any media type is taken',
    request: (request) =>
      request.method === 'POST' ? { ...request, headers: { ...request.headers, 'content-type': 'application/json' } } : request,
    walk: /415 Unsupported Media Type \(other media type\)[^]*status (200|204|400) instead of 415/,
    proxy: neverSeen('resetPassword', 415),
  },
  {
    name: 'a 401 without a challenge',
    response: instead(401, () => empty(401)),
    walk: /www-authenticate is missing/,
    proxy: /www-authenticate is missing/,
  },
  {
    name: 'a challenge for another authentication scheme',
    response: instead(401, (honest) => ({ ...honest, headers: { 'www-authenticate': 'Bearer realm="x"' } })),
    walk: /www-authenticate does not name the authentication scheme Token/,
    proxy: /www-authenticate does not name the authentication scheme Token/,
  },
  {
    name: '403 in place of 401',
    response: instead(401, () => empty(403)),
    walk: /status 403 instead of 401/,
    proxy: /validatePasswordReset.*403 is not documented/,
  },
  {
    name: 'credentials are not looked at',
    request: (request) => ({
      ...request,
      headers: { ...request.headers, authorization: 'Token 0123456789abcdef0123456789abcdef01234567' },
    }),
    walk: /401 Unauthorized \(no credentials\)[^]*status 204 instead of 401/,
    proxy: /validatePasswordReset.*accepted a request that is not valid.*header\.authorization/,
  },
  {
    name: 'the body of a GET is ignored',
    request: (request) => (request.method === 'GET' ? { ...request, body: '' } : request),
    walk: /404 Not Found \(unknown-address\)[^]*status 204 instead of 404/,
    proxy: /validatePasswordReset.*accepted a request that is not valid.*content-type/,
  },
  {
    name: 'the query is ignored',
    response: (_honest, request, store) =>
      nameOf(request) === 'validate' && request.headers.authorization !== undefined && store.emailed.push('x') > 0
        ? { status: 204, headers: {} }
        : undefined,
    walk: /404 Not Found \(unknown-token\)[^]*status 204 instead of 404/,
    proxy: neverSeen('validatePasswordReset', 404),
  },
  {
    name: 'any reset token is taken',
    response: instead(404, () => ({ status: 204, headers: {} }), 'complete'),
    walk: /404 Not Found \(unknown-token\)[^]*status 204 instead of 404/,
    proxy: neverSeen('completePasswordReset', 404),
  },
  {
    name: 'the reset token that was given out is forgotten',
    response: instead(200, () => json(200, { reset_token: 'never-stored' })),
    walk: /204 No Content \(password-updated\)[^]*status 404 instead of 204/,
    proxy: neverSeen('completePasswordReset', 204),
  },
  {
    name: 'a method that is not there',
    response: (_honest, { method }) => (method === 'GET' ? { ...empty(405), headers: { allow: 'POST' } } : undefined),
    walk: /status 405 instead of 204/,
    proxy: /validatePasswordReset.*405 is not documented/,
  },
  {
    name: 'a connection that is cut off',
    response: instead(200, (honest) => ({ ...honest, connection: 'cut off' })),
    walk: /200 OK \(reset-requested\)[^]*no response: the connection was cut off/,
    proxy: /resetPassword.*the connection was cut off/,
  },
  {
    name: 'silence',
    response: instead(200, (honest) => ({ ...honest, connection: 'silence' })),
    walk: /200 OK \(reset-requested\)[^]*no response: the server did not respond in time/,
    proxy: /resetPassword.*the server did not respond in time/,
  },
];
