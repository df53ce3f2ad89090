import { empty, json } from '../honest-server.js';
import { html, instead, nameOf, neverSeen, type Fault } from './fault.js';

/** Faults with another status code than the documented one. */
export const statusFaults: Fault[] = [
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
];
