import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, startMock, type Mock } from '../../../src/mock/index.js';
import { problemOf, send } from '../send.js';

const json = { 'content-type': 'application/json' };
const text = { 'content-type': 'text/plain; charset=utf-8' };
const auth = { authorization: 'Token a0f17278bed479ee719ea890b8caf0329e1f3e5b' };
const reset = '/api/organizations/reset-password/';
const complete = '/api/organizations/complete-password/';
const validate = `${complete}?token=G7TwCq1Vkds0DLYnfAuP`;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

interface Row {
  what: string;
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
  status: number;
  /** The location and rule of each violation. */
  violations: string[];
}

const rows: Row[] = [
  { what: 'no body', headers: json, status: 400, violations: ['body required'] },
  { what: 'an empty object', headers: json, body: '{}', status: 400, violations: ['body.email required'] },
  { what: 'a field of another type', headers: json, body: '{"email":1}', status: 400, violations: ['body.email type'] },
  { what: 'a list in place of an object', headers: json, body: '[]', status: 400, violations: ['body type'] },
  { what: 'null', headers: json, body: 'null', status: 400, violations: ['body type'] },
  { what: 'malformed JSON', headers: json, body: '{"email":', status: 400, violations: ['body json'] },
  {
    what: 'two mistakes',
    path: complete,
    headers: json,
    body: '{"password":1}',
    status: 400,
    violations: ['body.token required', 'body.password type'],
  },
  { what: 'a body without a Content-Type', body: '{"email":"x"}', status: 415, violations: ['header.content-type media-type'] },
  {
    what: 'a body of another Content-Type',
    headers: text,
    body: '{"email":"x"}',
    status: 415,
    violations: ['header.content-type media-type'],
  },
  // A missing body has no media type, so the header is ignored.
  { what: 'a wrong Content-Type without a body that is required', headers: text, status: 400, violations: ['body required'] },
  {
    what: 'a parameter that is missing',
    method: 'GET',
    path: complete,
    headers: auth,
    status: 400,
    violations: ['query.token required'],
  },
  {
    what: 'text that is not JSON',
    method: 'GET',
    path: validate,
    headers: { ...auth, ...text },
    body: 'not json',
    status: 400,
    violations: ['body json'],
  },
  {
    what: 'JSON in text without an email',
    method: 'GET',
    path: validate,
    headers: { ...auth, ...text },
    body: '{}',
    status: 400,
    violations: ['body.email required'],
  },
  {
    what: 'JSON in text with an email of another type',
    method: 'GET',
    path: validate,
    headers: { ...auth, ...text },
    body: '{"email":null}',
    status: 400,
    violations: ['body.email type'],
  },
  {
    what: 'null in text',
    method: 'GET',
    path: validate,
    headers: { ...auth, ...text },
    body: 'null',
    status: 400,
    violations: ['body type'],
  },
  {
    what: 'JSON in place of text that holds it',
    method: 'GET',
    path: validate,
    headers: { ...auth, ...json },
    body: '{"email":"x"}',
    status: 415,
    violations: ['header.content-type media-type'],
  },
  {
    what: 'everything at once',
    method: 'GET',
    path: complete,
    headers: json,
    body: '{',
    status: 401,
    violations: ['header.authorization security'],
  },
];

test.each(rows)(
  '$what is answered $status, with each violation named',
  async ({ method = 'POST', path = reset, headers = {}, status, violations, ...rest }) => {
    const response = await send(mock.url, { method, path, headers, ...rest });
    const problem = problemOf(response);
    expect(response.status).toBe(status);
    expect(problem.violations?.map(({ location, rule }) => `${location} ${rule}`)).toEqual(violations);
    expect(problem).toMatchObject({ type: 'about:blank', status });
    // A sentence for each one that begins with its place.
    for (const { location, message } of problem.violations ?? [])
      expect(message).toMatch(new RegExp(`^${location.replaceAll('.', '\\.')} .+\\.$`));
    expect(problem.detail).toContain(problem.violations?.[0]?.message.slice(0, -1));
  },
);

test.each([
  ['an optional body that is left out, with a wrong Content-Type', { ...auth, ...json }],
  ['an optional body that is left out', auth],
])('%s is accepted', async (_, headers) => {
  expect((await send(mock.url, { method: 'GET', path: validate, headers })).status).toBe(204);
});

test('a mistake in JSON is named by line and column, and nothing of the body is repeated', async () => {
  const response = await send(mock.url, {
    method: 'POST',
    path: reset,
    headers: json,
    body: '{\n  "email": "jweir@projectthanos.com"\n  "x": 1 }',
  });
  expect(problemOf(response).detail).toBe('body is not valid JSON: there is an error at line 3, column 3.');
  const quoted = await send(mock.url, { method: 'POST', path: reset, headers: json, body: '"jweir@projectthanos.com' });
  expect(quoted.body).not.toContain('jweir');
});

describe('the Authorization header', () => {
  test.each([
    ['missing', {}],
    ['empty', { authorization: '' }],
    ['of white space', { authorization: '   ' }],
    ['of another scheme', { authorization: 'Bearer a0f17278bed479ee719ea890b8caf0329e1f3e5b' }],
    ['of Basic', { authorization: 'Basic YTpi' }],
    ['the scheme alone', { authorization: 'Token' }],
    ['the scheme and a space', { authorization: 'Token ' }],
    ['the token alone', { authorization: 'a0f17278bed479ee719ea890b8caf0329e1f3e5b' }],
    ['the scheme and the token in one word', { authorization: 'Tokena0f17278bed479ee719ea890b8caf0329e1f3e5b' }],
    ['two tokens', { authorization: 'Token a b' }],
  ] as Array<[string, Record<string, string>]>)('%s is answered 401 and challenges', async (_, headers) => {
    const response = await send(mock.url, { method: 'GET', path: validate, headers });
    expect(response.status).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Token realm="Password Reset API"');
    expect(problemOf(response).violations).toHaveLength(1);
  });

  test('is compared without regard to case, as RFC 9110 has it', async () => {
    expect((await send(mock.url, { method: 'GET', path: validate, headers: { authorization: 'token abc' } })).status).toBe(204);
  });

  test('is not looked at where the description asks for none', async () => {
    expect(
      (
        await send(mock.url, {
          method: 'POST',
          path: reset,
          headers: { ...json, authorization: 'Bearer x' },
          body: '{"email":"x"}',
        })
      ).status,
    ).toBe(200);
  });
});

describe('a path', () => {
  test.each([
    ['/api/organizations/reset-password', reset],
    ['/api/organizations/complete-password?token=x', complete],
  ])('%s without its slash is answered 404 with the one that exists', async (path, exists) => {
    const response = await send(mock.url, { method: 'POST', path, headers: {} });
    expect(response.status).toBe(404);
    expect(problemOf(response)).toMatchObject({ path: exists });
    expect(problemOf(response).detail).toContain(exists);
  });

  test('that does not exist is answered 404 with what there is', async () => {
    const response = await send(mock.url, { method: 'GET', path: '/organizations/', headers: {} });
    expect(response.status).toBe(404);
    expect(problemOf(response).operations).toEqual(mock.operations.map(({ method, path }) => `${method} ${path}`));
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'TRACE'])('with the method %s is answered 405 with Allow', async (method) => {
    const response = await send(mock.url, { method, path: complete, headers: {} });
    expect(response.status).toBe(405);
    expect(response.headers.allow).toBe('GET, HEAD, POST, OPTIONS');
  });

  test('tells its methods on OPTIONS', async () => {
    const { status, headers } = await send(mock.url, { method: 'OPTIONS', path: reset, headers: {} });
    expect([status, headers.allow]).toEqual([204, 'POST, OPTIONS']);
  });
});

test.each([
  { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
  { in: 'path', required: true, schema: { type: 'integer' } },
  { name: 'id', required: true, schema: { type: 'integer' } },
  { type: 'object' },
])('a parameter that no request can contain refuses none: %o', async (parameter) => {
  const content = { 'application/json': { example: 'made' } };
  const operation = { operationId: 'getA', parameters: [parameter], responses: { 200: { description: 'Made', content } } };
  const info = { title: 'Impossible', version: '1' };
  const mock = await createMock({ description: { openapi: '3.1.0', info, paths: { '/a': { get: operation } } } });
  const response = await mock.fetch('http://mock/a');
  expect([response.status, await response.json()]).toEqual([200, 'made']);
  expect(mock.warnings).toEqual([expect.stringMatching(/^The parameter .* of getA is not checked: /)]);
});
