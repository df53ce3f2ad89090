import { gzipSync } from 'node:zlib';
import { empty, json } from '../honest-server.js';
import { instead, type Fault } from './fault.js';

/** What HTTP itself asks of a response, and connections that break. */
export const httpFaults: Fault[] = [
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
  {
    name: 'a challenge that names the scheme in a text alone',
    response: instead(401, (honest) => ({ ...honest, headers: { 'www-authenticate': 'Bearer realm="send a Token here"' } })),
    walk: /www-authenticate does not name the authentication scheme Token/,
    proxy: /www-authenticate does not name the authentication scheme Token/,
  },
  {
    name: 'a packed body that is not said to be packed',
    response: instead(200, (honest) => ({ ...honest, body: gzipSync(String(honest.body)) })),
    walk: /body is not valid UTF-8/,
    proxy: /body is not valid UTF-8/,
  },
  {
    name: 'HTML that is called a problem body',
    response: instead(404, () => ({
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
      body: '<!doctype html><title>Not found</title>',
    })),
    walk: /body is not valid JSON/,
    proxy: /body is not valid JSON/,
  },
  {
    name: 'a body after a 204',
    response: instead(204, (honest) => ({ ...honest, connection: 'more' })),
    walk: /204 No Content \(reset-validated\)[^]*bytes follow the end of the response/,
    proxy: /sent bytes after the end of the response/,
  },
  {
    name: 'a length that is too short',
    response: instead(200, (honest) => ({
      ...honest,
      headers: { ...honest.headers, 'content-length': String(honest.body?.length) },
      connection: 'more',
    })),
    walk: /bytes follow the end of the response/,
    proxy: /sent bytes after the end of the response/,
  },
  {
    name: 'a connection that is kept and dead',
    response: (_honest, { turn }) => (turn > 1 ? { ...empty(200), connection: 'closed' } : undefined),
    walk: /once more, on a kept connection[^]*no response: the connection was cut off/,
    proxy: /no response|the connection was cut off/,
  },
  {
    name: 'a kept connection that gets the response of another request',
    response: (_honest, { turn }) => (turn > 1 ? json(200, { stale: true }) : undefined),
    walk: /once more, on a kept connection[^]*body.reset_token is missing/,
    proxy: /body.reset_token is missing/,
  },
];
