import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import type { Middleware } from 'openapi-fetch';
import { describe, expect, it } from 'vitest';
import * as browser from '../../src/client/browser.js';
import { ClientError, createClient, type ClientOptions } from '../../src/client/index.js';
import { empty, json, observedFetch } from './observed-fetch.js';
import { serveBytes } from './servers.js';

const email = 'jweir@projectthanos.com';

/** The error of a call. Fails if the call does not throw. */
async function thrownBy(options: ClientOptions): Promise<ClientError> {
  const result: unknown = await createClient({ baseUrl: 'http://api.test', ...options })
    .resetPassword({ body: { email } })
    .catch((error: unknown) => error);
  expect(result).toBeInstanceOf(ClientError);
  return result as ClientError;
}

const called = { operationId: 'resetPassword', method: 'POST', path: '/api/organizations/reset-password/' };

describe('what the description does not provide for is thrown', () => {
  it('an undocumented status', async () => {
    const error = await thrownBy(observedFetch(empty(418)));
    expect(error).toMatchObject({ ...called, name: 'UndocumentedStatusError', status: 418 });
    expect(error.message).toBe(
      'resetPassword: the server responded with status 418, which the description does not document. The error\'s "response" has the headers and the body.',
    );
  });

  it('a body of another media type', async () => {
    const page = new Response('<p>Welcome</p>', { headers: { 'content-type': 'text/html' } });
    expect(await thrownBy(observedFetch(page))).toMatchObject({ ...called, name: 'UnreadableBodyError', status: 200 });
  });

  it('a body without a media type', async () => {
    const bytes = new Response(new Blob(['{"reset_token":"x"}']));
    expect(await thrownBy(observedFetch(bytes))).toMatchObject({ name: 'UnreadableBodyError', status: 200 });
  });

  it('a body that is no JSON', async () => {
    const broken = new Response('{"reset_token":"G7Tw', { headers: { 'content-type': 'application/json' } });
    expect(await thrownBy(observedFetch(broken))).toMatchObject({ name: 'UnreadableBodyError', status: 200 });
  });

  it('a body that is no JSON, by the SyntaxError of another realm, which a test environment has', async () => {
    const broken = new Response('{', { headers: { 'content-type': 'application/json' } });
    broken.json = () => Promise.reject(runInNewContext('new SyntaxError("{ is no JSON")') as Error);
    expect(await thrownBy({ fetch: () => Promise.resolve(broken) })).toMatchObject({ name: 'UnreadableBodyError', status: 200 });
  });

  it('a missing body', async () => {
    const nothing = empty(200, { 'content-type': 'application/json' });
    expect(await thrownBy(observedFetch(nothing))).toMatchObject({ name: 'UnreadableBodyError', status: 200 });
  });

  it('no connection, with the reason of the platform', async () => {
    const { url } = await serveBytes('');
    const error = await thrownBy({ baseUrl: url });
    expect(error).toMatchObject({ ...called, name: 'ConnectionError', cause: { name: 'TypeError', message: 'fetch failed' } });
  });

  it.each([200, 404])('a response with status %i that breaks off', async (status) => {
    const { url } = await serveBytes(`HTTP/1.1 ${status} X\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"res`);
    expect(await thrownBy({ baseUrl: url })).toMatchObject({ name: 'ConnectionError', cause: { message: 'terminated' } });
  });

  it("what a fetch of one's own throws, as the cause", async () => {
    const cause = new Error('The cable is cut.');
    expect((await thrownBy(observedFetch(cause))).cause).toBe(cause);
  });
});

it.each([
  ['undocumented status', empty(418, { 'retry-after': '7', 'x-request-id': 'r-1' })],
  [
    'unreadable body',
    new Response('<p>', { headers: { 'content-type': 'text/html', 'retry-after': '7', 'x-request-id': 'r-1' } }),
  ],
])('the error of an %s has the response, which no logger prints', async (_, response) => {
  const error = (await thrownBy(observedFetch(response))) as ClientError & { response: Response };
  expect([error.response.headers.get('x-request-id'), error.response.headers.get('retry-after')]).toEqual(['r-1', '7']);
  expect(Object.keys(error)).not.toContain('response');
  expect(JSON.stringify(error)).not.toContain('r-1');
  expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain('r-1');
});

describe("the caller's own error passes unchanged, with values of the request in it", () => {
  const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
  const failure = new Error('No token for G7TwCq1Vkds0DLYnfAuP.');
  const api = (options: ClientOptions): ReturnType<typeof createClient> =>
    createClient({ baseUrl: 'http://api.test', ...observedFetch(empty(204)), token: 'a0f17278bed4', ...options });

  it('from the token function', async () => {
    const token = (): Promise<string> => Promise.reject(failure);
    await expect(api({ token }).validatePasswordReset({ params })).rejects.toBe(failure);
  });

  it('from the token function, thrown at once', async () => {
    const token = (): string => {
      throw failure;
    };
    await expect(api({ token }).validatePasswordReset({ params })).rejects.toBe(failure);
  });

  it.each(['onRequest', 'onResponse'] as const)('from the %s of a middleware', async (name) => {
    const client = api({});
    client.raw.use({ [name]: () => Promise.reject(failure) } as unknown as Middleware);
    await expect(client.validatePasswordReset({ params })).rejects.toBe(failure);
  });

  it('from a fetch, as the cause, where it has a header of the call in it', async () => {
    const cause = new Error('The repro of fetch failed.');
    const headers = { 'x-client': 'repro', 'x-requested-with': 'fetch' };
    const call = api({ ...observedFetch(cause), headers }).validatePasswordReset({ params });
    await expect(call).rejects.toSatisfy((error) => (error as Error).cause === cause);
  });
});

it('a media type compares without regard to case and to parameters', async () => {
  const response = new Response('{"reset_token":"x"}', { headers: { 'content-type': 'Application/JSON ; charset=utf-8' } });
  const result = await createClient({ baseUrl: 'http://api.test', ...observedFetch(response) }).resetPassword({
    body: { email },
  });
  expect(result.ok && result.data).toEqual({ reset_token: 'x' });
});

describe('no error repeats a secret', () => {
  const token = 'a0f17278bed479ee719ea890b8caf0329e1f3e5b';
  const resetToken = 'G7Twé Vkds0&DLYnfAuP';
  const body = JSON.stringify({ email });
  const secrets = [token, resetToken, encodeURIComponent(resetToken), email, encodeURIComponent(email)];

  /** All texts that a log could write for an error. */
  const printed = (error: unknown): string =>
    [
      String(error),
      JSON.stringify(error),
      inspect(error, { depth: 9, showHidden: true, getters: true }),
      (error as Error).stack,
    ].join('\n');

  const failures: Array<[what: string, fetch: (request: Request) => Promise<Response>]> = [
    ['an undocumented status', () => Promise.resolve(new Response(`${email} ${resetToken}`, { status: 500 }))],
    ['a message with the URL', ({ url }) => Promise.reject(new Error(`error sending request for ${url}`))],
    ['a message with a header', ({ headers }) => Promise.reject(new TypeError(`refused: ${headers.get('authorization') ?? ''}`))],
    ['a cause with the URL', ({ url }) => Promise.reject(new TypeError('failed', { cause: { input: url, code: 'ERR_X' } }))],
    ['a string', ({ url }) => Promise.reject(url)],
  ];

  it.each(failures)('of %s', async (_, fetch) => {
    for (const given of [token, () => Promise.resolve(token)]) {
      const api = createClient({ baseUrl: 'http://api.test', token: given, fetch });
      const error: unknown = await api
        .validatePasswordReset({ params: { query: { token: resetToken } } })
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ClientError);
      for (const secret of secrets) expect(printed(error)).not.toContain(secret);
    }
  });

  it('of a body, as JSON and as JSON in text', async () => {
    const fetch = (): Promise<Response> => Promise.reject(new Error(`cannot send ${email}`));
    const api = createClient({ baseUrl: 'http://127.0.0.1:1', fetch });
    const errors: unknown[] = await Promise.all([
      api.resetPassword({ body: { email } }).catch((thrown: unknown) => thrown),
      api.validatePasswordReset({ params: { query: { token: resetToken } }, body }).catch((thrown: unknown) => thrown),
    ]);
    for (const error of errors) expect(printed(error)).not.toContain(email);
  });

  it('of a token that no header can carry', async () => {
    const api = createClient({ baseUrl: 'http://api.test', token: `${token}\nx`, ...observedFetch(empty(204)) });
    const error: unknown = await api
      .validatePasswordReset({ params: { query: { token: resetToken } } })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    for (const secret of secrets) expect(printed(error)).not.toContain(secret);
  });

  it('of the body of a response', async () => {
    const broken = new Response(`{"reset_token":"${token}`, { headers: { 'content-type': 'application/json' } });
    const api = createClient({ baseUrl: 'http://api.test', ...observedFetch(broken) });
    const error: unknown = await api.resetPassword({ body: { email } }).catch((thrown: unknown) => thrown);
    expect(printed(error)).not.toContain(token.slice(0, 8));
  });

  it('of a base URL with a password', () => {
    expect(() => createClient({ baseUrl: 'https://me:thanosrocks@api.test' })).toThrow(
      'The baseUrl of createClient contains a user name or a password: use an absolute URL such as "https://api.example.com".',
    );
  });
});

describe.each([
  ['Node', createClient],
  ['a browser', browser.createClient],
])('on %s, a base URL is refused at once', (_, create) => {
  it.each([undefined, null, '', ' '])('that is missing: %j', (baseUrl) => {
    expect(() => create({ baseUrl } as ClientOptions)).toThrow(
      'The baseUrl of createClient is missing: use an absolute URL such as "https://api.example.com".',
    );
  });

  it.each(['api.test', '/api', 'localhost:4010', 'file:///etc', '//api.test'])('without http or https: %s', (baseUrl) => {
    expect(() => create({ baseUrl })).toThrow(
      'The baseUrl of createClient does not begin with http:// or https://: use an absolute URL such as "https://api.example.com".',
    );
  });
});

it('the body of an undocumented response is received, so that its connection is free again', async () => {
  const response = json(500, { detail: 'x' });
  const { fetch, requests } = observedFetch(response);
  await thrownBy({ fetch });
  expect(requests).toHaveLength(1);
});

describe('a fetch that is no async function', () => {
  it('may throw by itself: that is a ConnectionError, too', async () => {
    const cause = new Error('no network');
    const fetch = (): never => {
      throw cause;
    };
    expect(await thrownBy({ fetch })).toMatchObject({ ...called, name: 'ConnectionError', cause });
  });

  it('may return the response itself', async () => {
    const fetch = (() => empty(404)) as unknown as NonNullable<ClientOptions['fetch']>;
    const { status } = await createClient({ baseUrl: 'http://api.test', fetch }).resetPassword({ body: { email } });
    expect(status).toBe(404);
  });
});
