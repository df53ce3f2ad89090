import { html, nameOf, type Fault } from './fault.js';
import type { ServerRequest } from '../honest-server.js';

const crash: Fault['response'] = () => html(500);

/** Crashes on some requests; everything else is correct. */
const crashWhere =
  (isMeant: (request: ServerRequest) => boolean): NonNullable<Fault['response']> =>
  (honest, request, store) =>
    isMeant(request) ? crash(honest, request, store) : undefined;

/** Reads the JSON of a POST in another way. */
const readAs =
  (change: (fields: Record<string, unknown>) => unknown): NonNullable<Fault['request']> =>
  (request) => {
    try {
      const value: unknown = JSON.parse(request.body);
      if (request.method !== 'POST' || typeof value !== 'object' || value === null || Array.isArray(value)) return request;
      return { ...request, body: JSON.stringify(change(value as Record<string, unknown>)) };
    } catch {
      return request;
    }
  };

const valueOf = ({ body }: ServerRequest): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
};

const jsonOf = (request: ServerRequest): string => JSON.stringify(valueOf(request) ?? null);

const isAt = (name: string, request: ServerRequest): boolean => nameOf(request) === name && request.method !== 'HEAD';

/** Faults in reading invalid requests, and valid requests in another form. */
export const readingFaults: Fault[] = [
  {
    name: 'a missing field crashes',
    response: crashWhere((request) => isAt('reset', request) && JSON.stringify(valueOf(request)) === '{}'),
    walk: /body\.email missing[^]*status 500: the request is to be refused/,
    proxy: /resetPassword.*500 is not documented/,
  },
  {
    name: 'a missing password is a new one',
    request: readAs((fields) => ('token' in fields ? { password: 'none', ...fields } : fields)),
    walk: /body\.password missing[^]*status 204 accepted a request that is not valid/,
    proxy: /completePasswordReset.*accepted a request that is not valid/,
  },
  {
    name: 'a field that is null crashes',
    response: crashWhere((request) => jsonOf(request).includes(':null')),
    walk: /body\.email null[^]*status 500/,
    proxy: /500 is not documented/,
  },
  {
    name: 'a number is taken for a password',
    request: readAs((fields) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
      ),
    ),
    walk: /body\.password of another type[^]*status 204 accepted a request that is not valid/,
    proxy: /completePasswordReset.*accepted a request that is not valid/,
  },
  {
    name: 'an object in place of a text crashes',
    response: crashWhere((request) => jsonOf(request).includes(':{')),
    walk: /of another type \(object\)[^]*status 500/,
    proxy: /500 is not documented/,
  },
  {
    name: 'a list in place of an object crashes',
    response: crashWhere((request) => Array.isArray(valueOf(request))),
    walk: /body of another type[^]*status 500/,
    proxy: /500 is not documented/,
  },
  {
    name: 'a text in place of an object crashes',
    response: crashWhere((request) => typeof valueOf(request) === 'string'),
    walk: /body of another type \(text\)[^]*status 500/,
    proxy: /500 is not documented/,
  },
  {
    name: 'broken JSON crashes',
    response: crashWhere((request) => request.method === 'POST' && request.body !== '' && valueOf(request) === undefined),
    walk: /body cut off[^]*status 500/,
    proxy: /500 is not documented/,
  },
  {
    name: 'broken JSON is mended',
    request: (request) =>
      request.method === 'POST' && request.body.startsWith('{') && valueOf(request) === undefined
        ? { ...request, body: `${request.body}}` }
        : request,
    walk: /body cut off[^]*status 20\d accepted a request that is not valid/,
    proxy: /accepted a request that is not valid/,
  },
  {
    name: 'an empty body crashes',
    response: crashWhere((request) => request.method === 'POST' && request.body === ''),
    walk: /body (missing|empty)[^]*status 500/,
    proxy: /500 is not documented/,
  },
  {
    name: 'XML crashes',
    response: crashWhere(({ headers }) => headers['content-type']?.includes('xml') === true),
    walk: /body as application\/xml[^]*status 500/,
    proxy: /500 is not documented/,
  },
  {
    name: 'text is taken for JSON',
    request: (request) =>
      request.method === 'POST' && request.headers['content-type']?.startsWith('text/plain')
        ? { ...request, headers: { ...request.headers, 'content-type': 'application/json' } }
        : request,
    walk: /body as text\/plain[^]*status 20\d accepted a request that is not valid/,
    proxy: /accepted a request that is not valid/,
  },
  {
    name: 'JSON is taken for text',
    request: (request) =>
      request.method === 'GET' && request.headers['content-type'] === 'application/json'
        ? { ...request, headers: { ...request.headers, 'content-type': 'text/plain' } }
        : request,
    walk: /body as application\/json[^]*status 204 accepted a request that is not valid/,
    proxy: /validatePasswordReset.*accepted a request that is not valid/,
  },
  {
    name: 'a body without a media type is taken',
    request: (request) =>
      request.body !== '' && request.headers['content-type'] === undefined
        ? {
            ...request,
            headers: { ...request.headers, 'content-type': request.method === 'POST' ? 'application/json' : 'text/plain' },
          }
        : request,
    walk: /body without a media type[^]*status 20\d accepted a request that is not valid/,
    proxy: /accepted a request that is not valid/,
  },
  {
    name: 'a charset is refused',
    response: (_honest, { headers, method }) =>
      method === 'POST' && headers['content-type']?.includes('charset') ? { status: 415, headers: {} } : undefined,
    walk: /media type with a charset[^]*status 415 instead of 20\d/,
  },
  {
    name: 'capitals of a media type are refused',
    response: (_honest, { headers }) => (/^[A-Z]/.test(headers['content-type'] ?? '') ? { status: 415, headers: {} } : undefined),
    walk: /media type in capitals[^]*status 415 instead of 20\d/,
  },
  {
    name: 'any token of the right form is taken',
    request: (request) =>
      /^Token [0-9a-f]{40}$/.test(request.headers.authorization ?? '')
        ? { ...request, headers: { ...request.headers, authorization: 'Token 0123456789abcdef0123456789abcdef01234567' } }
        : request,
    walk: /wrong credentials[^]*status 20\d accepted a request that is not valid/,
  },
  {
    name: 'another authentication scheme is taken',
    request: (request) => ({
      ...request,
      headers: { ...request.headers, authorization: request.headers.authorization?.replace(/^Bearer /, 'Token ') },
    }),
    walk: /credentials of another scheme[^]*status 20\d accepted a request that is not valid/,
    proxy: /validatePasswordReset.*accepted a request that is not valid/,
  },
  {
    name: 'a token without its scheme is taken',
    request: (request) => ({
      ...request,
      headers: { ...request.headers, authorization: request.headers.authorization?.replace(/^(?=[0-9a-f]{40}$)/, 'Token ') },
    }),
    walk: /credentials without their scheme[^]*status 20\d accepted a request that is not valid/,
    proxy: /validatePasswordReset.*accepted a request that is not valid/,
  },
  {
    name: 'a scheme without a token crashes',
    response: crashWhere(({ headers }) => headers.authorization === 'Token'),
    walk: /empty credentials[^]*status 500/,
    proxy: /validatePasswordReset.*500 is not documented/,
  },
  {
    name: 'a missing parameter crashes',
    response: crashWhere(
      (request) => isAt('validate', request) && request.headers.authorization !== undefined && !request.query.has('token'),
    ),
    walk: /query token missing[^]*status 500/,
    proxy: /validatePasswordReset.*500 is not documented/,
  },
  {
    name: 'a missing parameter is a success',
    response: (_honest, request) =>
      request.method === 'GET' && request.path.includes('complete') && !request.query.has('token')
        ? { status: 204, headers: {} }
        : undefined,
    walk: /query token missing[^]*status 204 accepted a request that is not valid/,
    proxy: /validatePasswordReset.*accepted a request that is not valid/,
  },
  {
    name: 'a long text crashes',
    response: crashWhere(({ body }) => body.length > 4000),
    walk: /body\.email very long[^]*status 500/,
    proxy: /500 is not documented/,
  },
];
