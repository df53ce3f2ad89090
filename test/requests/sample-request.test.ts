import { describe, expect, it } from 'vitest';
import { fullUrl, inputsWithoutExample, sampleRequest, type SampleRequest } from '../../src/requests/sample-request.js';
import { triggeringRequest } from '../../src/requests/triggering-request.js';
import { succeeds, triggers } from '../../src/requests/triggers.js';
import { bodyOf, describing } from './described.js';

function requestOf(
  fields: object,
  { components = {}, path = '/a', exampleName = undefined as string | undefined } = {},
): SampleRequest | undefined {
  const { description, operation } = describing(fields, components, path);
  return sampleRequest(description, operation, exampleName);
}

const query = (fields: object): object => ({ name: 'q', in: 'query', ...fields });
const one = { one: { value: 'b' }, two: { value: 'c' } };

describe('the example of an input', () => {
  it.each<[string, object, string | undefined]>([
    ['its own, before that of its schema', { example: 'a', schema: { example: 'b' } }, 'q=a'],
    ['of its schema, before the first of the list', { schema: { example: 'a', examples: ['b'] } }, 'q=a'],
    ['the first of the list, before the default', { schema: { examples: ['a', 'b'], default: 'c' } }, 'q=a'],
    ['the default', { schema: { default: 'c' } }, 'q=c'],
    ['the next one, where one is null', { example: null, schema: { examples: [null], default: 'c' } }, 'q=c'],
    ['none, where the only one is null', { schema: { default: null } }, ''],
    ['of a schema that it refers to', { schema: { $ref: '#/components/schemas/A' } }, 'q=d'],
    ['of its media type', { content: { 'text/plain': { example: 'e' } } }, 'q=e'],
    ['none', { schema: {} }, ''],
    ['none, where it is required', { required: true, schema: {} }, undefined],
    ['the first of those with names', { examples: one }, 'q=b'],
    ['the first of those with names, where it is required', { required: true, examples: one }, 'q=b'],
  ])('is %s', (_, fields, search) => {
    const components = { schemas: { A: { example: 'd' } } };
    expect(requestOf({ parameters: [query(fields)] }, { components })?.search).toBe(search);
  });

  it.each<[string, object, string]>([
    ['the one of the name', { examples: one }, 'q=c'],
    ['none, where those of it have other names', { examples: { other: { value: 'd' } } }, ''],
    [
      'the first, where those of it have other names and it is required',
      { required: true, examples: { other: { value: 'd' } } },
      'q=d',
    ],
    ['its only one', { example: 'e' }, 'q=e'],
  ])('by a name is %s', (_, fields, search) => {
    expect(requestOf({ parameters: [query(fields)] }, { exampleName: 'two' })?.search).toBe(search);
  });

  it('is that of the same name as the first of the body', () => {
    const fields = { parameters: [query({ examples: one })], ...bodyOf('text/plain', { examples: { two: { value: 'd' } } }) };
    expect(requestOf(fields)).toMatchObject({ search: 'q=c', body: { text: 'd' } });
  });
});

it('each input is where the description has it, encoded as its place asks', () => {
  const request = requestOf(
    {
      operationId: 'find',
      security: [{ Header: [], Cookie: [], Query: [] }, { Other: [] }],
      parameters: [
        { name: 'id', in: 'query', example: 'z' },
        { name: 'id', in: 'path', required: true, example: 'a/b' },
        { name: 'nothing', in: 'path', required: true, example: [] },
        { name: 'q', in: 'query', example: 'x y' },
        { name: 'list', in: 'query', explode: false, example: ['1', '2'] },
        { name: 'X-A', in: 'header', example: 'a b' },
        { name: 'c', in: 'cookie', example: 'a;b' },
        { name: 'none', in: 'query', schema: {} },
      ],
      responses: {
        '2XX': { description: 'Fine', content: { 'text/plain': {} } },
        200: { description: 'Fine' },
        299: { description: 'Fine', content: { 'text/plain': {} } },
        201: { description: 'Fine', content: { 'text/plain': {} } },
      },
    },
    {
      path: '/a/{id}/{id}/{nothing}',
      components: {
        securitySchemes: {
          Header: { type: 'http', scheme: 'bearer', 'x-example': 'to ken' },
          Cookie: { type: 'apiKey', in: 'cookie', name: 'key', 'x-example': 'k y' },
          Query: { type: 'apiKey', in: 'query', name: 'key' },
          Other: { type: 'mutualTLS' },
        },
      },
    },
  );
  expect(request).toEqual({
    operationId: 'find',
    method: 'POST',
    server: 'https://a.example/base',
    url: 'https://a.example/base/a/a%2Fb/a%2Fb/',
    query: [
      ['id', 'z'],
      ['q', 'x y'],
      ['list', '1,2'],
      ['key', 'your-Query'],
    ],
    search: 'id=z&q=x%20y&list=1,2&key=your-Query',
    headers: [
      ['X-A', 'a b'],
      ['Authorization', 'Bearer to ken'],
      ['Cookie', 'c=a%3Bb; key=k%20y'],
    ],
    body: undefined,
    parameters: [
      { in: 'query', name: 'id', value: 'z' },
      { in: 'path', name: 'id', value: 'a/b' },
      { in: 'path', name: 'nothing', value: [] },
      { in: 'query', name: 'q', value: 'x y' },
      { in: 'query', name: 'list', value: ['1', '2'] },
      { in: 'header', name: 'X-A', value: 'a b' },
      { in: 'cookie', name: 'c', value: 'a;b' },
    ],
    token: 'to ken',
    successWithBody: 201,
  });
});

it('a parameter that is the whole query is one of the query', () => {
  const content = { 'application/x-www-form-urlencoded': { example: { a: 'x y', b: '1' } } };
  const request = requestOf({ parameters: [{ name: 'all', in: 'querystring', content }] });
  expect(request?.search).toBe('a=x%20y&b=1');
  expect(request?.query).toEqual([
    ['a', 'x y'],
    ['b', '1'],
  ]);
  expect(request?.parameters).toEqual([{ in: 'query', name: 'all', value: { a: 'x y', b: '1' } }]);
});

it('a whole query of another type has no names', () => {
  const request = requestOf({ parameters: [{ name: 'all', in: 'querystring', content: { 'text/plain': { example: 'x y' } } }] });
  expect([request?.search, request?.query]).toEqual(['x%20y', [['x y', '']]]);
});

it('a URL has its query, where there is one', () => {
  expect(fullUrl({ url: 'https://a.example', search: '' })).toBe('https://a.example');
  expect(fullUrl({ url: 'https://a.example', search: 'a=b' })).toBe('https://a.example?a=b');
});

it.each<[string, object, unknown]>([
  ['JSON', { 'application/json': { example: { a: 1 } } }, ['application/json', '{\n  "a": 1\n}', { a: 1 }]],
  ['JSON, in capitals', { 'Application/JSON; v=1': { example: 'a' } }, ['Application/JSON; v=1', '"a"', 'a']],
  ['the null of JSON', { 'application/json': { example: null } }, ['application/json', 'null', null]],
  ['a named null', { 'application/json': { examples: { one: { value: null } } } }, ['application/json', 'null', null]],
  ['the null of a schema', { 'application/json': { schema: { examples: [null, 1] } } }, ['application/json', 'null', null]],
  ['a dialect of JSON', { 'application/merge-patch+json': { example: [] } }, ['application/merge-patch+json', '[]', []]],
  ['a sequence of JSON, as text', { 'application/jsonl': { example: '1' } }, ['application/jsonl', '1', undefined]],
  [
    'JSON of another kind, as text',
    { 'text/application/json': { example: '1' } },
    ['text/application/json; charset=utf-8', '1', undefined],
  ],
  [
    'a form',
    { 'application/x-www-form-urlencoded': { example: { a: 'b c&', d: [1, 2] } } },
    ['application/x-www-form-urlencoded', 'a=b+c%26&d=1&d=2', undefined],
  ],
  [
    'a form as text',
    { 'application/x-www-form-urlencoded': { example: 'a=b' } },
    ['application/x-www-form-urlencoded', 'a=b', undefined],
  ],
  [
    'a form with a parameter',
    { 'application/x-www-form-urlencoded; charset=utf-8': { example: { a: 'b' } } },
    ['application/x-www-form-urlencoded; charset=utf-8', 'a=b', undefined],
  ],
  ['a form of a number', { 'application/x-www-form-urlencoded': { example: 1 } }, undefined],
  ['text', { 'text/plain': { example: 'a' } }, ['text/plain; charset=utf-8', 'a', undefined]],
  ['text with a charset', { 'text/plain; Charset=latin1': { example: 'a' } }, ['text/plain; Charset=latin1', 'a', undefined]],
  ['bytes', { 'image/png': { example: 'a' } }, ['image/png', 'a', undefined]],
  ['no text', { 'image/png': { example: 1 } }, undefined],
  ['an object where bytes are', { 'image/png': { example: {} } }, undefined],
  [
    'a form in parts with a parameter',
    { 'multipart/form-data; boundary=x': { example: {} } },
    ['multipart/form-data; boundary=form-boundary', '--form-boundary--\r\n', undefined],
  ],
  ['a form in parts, as text', { 'multipart/form-data': { example: 'a' } }, ['multipart/form-data', 'a', undefined]],
  ['no example', { 'text/plain': {} }, undefined],
  ['the first of two', { 'text/a': { example: 'a' }, 'text/b': { example: 'b' } }, ['text/a; charset=utf-8', 'a', undefined]],
])('the body is %s', (_, content, expected) => {
  const body = requestOf({ requestBody: { content } })?.body;
  expect(body && [body.contentType, body.text, body.json]).toEqual(expected);
  const required = requestOf({ requestBody: { required: true, content } });
  expect(required?.body?.text).toBe(body?.text);
  expect(required === undefined).toBe(expected === undefined);
});

it('the header of the body says its media type, that of a form in parts with its boundary', () => {
  const request = requestOf(bodyOf('Multipart/Form-Data', { example: { a: 'b', c: { d: 1 } } }));
  expect(request?.headers).toEqual([['Content-Type', 'multipart/form-data; boundary=form-boundary']]);
  expect(request?.body?.text).toBe(
    [
      ...['--form-boundary', 'Content-Disposition: form-data; name="a"', '', 'b'],
      ...['--form-boundary', 'Content-Disposition: form-data; name="c"', 'Content-Type: application/json', '', '{"d":1}'],
      ...['--form-boundary--', ''],
    ].join('\r\n'),
  );
});

it.each<[string, object, string[]]>([
  ['nothing', {}, []],
  [
    'parameters',
    {
      parameters: [
        query({ required: true, schema: {} }),
        query({ name: 'r', schema: {} }),
        { name: 'X', in: 'header', required: true },
      ],
    },
    ['query parameter q', 'header parameter X'],
  ],
  ['a body', bodyOf('application/json', {}), ['body application/json']],
  ['a body that may be missing', { requestBody: { content: { 'application/json': {} } } }, []],
  ['a body of no type', { requestBody: { required: true, content: {} } }, []],
  ['a body that cannot be written', bodyOf('image/png', { example: 1 }), ['body image/png']],
  [
    'none of an input with one',
    { parameters: [query({ required: true, examples: one })], ...bodyOf('text/plain', { examples: one }) },
    [],
  ],
])('the inputs without an example are named: %s', (_, fields, expected) => {
  const { description, operation } = describing(fields);
  expect(inputsWithoutExample(description, operation)).toEqual(expected);
  expect(inputsWithoutExample(description, operation, 'other')).toEqual(expected);
});

describe('the request that triggers a response', () => {
  const operationOf = (): ReturnType<typeof describing> =>
    describing(
      {
        ...bodyOf('application/json', { example: { a: 1 } }),
        security: [{ Key: [] }],
        responses: Object.fromEntries(['201', '401', '415', '4XX', 'default'].map((status) => [status, { description: 'So' }])),
      },
      { securitySchemes: { Key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
    );
  const key = ['X-Key', '<Key>'];
  const type = ['Content-Type', 'application/json'];

  it.each([
    ['201', 201, true, [key, type]],
    ['401', 401, false, [type]],
    ['415', 415, false, [key, ['Content-Type', 'application/octet-stream']]],
    ['4XX', 400, false, [key, type, ['Prefer', 'code=400']]],
    ['default', 500, false, [key, type, ['Prefer', 'code=500']]],
  ])('%s is that of the samples, changed as little as that takes', (response, status, success, headers) => {
    const { description, operation } = operationOf();
    const trigger = triggers(description, operation).find((known) => known.response === response);
    if (!trigger) throw new Error('Nothing triggers it.');
    expect([trigger.status, succeeds(trigger)]).toEqual([status, success]);
    const request = triggeringRequest(description, operation, trigger);
    expect(request?.headers).toEqual(headers);
    expect(request?.body?.contentType).toBe(headers.find(([name]) => name === 'Content-Type')?.[1]);
    expect(request?.body?.text).toBe('{\n  "a": 1\n}');
  });

  it('of another media type has a body where the operation has no example of one', () => {
    const { description, operation } = describing({ requestBody: { content: { 'text/plain': {} } } });
    const by = { kind: 'other media type', mediaType: 'a/b' } as const;
    expect(triggeringRequest(description, operation, { response: '415', status: 415, by })).toMatchObject({
      headers: [['Content-Type', 'a/b']],
      body: { text: '?', contentType: 'a/b' },
    });
  });

  it('by an example has the values of it', () => {
    const { description, operation } = describing({ parameters: [query({ examples: one })] });
    const by = { kind: 'example', name: 'two' } as const;
    expect(triggeringRequest(description, operation, { response: '400', status: 400, by })?.search).toBe('q=c');
    expect(succeeds({ response: '400', status: 400, by })).toBe(false);
  });

  it.each(['other media type', 'Prefer header', 'valid request'] as const)('is none where an example is missing: %s', (kind) => {
    const { description, operation } = describing({ parameters: [query({ required: true })] });
    const by = kind === 'other media type' ? { kind, mediaType: 'a/b' } : { kind };
    expect(triggeringRequest(description, operation, { response: '400', status: 400, by })).toBeUndefined();
  });
});

it.each([
  [['204', '302'], '204', true],
  [['301', '302'], '301', true],
  [['400', '302'], '302', true],
  [['301', '302'], '302', false],
  [['400', '3XX'], '3XX', false],
  [['199', '400'], '199', false],
  [['300', '201'], '300', false],
])('of %s a valid request gets %s: %s', (statuses, response, isPlain) => {
  const responses = Object.fromEntries(statuses.map((status) => [status, { description: 'So' }]));
  const { description, operation } = describing({ responses });
  const trigger = triggers(description, operation).find((known) => known.response === response);
  expect(trigger?.by.kind).toBe(isPlain ? 'valid request' : 'Prefer header');
  expect(trigger && succeeds(trigger)).toBe(isPlain);
});

it('a response has the examples that lead to it, and none of them is a plain request', () => {
  const content = (name: string): object => ({ 'text/plain': { examples: { [name]: { value: 'a' } } } });
  const { description, operation } = describing({
    parameters: [query({ examples: one })],
    responses: {
      200: { description: 'Fine' },
      404: { description: 'No', content: content('two') },
      409: { description: 'No', content: content('one') },
    },
  });
  expect(triggers(description, operation).map(({ status, by }) => [status, by])).toEqual([
    [200, { kind: 'Prefer header' }],
    [404, { kind: 'example', name: 'two' }],
    [409, { kind: 'example', name: 'one' }],
  ]);
});
