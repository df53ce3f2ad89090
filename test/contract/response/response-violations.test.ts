import zlib, { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';
import { prepareOperations, type ContractOperation } from '../../../src/contract/operations.js';
import { responseViolations } from '../../../src/contract/response/response-violations.js';

const item = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
};
const description = {
  openapi: '3.1.0',
  info: { title: 'Items', version: '1.0.0' },
  security: [{ Key: [] }],
  paths: {
    '/items': {
      get: {
        responses: {
          200: {
            description: 'Items',
            headers: {
              'X-Total': { required: true, schema: { type: 'integer' } },
              'X-Pages': { schema: { type: 'array', items: { type: 'integer' } } },
              'Content-Type': { required: true, schema: { const: 'ignored' } },
            },
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/Items' } },
              'text/*': { schema: { type: 'string', maxLength: 5 } },
            },
          },
          202: { description: 'A number', content: { 'application/json': { schema: { type: 'number', minimum: 1 } } } },
          206: { description: 'A form', content: { 'application/x-www-form-urlencoded': { schema: item } } },
          203: { description: 'A file', content: { 'application/octet-stream': { schema: { type: 'string' } } } },
          204: { description: 'Nothing' },
          401: { description: 'Who are you?' },
          302: { description: 'Elsewhere' },
          409: { description: 'Taken', content: { 'application/problem+json': { schema: { type: 'object' } } } },
          '4XX': { description: 'Refused' },
          default: {
            description: 'Anything else',
            content: { 'application/json': { schema: { type: 'object', required: ['code'] } } },
          },
        },
      },
      delete: { responses: { 200: { description: 'Gone' } } },
    },
  },
  components: {
    schemas: { Items: { type: 'object', additionalProperties: item, properties: { first: item } } },
    securitySchemes: { Key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  },
} as unknown as Description;

/** Available since Node 22.15. */
const zstd = [(zlib as { zstdCompressSync?: (text: string) => Buffer }).zstdCompressSync ?? []].flat();

let operations: ContractOperation[];
beforeAll(() => {
  ({ operations } = prepareOperations(completeDescription(description).description));
});

const json = { 'content-type': 'application/json' };
const partial = 'Warning: body could not be validated: it is only a part of the content (RFC 9110, section 15.3.7).';
const total = { ...json, 'x-total': '1' };

async function violations(
  status: number,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
  method = 'GET',
): Promise<string[]> {
  const operation = operations.find(({ documented }) => documented.method === (method === 'HEAD' ? 'GET' : method));
  if (!operation) throw new Error(`There is no operation ${method}.`);
  const found = await responseViolations(operation, { status, headers, body: Buffer.from(body) }, method);
  return found.map(({ severity, message }) => `${severity}: ${message}`);
}

test.each<[string, number, Record<string, string>, string | Buffer]>([
  ['a form', 206, { 'content-type': 'application/x-www-form-urlencoded' }, 'id=1&tags=a&tags=b'],
  ['a body by its schema', 200, total, '{"first":{"id":1,"tags":["a"]}}'],
  [
    'a media type with parameters and in other letters',
    200,
    { ...total, 'content-type': 'Application/JSON; Charset="UTF-8"' },
    '{}',
  ],
  ['a media type by its range', 200, { ...total, 'content-type': 'text/csv' }, 'a,b'],
  ['a header that is a list', 200, { ...total, 'x-pages': '1,2' }, '{}'],
  ['a gzipped body', 200, { ...total, 'content-encoding': 'gzip' }, gzipSync('{}')],
  ['a body of two codings', 200, { ...total, 'content-encoding': 'gzip, br' }, brotliCompressSync(gzipSync('{}'))],
  ['a deflated body', 200, { ...total, 'content-encoding': 'deflate' }, deflateSync('{}')],
  [
    'a deflated body without its wrapper, as many servers send it',
    200,
    { ...total, 'content-encoding': 'deflate' },
    deflateRawSync('{}'),
  ],
  ...zstd.map((pack): [string, number, Record<string, string>, Buffer] => [
    'a body packed by zstd',
    200,
    { ...total, 'content-encoding': 'zstd' },
    pack('{}'),
  ]),
  ['a problem body of its status', 409, { 'content-type': 'application/problem+json; charset=utf-8' }, '{"status":409}'],
  ['a problem body without a status', 409, { 'content-type': 'application/problem+json' }, '{}'],
  ['a packed body of no bytes, where none is documented', 404, { 'content-encoding': 'gzip' }, gzipSync('')],
  ['no body that is called packed', 404, { 'content-encoding': 'gzip' }, ''],
  ['a number', 202, json, '1'],
  ['bytes of no text', 203, { 'content-type': 'application/octet-stream' }, Buffer.from([0, 255])],
  ['no content', 204, {}, ''],
  ['no content, of a status that has none', 204, { 'content-length': '1' }, 'a'],
  ...['utf8', 'UTF-8', '"utf-8"'].map((charset): [string, number, Record<string, string>, string] => [
    `JSON in ${charset}`,
    202,
    { 'content-type': `application/json; charset=${charset}` },
    '1',
  ]),
  ['text in another charset', 200, { ...total, 'content-type': 'text/csv; charset=latin1' }, 'a'],
  ['a status by its range', 404, {}, ''],
  ['a problem body that nobody documents', 404, { 'content-type': 'application/problem+json' }, '{"status":404}'],
  ['a status by the default', 503, json, '{"code":1}'],
  ['a member that only a problem body has', 503, json, '{"code":1,"status":1}'],
  ['a 401 with a challenge', 401, { 'www-authenticate': 'ApiKey realm="x"' }, ''],
])('%s is as documented', async (_, status, headers, body) => {
  expect(await violations(status, headers, body)).toEqual([]);
});

const form = 'application/x-www-form-urlencoded';
test.each<[type: string, range: string | undefined, body: string, expected: string[]]>([
  [form, 'bytes 0-1/4', 'i', [partial]],
  [form, 'bytes 2-3/4', '=1', [partial]],
  [form, 'bytes 0-3/*', 'i', [partial]],
  ['multipart/byteranges; boundary=b', undefined, '--b--', [partial]],
  [form, 'bytes 0-3/4', 'id=1', []],
  [form, 'bytes 0-4/5', 'tags=', ['Error: body.id is missing.']],
  [form, 'bytes 10-11/12', '=1', [partial]],
  [form, 'bytes 0-10/12', 'i', [partial]],
  ...['items 0-1/4', 'x bytes 0-1/4', 'bytes 0-1/4x', undefined].map((range): [string, string | undefined, string, string[]] => [
    form,
    range,
    'tags=',
    ['Error: body.id is missing.'],
  ]),
  ['text/plain', 'bytes 0-1/4', 'i', [`Error: header.content-type must be ${form}, not text/plain.`]],
])('of a 206 of the type %s with the range %s, a part of the content is not validated', async (type, range, body, expected) => {
  expect(await violations(206, { 'content-type': type, ...(range && { 'content-range': range }) }, body)).toEqual(expected);
});

test('a range of bytes is checked as documented', async () => {
  const bytes = { content: { 'application/octet-stream': { schema: { type: 'string', maxLength: 1 } } } };
  const paths = { '/a': { get: { responses: { 206: { description: 'A part', ...bytes } } } } };
  const [operation] = prepareOperations(
    completeDescription({ openapi: '3.1.0', paths } as unknown as Description).description,
  ).operations;
  const headers = { 'content-type': 'application/octet-stream', 'content-range': 'bytes 0-1/4' };
  const found = operation && (await responseViolations(operation, { status: 206, headers, body: Buffer.from('ab') }));
  expect(found?.map(({ rule }) => rule)).toEqual(['maxLength']);
});

test.each<[string, number, Record<string, string>, string | Buffer, string]>([
  [
    'a form without a field',
    206,
    { 'content-type': 'application/x-www-form-urlencoded' },
    'tags=a',
    'Error: body.id is missing.',
  ],
  [
    'a form with a text for a number',
    206,
    { 'content-type': 'application/x-www-form-urlencoded' },
    'id=a',
    'Error: body.id must be integer.',
  ],
  ['a missing header', 200, json, '{}', 'Error: header.x-total is missing.'],
  ['a header of another type', 200, { ...total, 'x-total': 'many' }, '{}', 'Error: header.x-total must be integer.'],
  ['an item of another type', 200, total, '{"first":{"id":1,"tags":[1]}}', 'Error: body.first.tags.0 must be string.'],
  ['a missing field, below a name that may be a secret', 200, total, '{"G7TwCq1":{}}', 'Error: body.*.id is missing.'],
  [
    'text that is too long',
    200,
    { ...total, 'content-type': 'text/plain' },
    'abcdef',
    'Error: body must NOT have more than 5 characters.',
  ],
  ['null, which Prism takes for no body', 202, json, 'null', 'Error: body must be number.'],
  ['0, which Prism takes for no body', 202, json, '0', 'Error: body must be >= 1.'],
  ['a body of the default by its schema', 503, json, '{}', 'Error: body.code is missing.'],
  ...['latin1', 'xutf-8', 'utf-88', 'utf--8'].map((charset): [string, number, Record<string, string>, string, string] => [
    `JSON in ${charset}`,
    202,
    { 'content-type': `application/json; charset=${charset}` },
    '1',
    'Error: header.content-type names another charset than UTF-8, which JSON has to have.',
  ]),
  [
    'another media type',
    202,
    { 'content-type': 'text/html' },
    '1',
    'Error: header.content-type must be application/json, not text/html.',
  ],
  [
    'a body that is not packed as it says',
    202,
    { ...json, 'content-encoding': 'gzip' },
    '1',
    'Error: header.content-encoding names a coding that the body does not have.',
  ],
  [
    'bytes that are not packed as they say, where no body is documented',
    404,
    { 'content-encoding': 'gzip' },
    'abc',
    'Warning: body has 3 bytes, and no body is documented for 404.',
  ],
  ['no media type', 202, {}, '1', 'Error: header.content-type must be application/json, and it is missing or no media type.'],
  [
    'a coding that cannot be undone',
    202,
    { ...json, 'content-encoding': 'compress' },
    '1',
    'Warning: body could not be validated: its Content-Encoding cannot be undone here.',
  ],
  [
    'a packed body of no bytes',
    202,
    { ...json, 'content-encoding': 'gzip' },
    gzipSync(''),
    'Error: body is missing: documented is application/json.',
  ],
  ['broken JSON', 202, json, '{', 'Error: body is not valid JSON: there is an error at line 1, column 2.'],
  ['a byte order mark', 202, json, '\ufeff1', 'Warning: body begins with a byte order mark (RFC 8259, section 8.1).'],
  [
    'a member that stands twice',
    503,
    json,
    '{"code":{"a":1},"b":[{"a":1}],"code" :2}',
    'Warning: body has an object with a member twice (RFC 8259, section 4).',
  ],
  [
    'a charset that is named twice',
    202,
    { 'content-type': 'application/json; charset=utf-8; charset=utf-8' },
    '1',
    'Warning: header.content-type names a charset twice.',
  ],
  [
    'a problem body that is no JSON',
    404,
    { 'content-type': 'application/problem+json' },
    '{"status":404,}',
    'Error: body is not valid JSON: there is an error at line 1, column 15.',
  ],
  [
    'a problem body that is no object',
    404,
    { 'content-type': 'application/problem+json' },
    '"gone"',
    'Error: body must be object: it is a problem body (RFC 9457, section 3).',
  ],
  ...[409, 404].map((status): [string, number, Record<string, string>, string, string] => [
    'a problem body of another status',
    status,
    { 'content-type': 'application/problem+json' },
    '{"status":500}',
    `Warning: body.status must be ${status}, as that of the response (RFC 9457, section 3.1.2).`,
  ]),
  [
    'a page for people at a redirect',
    302,
    { 'content-type': 'text/html', location: '/' },
    '<a href="/">Elsewhere</a>',
    'Warning: body has 25 bytes, and no body is documented for 302.',
  ],
  ['a body of an error that nobody documents', 404, json, '{}', 'Warning: body has 2 bytes, and no body is documented for 404.'],
  [
    'a 401 without a challenge',
    401,
    {},
    '',
    'Error: header.www-authenticate is missing: a 401 carries a challenge (RFC 9110, section 11.6.1).',
  ],
])('%s is not', async (_, status, headers, body, expected) => {
  expect(await violations(status, headers, body)).toEqual([expected]);
});

test('a status that nobody documents, and a success with a body that nobody documents', async () => {
  expect(await violations(201, {}, '', 'DELETE')).toEqual([
    'Error: status 201 is not documented for this operation (documented: 200).',
  ]);
  expect(await violations(200, {}, 'ok', 'DELETE')).toEqual(['Error: body has 2 bytes, and no body is documented for 200.']);
});

test.each<[rule: string, status: number, headers: Record<string, string>, body: string, method?: string]>([
  ['undocumented-status', 201, {}, '', 'DELETE'],
  ['undocumented-body', 404, {}, 'a'],
  ['required', 202, json, ''],
  ['charset', 202, { 'content-type': 'application/json; charset=latin1' }, '1'],
  ['content-encoding', 202, { ...json, 'content-encoding': 'gzip' }, '1'],
  ['media-type', 202, {}, '1'],
])('the rule %s is broken by a %i with %j and the body %j', async (rule, status, headers, body, method = 'GET') => {
  const operation = operations.find(({ documented }) => documented.method === method);
  const found = await responseViolations(operation!, { status, headers, body: Buffer.from(body) });
  expect(found.map((one) => one.rule)).toEqual([rule]);
});

test('only what is packed is validated later', () => {
  const operation = operations.find(({ documented }) => documented.method === 'GET');
  const isLater = (headers: Record<string, string>, body: Buffer | undefined): boolean =>
    responseViolations(operation!, { status: 202, headers: { ...json, ...headers }, body }) instanceof Promise;
  const packed = { 'content-encoding': 'gzip' };
  const body = Buffer.from('1');
  expect([isLater({}, body), isLater({}, undefined), isLater(packed, undefined), isLater(packed, gzipSync(body))]).toEqual([
    ...[false, false, false],
    true,
  ]);
});

test('of a body that is too large, nothing is known but that', async () => {
  const operation = operations.find(({ documented }) => documented.method === 'GET');
  const found = async (status: number, method?: string): Promise<string[]> =>
    (await responseViolations(operation!, { status, headers: total, body: undefined }, method)).map(({ message }) => message);
  const unknown = ['body could not be validated: it is too large, or does not end.'];
  expect([await found(200), await found(200, 'HEAD'), await found(204)]).toEqual([unknown, [], []]);
});

test('the response to HEAD has no body', async () => {
  expect(await violations(200, total, '', 'HEAD')).toEqual([]);
  expect(await violations(200, total, '', 'GET')).toEqual(['Error: body is missing: documented is application/json or text/*.']);
});

test('an unpacked body has its limits, so that a small one does not fill the memory', async () => {
  expect(await violations(202, { ...json, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(20 * 1024 * 1024)))).toEqual([
    'Warning: body could not be validated: unpacked it is larger than 16777216 bytes.',
  ]);
});
