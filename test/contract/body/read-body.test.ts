import { expect, test } from 'vitest';
import { bodyFormWarnings } from '../../../src/contract/body/body-form.js';
import { deepest, parseJson, readBody } from '../../../src/contract/body/body.js';
import { contractContent, mediaOf, mediaTypesOf, mediaTypeViolation } from '../../../src/contract/body/media.js';
import { readMediaType } from '../../../src/contract/body/media-type.js';
import type { Description, MediaType, Schema } from '../../../src/description/types.js';

const latin = Buffer.from('é', 'latin1');

test.each<[contentType: string | undefined, bytes: Buffer, text: string, messages: string[]]>([
  ['Text/Plain; x=1', Buffer.from('é'), 'é', []],
  ['text/plain', latin, '', ['body is not valid UTF-8.']],
  ['text/plain; charset=latin1', latin, 'é', []],
  ['text/plain; charset=utf-16le', Buffer.from('é', 'utf16le'), 'é', []],
  ['text/plain; charset=utf-16le', Buffer.from([0, 0xd8]), '', ['body is not valid UTF-16LE.']],
  ['text/plain; charset=nothing', latin, '', ['header.content-type names a charset that does not exist: send UTF-8.']],
  ['application/octet-stream', latin, '\ufffd', []],
  ['image/png; charset=utf-8', latin, '\ufffd', []],
  ['application/x-www-form-urlencoded', latin, '', ['body is not valid UTF-8.']],
  ['application/json', latin, '', ['body is not valid UTF-8.']],
  ['no media type', latin, '', ['body is not valid UTF-8.']],
  [undefined, Buffer.from('a'), 'a', []],
])('a body of the type %s is text', (contentType, bytes, text, messages) => {
  const { mediaType, violations, ...body } = readBody(bytes, contentType);
  expect([body.text, violations.map(({ message }) => message)]).toEqual([text, messages]);
  expect(violations.every(({ path, rule }) => rule === (path[0] === 'body' ? 'encoding' : 'charset'))).toBe(true);
  expect(mediaType).toBe(/^\w+\/[\w-]+/.exec(contentType ?? '')?.[0].toLowerCase());
  if (mediaType !== 'application/json') expect([body.value, body.members]).toEqual([undefined, 0]);
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test.each<[json: string, message: string | undefined]>([
  ['{"a":{"b":1}}', undefined],
  [nested(deepest), undefined],
  [nested(deepest + 1), 'body is nested deeper than 256 levels.'],
  ['{', 'body is not valid JSON: there is an error at line 1, column 2.'],
  ['{\n "a" 1}', 'body is not valid JSON: there is an error at line 2, column 6.'],
  ['{"aaaaaaaaaa" 1}', 'body is not valid JSON: there is an error at line 1, column 15.'],
  ['', 'body is not valid JSON.'],
])('%s is JSON, or it is said where it is not', (json, message) => {
  const { value, members, violations } = parseJson(json);
  expect(violations.map((one) => [one.rule, one.message])).toEqual(message === undefined ? [] : [['json', message]]);
  if (message !== undefined) expect([value, members]).toEqual([undefined, 0]);
  else expect([value, members]).toEqual([JSON.parse(json), json.split(':').length - 1]);
});

test.each<[contentType: string, text: string, messages: string[]]>([
  ['application/json', '{"a":":","b":1}', []],
  ['application/json', '"¿"', []],
  ['application/json', '\ufeff1', ['body begins with a byte order mark (RFC 8259, section 8.1).']],
  ['application/json', '{"a":1,"a":2}', ['body has an object with a member twice (RFC 8259, section 4).']],
  ['text/plain', '\ufeff{"a":1,"a":2}', []],
  ['application/json;charset=a', '1', []],
  ...['text/plain; charset =a;charset= b', 'text/plain;charset=a;  charset =b', 'text/plain;charset=a;charset=b'].map(
    (contentType): [string, string, string[]] => [contentType, '1', ['header.content-type names a charset twice.']],
  ),
  [
    'application/json; CHARSET=utf-8; x=1; charset=utf-8',
    '\ufeff{"a":1,"a":2}',
    [
      'header.content-type names a charset twice.',
      'body begins with a byte order mark (RFC 8259, section 8.1).',
      'body has an object with a member twice (RFC 8259, section 4).',
    ],
  ],
])('of a body of the type %s, %j, a warning is given where parsers fail', (contentType, text, messages) => {
  const bytes = Buffer.from(text);
  const found = bodyFormWarnings(bytes, contentType, readBody(bytes, contentType));
  expect(found.map(({ message }) => message)).toEqual(messages);
  expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(messages.map(() => 'Warning')));
  const rules = { charset: 'names', 'byte-order-mark': 'begins', 'duplicate-name': 'has' };
  expect(found.every(({ rule, message }) => message.split(' ')[1] === rules[rule as keyof typeof rules])).toBe(true);
});

const documented = [
  'odd',
  'application/json',
  'application/json; version=2',
  'text/*; charset=utf-8',
  'multipart/form-data; boundary=a',
  'text/csv; header=Present',
];

test.each<[contentType: string | undefined, found: string | undefined]>([
  ['application/json', 'application/json'],
  ['application/json; version=1', 'application/json'],
  ['application/json; version=2', 'application/json; version=2'],
  ['text/html; charset=latin1', 'text/*; charset=utf-8'],
  ['multipart/form-data; boundary=b', 'multipart/form-data; boundary=a'],
  ['text/csv; header=preSENT', 'text/csv; header=Present'],
  ['text/csv; header=absent', 'text/*; charset=utf-8'],
  ['image/png', undefined],
  ['nothing', undefined],
  [undefined, undefined],
])('the media type of %s is %s', (contentType, found) => {
  const description: Description = { openapi: '3.1.0', info: { title: '', version: '' } };
  const media = contractContent(description, Object.fromEntries(documented.map((type) => [type, {}])), '');
  const find = (): string | undefined => mediaOf(media, contentType)?.mediaType;
  expect([find(), find()]).toEqual([found, found]);
});

test('a media type that is not documented is named beside those that are', () => {
  const description: Description = { openapi: '3.1.0', info: { title: '', version: '' } };
  const media = contractContent(description, { 'a/b': {}, 'c/d': {} }, '');
  expect(mediaTypesOf(media)).toBe('a/b or c/d');
  expect(
    [mediaTypeViolation(media, 'e/f'), mediaTypeViolation(media, undefined)].map(({ rule, message }) => [rule, message]),
  ).toEqual([
    ['media-type', 'header.content-type must be a/b or c/d, not e/f.'],
    ['media-type', 'header.content-type must be a/b or c/d, and it is missing or no media type.'],
  ]);
  expect(contractContent(description, undefined, '')).toEqual([]);
});

test('each schema of a media type has its pointer', () => {
  const pointers = (openapi: string, mediaType: string, media: MediaType): object => {
    const [found] = contractContent({ openapi, info: { title: '', version: '' } }, { [mediaType]: media }, '/x');
    return JSON.parse(
      JSON.stringify(found, ['schema', 'itemSchema', 'contentSchema', 'isOfData', 'holdsJson', 'pointer']),
    ) as object;
  };
  const object: MediaType = { schema: { type: 'object' } };
  const none = { holdsJson: false };
  expect(pointers('3.1.0', 'a/b', {})).toEqual({ ...none, pointer: '/x/content/a~1b' });
  expect(pointers('3.1.0', 'a/b', object)).toMatchObject({ schema: '/x/content/a~1b/schema', ...none });
  const lines = '/x/content/application~1jsonl';
  expect(pointers('3.1.0', 'application/jsonl', object)).toEqual({ ...none, pointer: lines, itemSchema: `${lines}/schema` });
  expect(pointers('3.2.0', 'application/jsonl', object)).toEqual({ ...none, pointer: lines, schema: `${lines}/schema` });
  expect(pointers('3.1.0', 'application/jsonl', { ...object, itemSchema: {} })).toEqual({
    ...{ ...none, pointer: lines },
    ...{ schema: `${lines}/schema`, itemSchema: `${lines}/itemSchema` },
  });
  const schemas: Schema[] = [{}, { type: 'array' }, { type: 'string' }];
  for (const schema of schemas)
    expect(pointers('3.1.0', 'application/jsonl', { schema })).toEqual({ ...none, pointer: lines, schema: `${lines}/schema` });
  const events = '/x/content/text~1event-stream';
  expect(pointers('3.1.0', 'text/event-stream', object)).toMatchObject({ itemSchema: `${events}/schema`, isOfData: true });
  const event: MediaType = { schema: { type: 'object', properties: { data: {} } } };
  expect(pointers('3.1.0', 'text/event-stream', event)).toEqual({ ...none, pointer: events, itemSchema: `${events}/schema` });
  const held: MediaType = { schema: { type: 'string', contentMediaType: 'application/json', contentSchema: {} } };
  const text = '/x/content/text~1plain';
  const plain: MediaType = { schema: { type: 'string', contentSchema: {} } };
  expect(pointers('3.1.0', 'text/plain', plain)).toEqual({ ...none, pointer: text, schema: `${text}/schema` });
  const open: MediaType = { schema: { type: 'string', contentMediaType: 'application/json' } };
  expect(pointers('3.1.0', 'text/plain', open)).toEqual({ holdsJson: true, pointer: text, schema: `${text}/schema` });
  expect(pointers('3.1.0', 'text/plain', held)).toMatchObject({
    contentSchema: '/x/content/text~1plain/schema/contentSchema',
    holdsJson: true,
  });
});

test('a media type is read once, with its parameters', () => {
  const read = readMediaType('Application/JSON; Charset="UTF-8"');
  expect(read).toEqual({ essence: 'application/json', parameters: new Map([['charset', 'UTF-8']]), kind: 'json' });
  expect(readMediaType('Application/JSON; Charset="UTF-8"')).toBe(read);
  expect([readMediaType('x'), readMediaType(undefined)]).toEqual([undefined, undefined]);
});
