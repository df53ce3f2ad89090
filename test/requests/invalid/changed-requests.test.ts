import { expect, it } from 'vitest';
import {
  malformedBodies,
  otherCredentials,
  otherMediaTypes,
  sameMediaTypes,
  withMethod,
  type ChangedRequest,
} from '../../../src/requests/invalid/changed-requests.js';
import { sampleRequest, type SampleRequest } from '../../../src/requests/sample-request.js';
import { bodyOf, describing } from '../described.js';

/** The valid request of an operation. */
function requestOf(fields: object, components?: object): ReturnType<typeof describing> & { request: SampleRequest } {
  const described = describing(fields, components);
  const request = sampleRequest(described.description, described.operation);
  if (!request) throw new Error('No request can be made.');
  return { ...described, request };
}

const headerOf = ({ headers }: SampleRequest, name: string): string | undefined => headers.find(([one]) => one === name)?.[1];
const types = (changed: ChangedRequest[]): Array<[string, string | undefined]> =>
  changed.map(({ name, request }) => [name, headerOf(request, 'Content-Type')]);

it.each<[string, object, unknown[]]>([
  [
    'JSON',
    bodyOf('application/json; charset=utf-8', { example: {} }),
    [
      ...['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/octet-stream'].map((one) => [
        `body as ${one}`,
        one,
      ]),
      ['body without a media type', undefined],
    ],
  ],
  [
    'text, or JSON',
    { requestBody: { content: { 'text/plain': { example: 'a' }, 'application/json': {} } } },
    [
      ...['application/xml', 'application/x-www-form-urlencoded', 'application/octet-stream'].map((one) => [
        `body as ${one}`,
        one,
      ]),
      ['body without a media type', undefined],
    ],
  ],
  ['text, or anything', { requestBody: { content: { 'text/plain': { example: 'a' }, '*/*': {} } } }, []],
  ['nothing', {}, []],
])('what takes %s is sent other media types', (_, fields, expected) => {
  const { operation, request } = requestOf(fields);
  const changed = otherMediaTypes(operation, request);
  expect(types(changed)).toEqual(expected);
  expect(changed.at(-1)?.request.headers ?? []).toEqual([]);
});

it.each<[string, object, unknown[]]>([
  [
    'JSON',
    bodyOf('application/json', { example: {} }),
    [
      ['media type with a charset', 'application/json; charset=utf-8'],
      ['media type in capitals', 'APPLICATION/JSON;Charset="UTF-8"'],
    ],
  ],
  [
    'text',
    bodyOf('text/plain', { example: 'a' }),
    [
      ['media type with a charset', 'text/plain; charset=utf-8'],
      ['media type in capitals', 'TEXT/PLAIN;Charset="UTF-8"'],
    ],
  ],
  ['a form', bodyOf('application/x-www-form-urlencoded', { example: { a: 'b' } }), []],
  ['nothing', {}, []],
])('what takes %s is sent the media type in other words', (_, fields, expected) => {
  expect(types(sameMediaTypes(requestOf(fields).request))).toEqual(expected);
});

it.each<[string, object, unknown[]]>([
  [
    'JSON',
    bodyOf('application/json', { example: [1] }),
    [
      ['body cut off', '[\n  1\n'],
      ['body that is no JSON', 'not json'],
      ['body empty', ''],
    ],
  ],
  [
    'a JSON text',
    bodyOf('application/json', { example: 'a' }),
    [
      ['body cut off', '"a'],
      ['body that is no JSON', 'not json'],
      ['body empty', ''],
    ],
  ],
  [
    'an object as text',
    bodyOf('text/plain', { example: ' {} ' }),
    [
      ['body cut off', ' {'],
      ['body that is no JSON', 'not json'],
      ['body empty', ''],
    ],
  ],
  [
    'a list as text',
    bodyOf('text/plain', { example: '[]' }),
    [
      ['body cut off', '['],
      ['body that is no JSON', 'not json'],
      ['body empty', ''],
    ],
  ],
  ['text', bodyOf('text/plain', { example: 'a {}' }), []],
  ['nothing', {}, []],
])('what takes %s is sent other texts', (_, fields, expected) => {
  expect(malformedBodies(requestOf(fields).request).map(({ name, request: { body } }) => [name, body?.text])).toEqual(expected);
});

const parameters = [{ name: 'X-Other', in: 'header', example: 'x' }];
const securitySchemes = {
  Bearer: { type: 'http', scheme: 'bearer', 'x-example': 'ab-09Z' },
  Token: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-example': 'Token ab' },
  Basic: { type: 'http', scheme: 'basic', 'x-example': 'YTpi' },
  Key: { type: 'apiKey', in: 'header', name: 'X-Key', 'x-example': 'aa1' },
  Query: { type: 'apiKey', in: 'query', name: 'key', 'x-example': 'aa1' },
  Mutual: { type: 'mutualTLS' },
};

it.each<[string, object[], string, unknown[]]>([
  ['no credentials', [], '', []],
  ['credentials or none', [{ Bearer: [] }, {}], 'Bearer', []],
  ['a credential in the query', [{ Query: [] }], 'Query', []],
  ['a certificate', [{ Mutual: [] }], 'Mutual', []],
  [
    'a bearer token',
    [{ Bearer: [] }],
    'Bearer',
    [
      ['wrong credentials', 'Bearer ba-10a'],
      ['credentials without their scheme', 'ab-09Z'],
      ['credentials of another scheme', 'Token ab-09Z'],
      ['empty credentials', 'Bearer'],
    ],
  ],
  [
    'a bearer token that is not known',
    [{ Bearer: [] }],
    '',
    [
      ['credentials without their scheme', 'ab-09Z'],
      ['credentials of another scheme', 'Token ab-09Z'],
      ['empty credentials', 'Bearer'],
    ],
  ],
  [
    'a user name and a password',
    [{ Basic: [] }],
    'Basic',
    [
      ['wrong credentials', 'Basic aaaa'],
      ['credentials without their scheme', 'YTpi'],
      ['credentials of another scheme', 'Bearer YTpi'],
      ['empty credentials', 'Basic'],
    ],
  ],
  [
    'a key in a header, and one in the query',
    [{ Query: [], Key: [] }],
    'Key',
    [
      ['wrong credentials', 'bb0'],
      ['empty credentials', ''],
    ],
  ],
])('what asks for %s is sent other credentials', (_, security, known, expected) => {
  const { description, operation, request } = requestOf({ security, parameters }, { securitySchemes });
  const changed = otherCredentials(description, operation, request, new Set([known]));
  const name = security.some((one) => 'Key' in one) ? 'X-Key' : 'Authorization';
  expect(changed.map((one) => [one.name, headerOf(one.request, name)])).toEqual(expected);
  for (const one of changed) {
    expect(one.request.headers).toHaveLength(request.headers.length);
    expect(headerOf(one.request, 'X-Other')).toBe('x');
  }
});

it('a request without the credentials that its operation asks for has no others', () => {
  const { description, operation, request } = requestOf({ security: [{ Key: [] }] }, { securitySchemes });
  expect(otherCredentials(description, operation, { ...request, headers: [] }, new Set(['Key']))).toEqual([]);
});

it.each([
  ['PUT', true],
  ['QUERY', true],
  ['GET', false],
  ['HEAD', false],
  ['OPTIONS', false],
  ['DELETE', false],
])('with the method %s a request keeps its body: %s', (method, keeps) => {
  const { request } = requestOf({ parameters, ...bodyOf('application/json', { example: {} }) });
  const changed = withMethod(request, method);
  expect([changed.method, changed.body?.text, changed.headers]).toEqual(
    keeps
      ? [
          method,
          '{}',
          [
            ['X-Other', 'x'],
            ['Content-Type', 'application/json'],
          ],
        ]
      : [method, undefined, [['X-Other', 'x']]],
  );
  expect(withMethod({ ...request, body: undefined, headers: [['Content-Type', 'a/b']] }, method).headers).toHaveLength(1);
});
