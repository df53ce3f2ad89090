import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createMock } from '../../../src/mock/index.js';

/** The response of a mock with one operation that has this response. */
async function responseOf(
  response: object,
  headers: Record<string, string> = {},
  components: object = {},
  openapi = '3.2.0',
): Promise<Response> {
  const responses = { 200: { description: 'OK', ...response } };
  const paths = { '/a': { get: { responses } } };
  const mock = await createMock({ description: { openapi, info: { title: 'T', version: '1' }, paths, components } });
  return mock.fetch('http://mock/a', { headers });
}

const pet = {
  type: 'object',
  properties: {
    id: { type: 'integer', example: 1, xml: { attribute: true } },
    name: { type: 'string', example: 'a & "b"', xml: { name: 'title' } },
    tags: { type: 'array', items: { type: 'string', example: 'x', xml: { name: 'tag' } } },
  },
};
const tags = { type: 'array', xml: { wrapped: true }, items: { type: 'string', example: 'x', xml: { name: 'tag' } } };

test.each<[string, object, string]>([
  [
    'attributes, names, a list',
    { ...pet, xml: { name: 'pet' } },
    '<pet id="1"><title>a &#38; &#34;b&#34;</title><tag>x</tag></pet>',
  ],
  ['a component', { $ref: '#/components/schemas/Pet' }, '<Pet id="1"><title>a &#38; &#34;b&#34;</title><tag>x</tag></Pet>'],
  ['a wrapped list', { type: 'object', xml: { name: 'a' }, properties: { tags } }, '<a><tags><tag>x</tag></tags></a>'],
  [
    'a namespace',
    {
      type: 'object',
      xml: { name: 'a', namespace: 'urn:a', prefix: 'p' },
      properties: { b: { type: 'string', example: 'x', xml: { prefix: 'p' } } },
    },
    '<p:a xmlns:p="urn:a"><p:b>x</p:b></p:a>',
  ],
  [
    'a part of allOf',
    {
      allOf: [{ type: 'object', properties: { b: { type: 'integer', example: 1, xml: { attribute: true } } } }],
      xml: { name: 'a' },
    },
    '<a b="1"></a>',
  ],
  [
    'node types',
    {
      type: 'object',
      xml: { name: 'a' },
      properties: {
        b: { type: 'string', example: 'x', xml: { nodeType: 'attribute' } },
        c: { type: 'string', example: 'y', xml: { nodeType: 'text' } },
      },
    },
    '<a b="x">y</a>',
  ],
])('XML is written by its XML Objects: %s', async (_, schema, expected) => {
  const response = await responseOf({ content: { 'application/xml': { schema } } }, {}, { schemas: { Pet: pet } });
  expect(await response.text()).toBe(expected);
});

test.each<[string, object, string]>([
  ['application/jsonl', { itemSchema: { const: 4 } }, '4\n'],
  ['application/json-seq', { example: [1, { a: 2 }] }, '\u001e1\n\u001e{"a":2}\n'],
  ['text/event-stream', { example: [{ event: 'made', data: 'a\nb' }] }, 'event: made\ndata: a\ndata: b\n\n'],
  ['application/yaml', { example: { a: [1] } }, 'a:\n  - 1\n'],
  ['application/json', { examples: { one: { serializedValue: '{ "a": 1 }' } } }, '{ "a": 1 }'],
])('a body of %s is written in its form', async (mediaType, media, expected) => {
  const response = await responseOf({ content: { [mediaType]: media } });
  expect([response.headers.get('content-type'), await response.text(), response.headers.get('sl-violations')]).toEqual([
    mediaType,
    expected,
    null,
  ]);
});

const object = { type: 'object', required: ['a'], properties: { a: { const: 4 } } };
test.each<[string, object, string]>([
  ['application/x-ndjson', { schema: object }, '{"a":4}\n'],
  ['application/json-seq', { schema: object }, '\u001e{"a":4}\n'],
  ['text/event-stream', { schema: object }, 'data: {"a":4}\n\n'],
  ['text/event-stream', { schema: { ...object, required: ['data'], properties: { data: { const: 'x' } } } }, 'data: x\n\n'],
  ['text/event-stream', { schema: object, example: { a: 4 } }, 'data: {"a":4}\n\n'],
])('before OpenAPI 3.2, a body of %s is made by the schema of an item', async (mediaType, media, expected) => {
  const response = await responseOf({ content: { [mediaType]: media } }, {}, {}, '3.1.0');
  expect([await response.text(), response.headers.get('sl-violations')]).toEqual([expected, null]);
});

test('a form is written in fields', async () => {
  const media = { example: { a: [1, 2], b: 'x y', c: [3, 4] }, encoding: { c: { style: 'pipeDelimited' } } };
  const response = await responseOf({ content: { 'application/x-www-form-urlencoded': media } });
  expect(await response.text()).toBe('a=1&a=2&b=x+y&c=3%7C4');
});

const field = (name: string, lines: string[], text: string): string =>
  ['', `Content-Disposition: form-data; name="${name}"`, ...lines, '', text, ''].join('\r\n');
const file = (schema: object): object => ({ type: 'object', required: ['a'], properties: { a: { type: 'string', ...schema } } });
test.each<[mediaType: string, media: object, parts: string[], boundary?: string]>([
  ['multipart/form-data', { schema: object }, [field('a', [], '4')]],
  ['multipart/mixed', { schema: object }, [field('a', [], '4')]],
  [
    'multipart/form-data',
    { schema: file({ contentEncoding: 'base64', const: 'YQ==' }) },
    [field('a', ['Content-Type: application/octet-stream'], 'YQ==')],
  ],
  [
    'multipart/form-data',
    {
      schema: file({ const: 'x' }),
      encoding: { a: { contentType: 'image/*', headers: { 'X-A': { required: true, schema: { const: 1 } } } } },
    },
    [field('a', ['Content-Type: image/png', 'X-A: 1'], 'x')],
  ],
  [
    'multipart/form-data',
    { example: { a: [1, 'x'], b: { c: 2n ** 60n } } },
    [field('a', [], '1'), field('a', [], 'x'), field('b', ['Content-Type: application/json'], '{"c":1152921504606846976}')],
  ],
  ['multipart/mixed', { itemSchema: object }, ['\r\nContent-Type: application/json\r\n\r\n{"a":4}\r\n']],
  ['multipart/related', { schema: { type: 'string' } }, ['\r\n\r\nstring\r\n']],
  ['multipart/mixed', { example: 'none\n--x\n\na\r\n--x--' }, ['none\r\n', '\r\n\r\na\r\n'], 'x'],
  ['multipart/form-data', { example: { a: 'form-boundary' } }, [field('a', [], 'form-boundary')], 'form-boundary-'],
  ['multipart/mixed; boundary="a b"', { example: ['x'] }, ['\r\n\r\nx\r\n'], 'a b'],
  ['multipart/mixed', { example: '--a b\r\n\r\nx\r\n--a b--' }, ['', '\r\n\r\nx\r\n'], 'a b'],
])(
  'a body of %s is written in parts, which its boundary divides',
  async (mediaType, media, parts, boundary = 'form-boundary') => {
    const response = await responseOf({ content: { [mediaType]: media } });
    const type = mediaType.split(';')[0] ?? '';
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe(`${type}; boundary=${boundary.includes(' ') ? `"${boundary}"` : boundary}`);
    expect(response.headers.get('sl-violations')).toBe(null);
    expect(
      text
        .replace(/--(\r\n)?$/, '')
        .split(`--${boundary}`)
        .slice(parts[0]?.startsWith('\r\n') ? 1 : 0, -1),
    ).toEqual(parts);
  },
);

const problemOf = (status: object): object => ({ type: 'object', required: ['status'], properties: { status } });
test.each<[code: number, mediaType: string, schema: object, status: unknown]>([
  [404, 'application/problem+json', problemOf({ type: 'integer' }), 404],
  [404, 'application/problem+json; charset=utf-8', problemOf({ type: 'number', minimum: 400 }), 404],
  [404, 'application/problem+json', problemOf({ const: 499 }), 499],
  [404, 'application/problem+json', problemOf({ type: 'string', const: 'x' }), 'x'],
  [404, 'application/json', problemOf({ const: 1 }), 1],
  [
    404,
    'application/problem+json',
    { type: 'object', properties: { title: { type: 'string' } }, additionalProperties: false },
    undefined,
  ],
  [296, 'application/problem+json', problemOf({ const: 1 }), 1],
])('with the status %i, a body of %s and of the schema %j has the status %j', async (code, mediaType, schema, status) => {
  const responses = { default: { description: 'One', content: { [mediaType]: { schema } } } };
  const description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/a': { get: { responses } } } };
  const mock = await createMock({ description });
  for (const prefer of [`code=${code}`, `code=${code}, dynamic=true`]) {
    expect(((await (await mock.fetch('http://mock/a', { headers: { prefer } })).json()) as { status: unknown }).status).toBe(
      status,
    );
  }
});

test.each<[string, object, string | null]>([
  ['a list', { schema: { type: 'array', items: { type: 'string' } }, example: ['a', 'b'] }, 'a,b'],
  ['an object', { schema: { type: 'object' }, example: { a: 1, b: 2 } }, 'a,1,b,2'],
  ['an exploded object', { schema: { type: 'object' }, explode: true, example: { a: 1, b: 2 } }, 'a=1,b=2'],
  ['a list that is made', { schema: { type: 'array', items: { const: 7 } } }, '7'],
  ['a truth value that is made', { schema: { type: 'boolean' } }, 'true'],
  ['JSON', { content: { 'application/json': { example: { a: 1 } } } }, '{"a":1}'],
  ['an empty object', { schema: { type: 'object' } }, null],
])('a header of %s is written in the style simple', async (_, header, expected) => {
  const response = await responseOf({ headers: { 'X-A': header } });
  expect([response.headers.get('x-a'), response.headers.get('sl-violations')]).toEqual([expected, null]);
});

test.each<[string, Record<string, string>, number, string | null]>([
  ['*/*', {}, 200, 'application/json'],
  ['*/*', { accept: 'text/plain' }, 200, 'text/plain'],
  ['*/*', { accept: 'application/vnd.a+json;q=0.5, text/csv' }, 200, 'text/csv'],
  ['application/*', { accept: 'text/plain' }, 406, 'application/problem+json'],
  ['text/*', { accept: '*/*' }, 200, 'text/plain'],
  ['application/json', { accept: '*/*;q=0' }, 406, 'application/problem+json'],
  ['application/json', { accept: 'application/json;q=0, */*' }, 406, 'application/problem+json'],
])('of %s, with %j, the response has status %i and type %s', async (mediaType, headers, status, expected) => {
  const response = await responseOf({ content: { [mediaType]: { example: 'a' } } }, headers);
  expect([response.status, response.headers.get('content-type')]).toEqual([status, expected]);
});

test('a callback goes to the address in the body of the request, with its example', async ({ onTestFinished }) => {
  const received: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => received.push(`${request.method} ${request.url} ${chunk.toString()}`));
    request.on('end', () => response.end());
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const made = {
    post: {
      requestBody: { content: { 'application/json': { example: { made: true } } } },
      responses: { 204: { description: 'OK' } },
    },
  };
  const post = {
    requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
    responses: { 200: { description: 'OK' } },
    callbacks: { made: { '{$request.body#/url}': made } },
  };
  const mock = await createMock({ description: { openapi: '3.1.0', paths: { '/a': { post } } } });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/made`;
  const called = once(server, 'request');
  const body = JSON.stringify({ url });
  expect(
    (await mock.fetch('http://mock/a', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status,
  ).toBe(200);
  await called;
  await expect.poll(() => received).toEqual(['POST /made {"made":true}']);
});

test.each<[documented: string[], status: number]>([
  [['400', '200', '201'], 200],
  [['400', '2XX'], 200],
  [['302', '400'], 302],
  [['3XX', '400'], 300],
  [['302', 'default'], 302],
  [['404', 'default'], 200],
  [['default'], 200],
  [['500', '404'], 404],
])('of the responses %j a valid request gets %i', async (documented, status) => {
  const responses = Object.fromEntries(documented.map((key) => [key, { description: 'One' }]));
  const paths = { '/a': { get: { responses } } };
  const mock = await createMock({ description: { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths } });
  expect((await mock.fetch('http://mock/a')).status).toBe(status);
});
