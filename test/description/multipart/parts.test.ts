import { expect, it } from 'vitest';
import { formParts, positionedParts } from '../../../src/description/multipart/parts.js';
import type { MediaType } from '../../../src/description/types.js';
import { describing } from '../../requests/described.js';

const binary = { type: 'string', format: 'binary' };
const { description } = describing(
  {},
  { schemas: { File: binary, Form: { properties: { a: { $ref: '#/components/schemas/File' } } } } },
);

const partsOf = (media: object, fields: object): unknown[] =>
  formParts(description, media as MediaType, fields).map(({ name, text, mediaType, file }) => [name, text, mediaType, file]);

it.each<[string, object, object, unknown[]]>([
  ['text', {}, { a: 'b' }, [['a', 'b', undefined, undefined]]],
  ['a number', {}, { a: 1 }, [['a', '1', undefined, undefined]]],
  ['an object', {}, { a: { b: 1 } }, [['a', '{"b":1}', 'application/json', undefined]]],
  ['nothing', {}, { a: null, b: undefined, c: [null] }, []],
  [
    'a list',
    {},
    { a: ['b', 1] },
    [
      ['a', 'b', undefined, undefined],
      ['a', '1', undefined, undefined],
    ],
  ],
  ['a file', { properties: { a: binary } }, { a: 'b' }, [['a', 'b', 'application/octet-stream', 'a.bin']]],
  [
    'a file that is referred to',
    { $ref: '#/components/schemas/Form' },
    { a: 'b' },
    [['a', 'b', 'application/octet-stream', 'a.bin']],
  ],
  [
    'files',
    { properties: { a: { type: 'array', items: { $ref: '#/components/schemas/File' } } } },
    { a: ['b'] },
    [['a', 'b', 'application/octet-stream', 'a.bin']],
  ],
  ['a property of each object', { properties: {} }, { toString: 'b' }, [['toString', 'b', undefined, undefined]]],
  [
    'a file by its media type',
    { properties: { a: { contentMediaType: 'image/png' } } },
    { a: 'b' },
    [['a', 'b', 'image/png', 'a.png']],
  ],
  [
    'bytes that are written as text',
    { properties: { a: { contentMediaType: 'image/png', contentEncoding: 'base64' } } },
    { a: 'b' },
    [['a', 'b', 'image/png', undefined]],
  ],
  [
    'bytes of no media type that are written as text',
    { allOf: [{ properties: { a: { type: 'array', items: { type: 'string', contentEncoding: 'base64' } } } }] },
    { a: ['b'] },
    [['a', 'b', 'application/octet-stream', undefined]],
  ],
  [
    'text of a media type',
    { properties: { a: { contentMediaType: 'text/csv' } } },
    { a: 'b' },
    [['a', 'b', 'text/csv', undefined]],
  ],
  [
    'a text as it says',
    { properties: { a: { contentMediaType: 'model/text/x' } } },
    { a: 'b' },
    [['a', 'b', 'model/text/x', 'a.bin']],
  ],
  [
    'JSON',
    { properties: { a: { contentMediaType: 'application/json' } } },
    { a: {} },
    [['a', '{}', 'application/json', undefined]],
  ],
  ['XML', { properties: { a: { contentMediaType: 'application/xml' } } }, { a: 'b' }, [['a', 'b', 'application/xml', undefined]]],
])('the parts of a form: %s', (_, schema, fields, expected) => {
  expect(partsOf({ schema }, fields)).toEqual(expected);
});

it('a form without a schema has texts', () => {
  expect(partsOf({}, { a: 'b' })).toEqual([['a', 'b', undefined, undefined]]);
});

it.each([
  ['image/png', 'image/png', 'a_b-1.png'],
  ['image/*, image/gif ,image/png', 'image/gif', 'a_b-1.gif'],
  ['image/svg+xml', 'image/svg+xml', 'a_b-1.xml'],
  ['application/zip', 'application/zip', 'a_b-1.zip'],
  ['application/zip; v=1', 'application/zip; v=1', 'a_b-1.bin'],
  ['x-a/zip', 'x-a/zip', 'a_b-1.bin'],
  ['text/plain; charset=utf-8', 'text/plain; charset=utf-8', 'a_b-1.txt'],
  ['a/text/plain', 'a/text/plain', 'a_b-1.bin'],
  ['image/*', 'image/png', 'a_b-1.png'],
  ['model/*', 'application/octet-stream', 'a_b-1.bin'],
  ['', 'application/octet-stream', 'a_b-1.bin'],
])('a file of the media type "%s" is sent as %s and called %s', (contentType, mediaType, file) => {
  const name = 'a/b-1';
  const media = { schema: { properties: { [name]: binary } }, encoding: { [name]: { contentType } } };
  expect(partsOf(media, { [name]: 'b' })).toEqual([[name, 'b', mediaType, file]]);
});

it.each<[openapi: string, expected: unknown[]]>([
  ['3.0.4', [['a', '["b","c"]', 'application/json', undefined]]],
  ['3.1.1', [['a', 'b,c', undefined, undefined]]],
])('a style counts since OpenAPI 3.1: %s', (openapi, expected) => {
  const media = { encoding: { a: { style: 'form', explode: false } } };
  const parts = formParts({ ...description, openapi }, media, { a: [['b', 'c']].flat(openapi === '3.1.1' ? 1 : 0) });
  expect(parts.map(({ name, text, mediaType, file }) => [name, text, mediaType, file])).toEqual(expected);
});

it('a part has the documented headers that have a value or are required', () => {
  const header = (schema: object, more: object = {}): object => ({ schema, ...more });
  const headers = {
    'X-Example': header({}, { example: 1 }),
    'X-Named': header({}, { examples: { one: { value: 'named' }, two: { value: 'other' } } }),
    'X-Schema': header({ example: ['a', 'b'] }),
    'X-Only': header({ const: 'only' }),
    'X-Usual': header({ default: 0 }),
    'X-Listed': header({ enum: ['first', 'second'] }),
    'X-Optional': header({ type: 'string' }),
    'X-Required': header({ type: 'string' }, { required: true }),
    'X-Count': header({ type: 'integer' }, { required: true }),
    'X-Share': header({ type: 'number' }, { required: true }),
    'X-Sure': header({ type: 'boolean' }, { required: true }),
    'content-Type': header({ const: 'a/b' }),
  };
  const [part, other] = formParts(description, { encoding: { a: { headers } } } as MediaType, { a: 'b', b: 'c' });
  expect(part?.headers).toEqual({
    ...{ 'X-Example': '1', 'X-Named': 'named', 'X-Schema': 'a,b', 'X-Only': 'only', 'X-Usual': '0', 'X-Listed': 'first' },
    ...{ 'X-Required': 'X-Required', 'X-Count': '1', 'X-Share': '1', 'X-Sure': 'true' },
  });
  expect(other).not.toHaveProperty('headers');
});

it.each<[string, object, unknown[]]>([
  ['text and JSON', {}, [undefined, 'application/json', 'application/json']],
  ['a media type for each', { itemEncoding: { contentType: 'a/b' } }, ['a/b', 'a/b', 'a/b']],
  ['media types by position', { prefixEncoding: [{ contentType: 'a/b' }] }, ['a/b', 'application/json', 'application/json']],
  ['the schema of each', { itemSchema: { contentMediaType: 'a/c' } }, ['a/c', 'a/c', 'a/c']],
  [
    'a tuple',
    { schema: { prefixItems: [{ contentMediaType: 'a/c' }], items: { contentMediaType: 'a/d' } } },
    ['a/c', 'a/d', 'a/d'],
  ],
])('the parts of a list: %s', (_, media, types) => {
  const parts = positionedParts(description, media as MediaType, ['a', { b: 1 }, [2]]);
  expect(parts.map(({ text }) => text)).toEqual(['a', '{"b":1}', '[2]']);
  expect(parts.map(({ mediaType }) => mediaType)).toEqual(types);
});
