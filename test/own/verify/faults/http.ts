import { gzipSync } from 'node:zlib';
import { empty, json } from '../honest-server.js';
import { instead, type Fault } from './fault.js';

/** A correct response with its length, and bytes after it. */
const withLength = (connection: 'twice' | 'more'): ReturnType<typeof instead> =>
  instead(200, (honest) => ({
    ...honest,
    headers: { ...honest.headers, 'content-length': String(honest.body?.length) },
    connection,
  }));

/** Violations of HTTP itself, and connections that break. */
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
    name: 'a second response that nobody asked for',
    response: withLength('twice'),
    walk: /bytes follow the end of the response/,
    proxy: /sent bytes after the end of the response/,
  },
  {
    name: 'a length that is too short',
    response: withLength('more'),
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
  ...fields('an entity tag without quotes', { etag: 'abc' }, /header.etag must be in quotes/),
  ...fields('a date as programs write it', { 'last-modified': '2026-10-21T07:28:00Z' }, /last-modified must be a date of HTTP/),
  ...fields('a link without its brackets', { link: '/next; rel=next' }, /header.link must be a list of links/),
  ...fields('a cookie without a name', { 'set-cookie': 'a text' }, /set-cookie must begin with a name/),
  ...fields('a cookie that no browser keeps', { 'set-cookie': 'a=b; SameSite=None' }, /SameSite=None. without "Secure"/),
  ...fields(
    'a cookie with a date that is none',
    { 'set-cookie': 'a=b; Expires=tomorrow' },
    /must have a date of HTTP in "Expires"/,
  ),
  ...fields('two entity tags', { etag: ['"1"', '"2"'] }, /header.etag stands twice/),
  ...fields('two media types', { 'content-type': ['application/json', 'text/html'] }, /header.content-type stands twice/),
  {
    name: 'a length after a 204',
    response: instead(204, () => ({ status: 204, headers: { 'content-length': '5' } })),
    walk: /header.content-length says that content follows, and a 204 has none/,
    proxy: /header.content-length says that content follows, and a 204 has none/,
  },
  {
    name: 'a problem body of another status',
    response: instead(404, () => ({
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
      body: '{"status":500}',
    })),
    walk: /body.status must be 404, as that of the response/,
    proxy: /body.status must be 404, as that of the response/,
  },
];

/** A success with headers that HTTP does not allow. */
function fields(name: string, headers: Record<string, string | string[]>, said: RegExp): Fault[] {
  const response = instead(200, (honest) => ({ ...honest, headers: { ...honest.headers, ...headers } }));
  return [{ name, response, walk: said, proxy: said }];
}
