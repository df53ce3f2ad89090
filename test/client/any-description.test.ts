import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderClientFiles } from '../../src/build/generate/client-files.js';
import { createClient, type ClientOptions } from '../../src/client/index.js';
import type { Description, MediaType, Operation, SecurityScheme } from '../../src/description/types.js';
import { startMock } from '../../src/mock/index.js';
import { root } from '../support/command.js';
import { generatedClient } from '../support/generated-client.js';
import { empty, json, observedFetch } from './observed-fetch.js';

const library = join(root, 'test/any-description/library.yaml');

type Content = Record<string, MediaType>;
type Call = (init?: object) => Promise<{ status: number; data?: unknown; error?: unknown }>;

/** A client of any description, without its types. */
function clientOf(description: Description, options: ClientOptions): Record<string, Call> {
  return createClient({ ...generatedClient(description), ...options }) as unknown as Record<string, Call>;
}

/** A description of one GET, with the fields that a test needs. */
function oneOperation(operation: Operation, securitySchemes: Record<string, SecurityScheme> = {}): Description {
  return {
    openapi: '3.1.0',
    info: { title: 'One', version: '1.0.0' },
    paths: { '/one': { get: { operationId: 'one', responses: { 204: { description: 'Done' } }, ...operation } } },
    components: { securitySchemes },
  };
}

it('a description with path parameters, arrays, ranges and defaults is called against its mock', async () => {
  const mock = await startMock({ port: 0, description: library });
  const description = parse(await readFile(library, 'utf8')) as Description;
  const api = clientOf(description, { baseUrl: mock.url, token: 'abc' });
  try {
    expect(await api.listBooks?.({ params: { query: { tag: ['poetry', 'exile'] } } })).toMatchObject({
      status: 200,
      data: [{ id: 7 }],
    });
    expect(await api.listBooks?.({ headers: { Prefer: 'code=404' } })).toMatchObject({
      status: 404,
      error: { title: 'Refused' },
    });
    const params = { path: { id: 7, chapter: 'One' } };
    expect(await api.dropChapter?.({ params })).toMatchObject({ status: 204 });
    expect(await api.dropChapter?.({ params, token: undefined }).catch((error: unknown) => error)).toMatchObject({
      name: 'UndocumentedStatusError',
      status: 401,
    });
  } finally {
    await mock.close();
  }
});

describe('the documented statuses', () => {
  const description = oneOperation({
    responses: {
      200: { description: 'Text', content: { 'text/*': {} } },
      '4XX': { description: 'Problem', content: { 'application/problem+json': {} } },
      404: { description: 'None' },
      default: { description: 'Anything', content: { '*/*': {} } },
    },
  });
  const response = (status: number, type: string, body: string): Response =>
    new Response(body, { status, headers: { 'content-type': type } });

  it.each([
    ['a range of media types', response(200, 'text/csv', 'a;b'), { status: 200, ok: true, data: 'a;b' }],
    [
      'a range of statuses',
      response(409, 'application/problem+json', '{"title":"x"}'),
      { status: 409, ok: false, error: { title: 'x' } },
    ],
    ['a status before its range', response(404, 'application/problem+json', '{}'), { status: 404, ok: false }],
    ['the default for a failure', response(500, 'application/xml', '<x/>'), { status: 500, ok: false, error: '<x/>' }],
    ['the default for a success', response(201, 'application/json', '[1]'), { status: 201, ok: true, data: [1] }],
  ])('know %s', async (_, response, expected) => {
    const { fetch } = observedFetch(response);
    expect(await clientOf(description, { baseUrl: 'http://api.test', fetch }).one?.()).toEqual({
      ...expected,
      response: expect.any(Response) as Response,
    });
  });
});

describe('the token goes where the security scheme wants it', () => {
  const schemes: Array<[string, SecurityScheme, string, string | null]> = [
    ['bearer', { type: 'http', scheme: 'bearer' }, 'authorization', 'Bearer abc'],
    ['basic', { type: 'http', scheme: 'basic' }, 'authorization', 'Basic abc'],
    ['OAuth 2', { type: 'oauth2' }, 'authorization', 'Bearer abc'],
    ['OpenID Connect', { type: 'openIdConnect' }, 'authorization', 'Bearer abc'],
    ['a header of its own', { type: 'apiKey', in: 'header', name: 'X-Key' }, 'x-key', 'abc'],
    ['a cookie', { type: 'apiKey', in: 'cookie', name: 'session' }, 'cookie', 'session=abc'],
    ['the query, which is not served', { type: 'apiKey', in: 'query', name: 'key' }, 'authorization', null],
    ['a certificate, which is not served', { type: 'mutualTLS' }, 'authorization', null],
  ];

  it.each(schemes)('%s', async (_, scheme, header, value) => {
    const { fetch, requests } = observedFetch(empty(204));
    const description = oneOperation({ security: [{ scheme: [] }] }, { scheme });
    await clientOf(description, { baseUrl: 'http://api.test', fetch, token: 'abc' }).one?.();
    expect(requests[0]?.headers.get(header)).toBe(value);
  });

  it('the first of several that one token can serve', async () => {
    const { fetch, requests } = observedFetch(empty(204));
    const both: Record<string, SecurityScheme> = {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      bearer: { type: 'http', scheme: 'bearer' },
    };
    const description = oneOperation({ security: [{ key: [], bearer: [] }, { bearer: [] }] }, both);
    await clientOf(description, { baseUrl: 'http://api.test', fetch, token: 'abc' }).one?.();
    expect([requests[0]?.headers.get('x-key'), requests[0]?.headers.get('authorization')]).toEqual([null, 'Bearer abc']);
  });
});

describe('the body is written as its media type says', () => {
  it.each([
    ['application/json', { a: 'é' }, 'application/json', '{"a":"é"}'],
    ['application/merge-patch+json', { a: 1 }, 'application/merge-patch+json', '{"a":1}'],
    ['application/x-www-form-urlencoded', { a: '1 2' }, 'application/x-www-form-urlencoded', 'a=1+2'],
    ['text/plain', 'é', 'text/plain; charset=utf-8', 'é'],
    ['application/xml', '<a/>', 'application/xml', '<a/>'],
  ])('%s', async (mediaType, body, contentType, written) => {
    const { fetch, requests } = observedFetch(empty(204));
    const description = oneOperation({});
    description.paths = {
      '/one': {
        post: { operationId: 'one', requestBody: { content: { [mediaType]: {} } }, responses: { 204: { description: 'Done' } } },
      },
    };
    await clientOf(description, { baseUrl: 'http://api.test', fetch }).one?.({ body });
    expect([requests[0]?.headers.get('content-type'), await requests[0]?.text()]).toEqual([contentType, written]);
  });

  it('of several, as the Content-Type that is asked for says', async () => {
    const { fetch, requests } = observedFetch(json(200, {}));
    const description = oneOperation({});
    const content = { 'text/plain': {}, 'application/json': {} };
    description.paths = {
      '/one': { post: { operationId: 'one', requestBody: { content }, responses: { 200: { description: 'Done' } } } },
    };
    await clientOf(description, { baseUrl: 'http://api.test', fetch }).one?.({
      body: { a: 1 },
      headers: { 'content-type': 'application/json' },
    });
    expect(await requests[0]?.json()).toEqual({ a: 1 });
  });
});

it.each([
  [true, 'post', 2],
  [false, 'get', 1],
] as const)('x-idempotent: %s decides over the method %s', async (idempotent, method, sent) => {
  const { fetch, requests } = observedFetch(empty(503, { 'retry-after': '0' }));
  const description = oneOperation({});
  description.paths = {
    '/one': { [method]: { operationId: 'one', 'x-idempotent': idempotent, responses: { 503: { description: 'Busy' } } } },
  };
  await clientOf(description, { baseUrl: 'http://api.test', fetch, retries: 1 }).one?.();
  expect(requests).toHaveLength(sent);
});

describe('an operation with a name that means something to JavaScript', () => {
  const names = ['then', 'raw', 'with', 'toString', 'toJSON', '__proto__', 'constructor', 'hasOwnProperty', 'valueOf'];
  const paths = Object.fromEntries(
    names.map((operationId) => [`/${operationId}`, { get: { operationId, responses: { 204: { description: 'Done' } } } }]),
  );
  const { fetch, requests } = observedFetch(empty(204));
  const api = clientOf({ ...oneOperation({}), paths }, { baseUrl: 'http://api.test', fetch });

  it('breaks no client: it can be awaited, printed and inspected', async () => {
    expect(await Promise.resolve(api)).toBe(api);
    expect(Object.prototype.hasOwnProperty.call(api, 'toString')).toBe(false);
    expect(JSON.stringify(api)).toContain('{');
    expect(Object.getPrototypeOf(api)).toBe(Object.prototype);
    expect(api.raw).toMatchObject({ GET: expect.any(Function) as unknown });
    expect(requests).toEqual([]);
  });

  it.each(names)('is called: %s', async (name) => {
    const method = ['then', 'raw', 'with', 'toString', 'toJSON'].includes(name) ? `${name}_` : name;
    expect(Object.hasOwn(api, method)).toBe(true);
    expect(await api[method]?.()).toMatchObject({ status: 204 });
    expect(requests.at(-1)?.url).toBe(`http://api.test/${name}`);
  });
});

describe('the files of a generated client', () => {
  it('takes the first server, its variables filled in', () => {
    const description = {
      ...oneOperation({}),
      servers: [{ url: 'https://{region}.test/v1', variables: { region: { default: 'eu' } } }],
    };
    expect(renderClientFiles(description, 'client')['operations.ts']).toContain('baseUrl: string = "https://eu.test/v1"');
  });

  it('quotes names that are no identifiers, and cannot be ended by a comment', () => {
    const files = renderClientFiles(oneOperation({ operationId: 'one/two', description: 'Ends */ here' }), 'client');
    expect(files['operations.ts']).toContain('    "one/two": {\n      path: "/one",');
    expect(files['each-operation.ts']).toContain(
      'export const oneTwo: TypedOperation<Methods["one/two"]> = {\n  operationId: "one/two",',
    );
    expect(files['methods.d.ts']).toContain('  "one/two"<Parse');
    expect(files['methods.d.ts']).toContain('Ends *\\/ here');
  });

  describe('imports what only some operations need with those that need it', () => {
    const plain: Content = { 'application/json': {}, 'application/problem+json': {}, 'text/html': {}, 'image/png': {} };
    it.each<[content: Content, body: Content | undefined, imported: string]>([
      [plain, undefined, ''],
      [plain, { 'application/json': {} }, ''],
      [plain, { 'text/csv': {} }, ''],
      [plain, { 'application/xml': {} }, 'mediaTypes'],
      [plain, { 'application/json': {}, 'text/csv': {} }, 'createSerializers'],
      [plain, { 'multipart/form-data': {} }, 'createSerializers, mediaTypes'],
      [{ 'application/x-ndjson': {} }, undefined, 'mediaTypes'],
      [{ 'application/stream+json': {} }, undefined, 'mediaTypes'],
      [{ 'image/*': {} }, undefined, 'mediaTypes'],
    ])('%j, %j', (content, requestBody, imported) => {
      const description = oneOperation({
        responses: { 200: { description: 'Done', content } },
        ...(requestBody && { requestBody: { content: requestBody } }),
      });
      const text = renderClientFiles(description, 'client')['each-operation.ts'];
      expect(/^import \{ (.*) \} from 'client';$/m.exec(text)?.[1] ?? '').toBe(imported);
    });
  });

  it('looks up a range in whichever case the description writes it', async () => {
    const { fetch } = observedFetch(json(404, { a: 1 }));
    const description = oneOperation({ responses: { '4xx': { description: 'Problem', content: { 'application/json': {} } } } });
    expect(await clientOf(description, { baseUrl: 'http://api.test', fetch }).one?.()).toMatchObject({ error: { a: 1 } });
  });

  it('imports the client from the module that it is given', () => {
    for (const text of Object.values(renderClientFiles(oneOperation({}), '@example/client'))) {
      expect(text).toContain("from '@example/client';");
      expect(text).not.toContain('src/client');
    }
  });
});
