import zlib, { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { empty, json, type ServerResponseParts } from './honest-server.js';
import { html, type Planted } from './faults/fault.js';

/** Changes each response with a body. */
const withBody =
  (change: (honest: ServerResponseParts, body: string) => ServerResponseParts): NonNullable<Planted['response']> =>
  (honest) =>
    honest.body === undefined ? undefined : change(honest, String(honest.body));

const packed = (coding: string, pack: (body: string) => Buffer): Planted => ({
  name: `packed by ${coding}`,
  response: withBody((honest, body) => ({
    ...honest,
    headers: { ...honest.headers, 'content-encoding': coding.split(' ')[0] ?? '' },
    body: pack(body),
  })),
});

const withHeaders = (name: string, headers: Record<string, string | string[]>): Planted => ({
  name,
  response: (honest) => ({ ...honest, headers: { ...honest.headers, ...headers } }),
});

const ofType = (name: string, contentType: string): Planted => ({
  name,
  response: withBody((honest) => ({ ...honest, headers: { ...honest.headers, 'content-type': contentType } })),
});

const challenge = (name: string, field: string): Planted => ({
  name,
  response: (honest) =>
    honest.status === 401 ? { ...honest, headers: { ...honest.headers, 'www-authenticate': field } } : undefined,
});

/** Available since Node 22.15. */
const { zstdCompressSync } = zlib as { zstdCompressSync?: (body: string) => Buffer };

/** Servers that keep the contract in another way. They must not be reported as different. */
export const honestVariants: Planted[] = [
  packed('gzip', gzipSync),
  packed('x-gzip', gzipSync),
  packed('br', brotliCompressSync),
  packed('deflate', deflateSync),
  packed('deflate without its wrapper', deflateRawSync),
  ...(zstdCompressSync ? [packed('zstd', zstdCompressSync)] : []),
  ofType('a charset', 'application/json; charset=utf-8'),
  ofType('a charset in quotes and capitals', 'Application/JSON;Charset="UTF-8"'),
  { name: 'a byte order mark', response: withBody((honest, body) => ({ ...honest, body: `\ufeff${body}` })) },
  {
    name: 'JSON in several lines',
    response: withBody((honest, body) => ({ ...honest, body: JSON.stringify(JSON.parse(body), undefined, 2) })),
  },
  {
    name: 'a member that nobody documents',
    response: withBody((_honest, body) => json(200, { expires_in: 3600, ...(JSON.parse(body) as object) })),
  },
  withHeaders('headers that nobody documents', { 'x-request-id': '1', vary: 'accept', 'cache-control': 'no-store', etag: '"1"' }),
  withHeaders('fields of HTTP in their odder forms', {
    etag: 'W/"1"',
    expires: '0',
    'last-modified': 'Wed, 21 Oct 2026 07:28:00 GMT',
    link: '<https://example.com/?page=2>; rel="next", </docs>; rel=help',
  }),
  withHeaders('two cookies, one that goes', {
    'set-cookie': ['a=b; SameSite=None; Secure', 'c=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
  }),
  withHeaders('cookies', { 'set-cookie': 'a=b; Path=/; HttpOnly' }),
  withHeaders('a connection that is closed each time', { connection: 'close' }),
  {
    name: 'bodies that end with the connection',
    response: withBody((honest) => ({ ...honest, connection: 'unframed' })),
  },
  { name: 'a connection that is closed behind each response', response: (honest) => ({ ...honest, connection: 'left' }) },
  challenge('a challenge in small letters', 'token realm="x"'),
  challenge('a challenge without a realm', 'Token'),
  challenge('two challenges', 'Bearer realm="a, b", Token realm="c"'),
  {
    name: 'problem bodies',
    response: (honest) =>
      honest.status >= 400 && honest.status !== 405
        ? {
            ...honest,
            headers: { 'www-authenticate': 'Token', 'content-type': 'application/problem+json' },
            body: '{"title":"No"}',
          }
        : undefined,
  },
  { name: 'a page for people at 404', response: (honest) => (honest.status === 404 ? html(404) : undefined) },
  {
    name: 'more methods in Allow',
    response: (honest) =>
      honest.status === 405
        ? { ...honest, headers: { ...honest.headers, allow: `${String(honest.headers.allow ?? '')}, HEAD, OPTIONS` } }
        : undefined,
  },
  {
    name: 'OPTIONS that says what there is',
    response: (_honest, { method }) => (method === 'OPTIONS' ? { status: 204, headers: { allow: 'POST, OPTIONS' } } : undefined),
  },
  { name: 'HEAD like GET', request: (request) => (request.method === 'HEAD' ? { ...request, method: 'GET' } : request) },
  { name: 'a long text that is too large', response: (honest, { body }) => (body.length > 4000 ? empty(413) : honest) },
  {
    name: '400 for whatever cannot be read',
    response: (honest, { headers, body }) =>
      honest.status === 415 && headers['content-type'] === undefined && body !== '' ? empty(400) : undefined,
  },
  {
    name: '404 for a token of another type',
    response: (honest, { body }) => (honest.status === 400 && /"token":\s*(\d|null|\{)/.test(body) ? empty(404) : undefined),
  },
];
