import { empty, json } from '../honest-server.js';
import { instead, nameOf, neverSeen, type Fault } from './fault.js';

/** Faults in reading requests and credentials. */
export const requestFaults: Fault[] = [
  {
    name: 'any media type is taken',
    request: (request) =>
      request.method === 'POST' ? { ...request, headers: { ...request.headers, 'content-type': 'application/json' } } : request,
    walk: /415 Unsupported Media Type \(other media type\)[^]*status (200|204|400) instead of 415/,
    proxy: neverSeen('resetPassword', 415),
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
];
