import { expect, test } from 'vitest';
import type { VerifyOptions } from '../../src/verify/verify.js';
import { verified, type Respond } from './any-server.js';

const description = {
  paths: {
    '/items/{id}': {
      put: {
        operationId: 'change',
        parameters: [
          { name: 'id', in: 'path', required: true, example: 7, schema: { type: 'integer', minimum: 1, maximum: 99 } },
          { name: 'tags', in: 'query', example: ['a'], schema: { type: 'array', maxItems: 2, items: { enum: ['a', 'b'] } } },
          { name: 'X-Day', in: 'header', required: true, example: '2026-01-31', schema: { type: 'string', format: 'date' } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Item' },
              example: { name: 'Ann', size: 2, parts: [{ code: 'AB' }] },
            },
          },
        },
        responses: { 204: { description: 'Changed' }, 400: { description: 'No' }, 415: { description: 'No such type' } },
      },
    },
  },
  components: {
    schemas: {
      Item: {
        type: 'object',
        required: ['name', 'parts'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', minLength: 2, maxLength: 5 },
          size: { type: 'number', exclusiveMinimum: 0, multipleOf: 2 },
          parts: {
            type: 'array',
            minItems: 1,
            items: { type: 'object', required: ['code'], properties: { code: { type: 'string', pattern: '^[A-Z]{2}$' } } },
          },
        },
      },
    },
  },
};

const spoiled = [
  'path id of another type',
  'path id too small',
  'path id too large',
  'query tags with too many items',
  'query tags.0 none of the documented values',
  'header X-Day missing',
  'header X-Day that is no date',
  'body missing',
  'body of another type',
  'body.name missing',
  'body.name too short',
  'body.name too long',
  'body.name null',
  'body.size too small',
  'body.size no multiple',
  'body.parts with too few items',
  'body.parts.0.code missing',
  'body.parts.0.code outside its pattern',
  'body with an unknown member',
  'body cut off',
  'body as text/plain',
  'body without a media type',
];

test('each input is spoiled in each way that its schema names, and a server that takes all of it is told each', async (context) => {
  const { kept, text } = await verified(context, { description }, (_request, server) => server.writeHead(204).end(), {
    invalid: true,
  });
  const accepted = [...text.matchAll(/✗ (.+) \d+ ms\n +status 204 accepted a request that is not valid/g)].map(
    ([, name]) => name,
  );
  expect(accepted).toEqual(expect.arrayContaining(spoiled));
  expect(text).toMatch(/✗ GET of the path \d+ ms\n +status 204 instead of 405/);
  expect(kept).toBe(false);
});

test.for([
  [400, true],
  [422, false],
  [500, false],
] as const)('a server that refuses all but the valid request with %i is as documented: %s', async ([status, isKept], context) => {
  const respond: Respond = (request, server) => {
    if (request.method !== 'PUT') return server.writeHead(405, { allow: 'PUT' }).end();
    const isValid =
      request.url === '/items/7?tags=a' &&
      request.headers['x-day'] === '2026-01-31' &&
      /"name":\s*"Ann",\s*"size":\s*2,\s*"parts":\s*\[\s*\{\s*"code":\s*"AB"\s*\}\s*\]\s*\}$/.test(request.body);
    const isJson = /^application\/json(;|$)/i.test(request.headers['content-type'] ?? '');
    return server.writeHead(isJson ? (isValid ? 204 : status) : 415).end();
  };
  const { kept, text } = await verified(context, { description }, respond, { invalid: true });
  expect(text).toContain('2 of 3 as documented, 0 different');
  expect(kept, text).toBe(isKept);
});

test('an operation that documents no refusal may refuse as HTTP has it, and is not named for it', async (context) => {
  const get = {
    parameters: [{ name: 'limit', in: 'query', required: true, example: 5, schema: { type: 'integer' } }],
    responses: { 204: { description: 'Fine' } },
  };
  const respond: Respond = ({ method, url }, server) => {
    if (method !== 'GET') return server.writeHead(405, { allow: 'GET' }).end();
    return server.writeHead(url === '/a?limit=5' ? 204 : 400).end();
  };
  const { kept, text } = await verified(context, { description: { paths: { '/a': { get } } } }, respond, { invalid: true });
  expect(text).toMatch(/✓ query limit missing \d+ ms\n +warning: status 400 is not documented/);
  expect(kept).toBe(true);
});

test('nothing invalid is sent to another host before it is confirmed, not even with a safe method', async (context) => {
  let requests = 0;
  const get = { operationId: 'ping', responses: { 204: { description: 'Pong' } } };
  const respond: Respond = (_request, server) => {
    requests += 1;
    return server.writeHead(204).end();
  };
  const options = { invalid: true, mayChange: false, server: 'http://host.invalid' };
  const { kept } = await verified(context, { description: { paths: { '/ping': { get } } } }, respond, options);
  expect(kept).toBe('What may change something was not sent: confirm it, or give --yes.');
  expect(requests).toBe(0);
});

test.for<[string, Partial<VerifyOptions>]>([
  ['alone', {}],
  ['with what is invalid', { invalid: true }],
])('a description that gives no request for any response is no success (%s)', async ([, options], context) => {
  const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
  const get = { parameters, responses: { 200: { description: 'Fine' } } };
  const respond: Respond = (_request, server) => server.writeHead(200).end();
  const { kept, text } = await verified(context, { description: { paths: { '/a/{id}': { get } } } }, respond, options);
  expect(text).toContain('0 of 1 as documented');
  expect(text).toContain('Nothing was asked of the server: that is no success.');
  expect(kept).toBe(false);
});
