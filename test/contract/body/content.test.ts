import { expect, test } from 'vitest';
import { completeDescription } from '../../../src/description/complete.js';
import type { Description } from '../../../src/description/types.js';
import { prepareOperations } from '../../../src/contract/operations.js';
import { validateRequest } from '../../../src/contract/request/validate-request.js';
import { readTarget } from '../../../src/contract/message/request-target.js';

const item = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
const event = { type: 'object', required: ['data'], properties: { data: { type: 'string' }, retry: { type: 'integer' } } };

const mixed = 'multipart/mixed; boundary=b';
const part = (parameters: string, text: string): string =>
  `--b\r\nContent-Disposition: form-data; ${parameters}\r\n\r\n${text}\r\n--b--\r\n`;

/** The violations of a request with a body, for an operation with these media types. */
async function violations(content: object, mediaType: string, body: string | Buffer, openapi = '3.2.0'): Promise<string[]> {
  const post = { requestBody: { content }, responses: { 204: { description: 'OK' } } };
  const description = { openapi, info: { title: 'T', version: '1' }, paths: { '/a': { post } } };
  const { operations } = prepareOperations(completeDescription(description as unknown as Description).description);
  const request = { method: 'POST', ...readTarget('/a'), headers: { 'content-type': mediaType }, body: Buffer.from(body) };
  const found = await validateRequest(operations[0]!, request);
  return found.violations.map(({ path, rule }) => `${path.join('.')} ${rule}`);
}

test.each<[string, object, string, string, string[]]>([
  ['lines of JSON', { 'application/jsonl': { itemSchema: item } }, 'application/jsonl', '{"id":1}\n{"id":2}\n', []],
  ['a wrong line', { 'application/jsonl': { itemSchema: item } }, 'application/jsonl', '{"id":1}\n{}\n', ['body.1.id required']],
  [
    'a line that is no JSON',
    { 'application/x-ndjson': { itemSchema: item } },
    'application/x-ndjson',
    '{"id":1}\n{',
    ['body.1 json'],
  ],
  [
    'a sequence of texts',
    { 'application/json-seq': { itemSchema: item } },
    'application/json-seq',
    '\u001e{"id":1}\n\u001e{"id":"x"}\n',
    ['body.1.id type'],
  ],
  [
    'the list of the items',
    { 'application/jsonl': { schema: { type: 'array', maxItems: 1 } } },
    'application/jsonl',
    '1\n2',
    ['body maxItems'],
  ],
  [
    'events',
    { 'text/event-stream': { itemSchema: event } },
    'text/event-stream',
    'data: a\ndata: b\n\nretry: 10\ndata: c\n\n',
    [],
  ],
  [
    'a wrong event',
    { 'text/event-stream': { itemSchema: event } },
    'text/event-stream',
    'data: a\nretry: soon\n\n',
    ['body.0.retry type'],
  ],
  ['a number', { 'text/plain': { schema: { type: 'integer', minimum: 3 } } }, 'text/plain', '5', []],
  ['a text that is no number', { 'text/plain': { schema: { type: 'integer' } } }, 'text/plain', 'x', ['body type']],
  ['a number out of its range', { 'text/*': { schema: { type: 'number', maximum: 3 } } }, 'text/plain', '3.5', ['body maximum']],
  ['none of the numbers listed', { 'text/plain': { schema: { enum: [1, 2] } } }, 'text/plain', '3', ['body enum']],
  [
    'events as a text',
    { 'text/event-stream': { schema: { type: 'string', maxLength: 3 } } },
    'text/event-stream',
    'data: a\n\n',
    ['body maxLength'],
  ],
  ['YAML', { 'application/yaml': { schema: item } }, 'application/yaml', 'id: 1\n', []],
  ['YAML that breaks its schema', { 'application/yaml': { schema: item } }, 'application/yaml', 'id: x\n', ['body.id type']],
  ['what is no YAML', { 'application/yaml': { schema: item } }, 'application/yaml', 'id: {', ['body yaml']],
  ['YAML with an alias', { 'application/yaml': { schema: item } }, 'application/yaml', 'a: &a 1\nid: *a', ['body yaml']],
  ['what cannot be read by its schema', { 'application/cbor': { schema: item } }, 'application/cbor', 'x', ['body unchecked']],
  ['bytes of any schema', { 'application/octet-stream': { schema: { minLength: 1 } } }, 'application/octet-stream', 'x', []],
  ['an object as plain text', { 'text/plain': { schema: item } }, 'text/plain', 'x', ['body unchecked']],
  ['a list as plain text', { 'text/plain': { schema: { type: 'array' } } }, 'text/plain', 'x', ['body unchecked']],
  [
    'a number or an object as plain text',
    { 'text/plain': { schema: { type: ['integer', 'object'] } } },
    'text/plain',
    '1',
    ['body unchecked'],
  ],
  ['a number as XML', { 'text/xml': { schema: { type: 'integer' } } }, 'text/xml', '1', ['body unchecked']],
  ['a number in bytes', { 'image/png': { schema: { type: 'integer' } } }, 'image/png', '1', ['body unchecked']],
  ['many parts', { 'multipart/mixed': { schema: { type: 'array', minItems: 2 } } }, mixed, part('', '1'), ['body minItems']],
  [
    'many parts, or a text',
    { 'multipart/mixed': { schema: { type: ['array', 'string'], minItems: 2 } } },
    mixed,
    part('', '1'),
    ['body minItems'],
  ],
  [
    'text that holds no JSON',
    { 'text/plain': { schema: { type: 'string', contentMediaType: 'application/json' } } },
    'text/plain',
    '{',
    ['body json'],
  ],
  [
    'text that holds JSON, whose content comes first',
    {
      'text/plain': { schema: { type: 'string', pattern: '^x', contentMediaType: 'application/json', contentSchema: item } },
    },
    'text/plain',
    '{"id":"x"}',
    ['body.id type'],
  ],
  [
    'text that holds valid JSON and breaks its pattern',
    {
      'text/plain': { schema: { type: 'string', pattern: '^x', contentMediaType: 'application/json', contentSchema: item } },
    },
    'text/plain',
    '{"id":1}',
    ['body pattern'],
  ],
  ['bytes', { 'application/octet-stream': {} }, 'application/octet-stream', 'x', []],
  [
    'text that holds JSON',
    { 'text/plain': { schema: { type: 'string', contentMediaType: 'application/json', contentSchema: item } } },
    'text/plain',
    '{}',
    ['body.id required'],
  ],
  ['a large integer', { 'application/json': { schema: item } }, 'application/json', '{"id":1945044589271781377}', []],
  ['fields of a multipart body', { 'multipart/mixed': { schema: item } }, mixed, part('name="id"', '1'), []],
  ['wrong fields of one', { 'multipart/mixed': { schema: item } }, mixed, part('name="id"', 'x'), ['body.id type']],
  [
    'parts without names for fields',
    { 'multipart/mixed': { schema: item } },
    mixed,
    part('x=y', '1'),
    ['body format', 'body.id required'],
  ],
  ['each part', { 'multipart/mixed': { itemSchema: { type: 'integer' } } }, mixed, part('x=y', '1'), []],
  ['a wrong part', { 'multipart/mixed': { itemSchema: { type: 'integer' } } }, mixed, part('x=y', 'x'), ['body.0 type']],
  [
    'parts as a text',
    { 'multipart/mixed': { schema: { type: 'string', maxLength: 9 } } },
    mixed,
    part('', '1'),
    ['body maxLength'],
  ],
  ['what is not multipart as a text', { 'multipart/mixed': { schema: { type: 'string' } } }, mixed, 'x', ['body format']],
  ['a range', { 'application/*': { schema: item } }, 'application/json', '{}', ['body.id required']],
  ['any type', { '*/*': { schema: item } }, 'application/vnd.a+json', '{}', ['body.id required']],
  [
    'the most specific type',
    { '*/*': {}, 'application/*': {}, 'application/json': { schema: item } },
    'application/json; charset=utf-8',
    '{}',
    ['body.id required'],
  ],
  [
    'the type with the parameters',
    { 'application/json; v=1': {}, 'application/json; v=2': { schema: item } },
    'application/json;v=2',
    '{}',
    ['body.id required'],
  ],
  ['a type outside the range', { 'text/*': {} }, 'application/json', '{}', ['header.content-type media-type']],
])('%s', async (_, content, mediaType, body, expected) => {
  expect(await violations(content, mediaType, body)).toEqual(expected);
});

const held = (contentSchema: unknown, more: object = {}): object => ({
  type: 'string',
  contentMediaType: 'application/json',
  contentSchema,
  ...more,
});
const kinds = {
  required: ['data'],
  properties: { event: { type: 'string' }, data: { type: 'string' } },
  oneOf: [
    { properties: { event: { const: 'text' } } },
    { required: ['event'], properties: { event: { const: 'item' }, data: held(item) } },
  ],
};
test.each<[string, object, string, string[]]>([
  ['JSON of its schema', { properties: { data: held(item) } }, 'data: {"id":\ndata: 1}\n\n', []],
  [
    'JSON of another schema',
    { properties: { data: held(item) } },
    'data: {"id":1}\n\ndata: {"id":"x"}\n\n',
    ['body.1.data.id type'],
  ],
  ['no JSON', { properties: { data: held(item) } }, 'data: x\n\n', ['body.0.data contentMediaType']],
  ['JSON of any schema', { properties: { data: held(undefined) } }, 'data: [1]\n\ndata: [\n\n', ['body.1.data contentMediaType']],
  ['no value at all', { properties: { data: held(false) } }, 'data: 1\n\n', ['body.0.data false schema']],
  [
    'a large integer',
    { properties: { data: held({ maximum: 9007199254740992 }) } },
    'data: 9007199254740993\n\n',
    ['body.0.data maximum'],
  ],
  ['encoded text', { properties: { data: held(item, { contentEncoding: 'base64' }) } }, 'data: e30=\n\n', []],
  ['another media type', { properties: { data: held(item, { contentMediaType: 'text/csv' }) } }, 'data: x\n\n', []],
  ['an alternative', kinds, 'data: x\nevent: text\n\nevent: item\ndata: {"id":1}\n\n', []],
  ['a wrong alternative', kinds, 'event: item\ndata: {}\n\n', ['body.0.event const', 'body.0.data.id required', 'body.0 oneOf']],
])('the data of an event holds %s', async (_, itemSchema, body, expected) => {
  expect(await violations({ 'text/event-stream': { itemSchema } }, 'text/event-stream', body)).toEqual(expected);
});

test('contentSchema in a JSON body is an annotation', async () => {
  const schema = { properties: { text: held(item) } };
  expect(await violations({ 'application/json': { schema } }, 'application/json', '{"text":"x"}')).toEqual([]);
});

const either = { oneOf: [item, { type: 'object', required: ['error'] }] };
test.each<[string, object, string, string, string[]]>([
  ['each line', item, 'application/x-ndjson', '{"id":1}\n{}\n', ['body.1.id required']],
  ['each line, of alternatives', either, 'application/jsonl', '{"id":1}\n{"error":2}\n', []],
  ['each record', item, 'application/json-seq', '\u001e{"id":1}\n\u001e{"id":"x"}\n', ['body.1.id type']],
  ['each event', event, 'text/event-stream', 'data: a\nretry: soon\n\n', ['body.0.retry type']],
  ['the data of each event', item, 'text/event-stream', 'data: {"id":1}\n\ndata: {}\n\ndata: [DONE]\n\n', ['body.1.id required']],
  ['all lines', { type: 'array', maxItems: 1 }, 'application/jsonl', '1\n2', ['body maxItems']],
  ['the text of all lines', { type: 'string', maxLength: 3 }, 'application/jsonl', '{"id":1}', ['body maxLength']],
])('before OpenAPI 3.2, the schema of a sequence is that of %s', async (_, schema, mediaType, body, expected) => {
  expect(await violations({ [mediaType]: { schema } }, mediaType, body, '3.1.0')).toEqual(expected);
});

test('from OpenAPI 3.2 on, the schema of a sequence is that of all of it', async () => {
  expect(await violations({ 'application/jsonl': { schema: item } }, 'application/jsonl', '{"id":1}\n')).toEqual(['body type']);
});
