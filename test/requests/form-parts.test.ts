import { expect, it } from 'vitest';
import { credentials } from '../../src/requests/credentials.js';
import { formParts, formText } from '../../src/requests/form-parts.js';
import type { MediaType } from '../../src/description/types.js';
import { describing } from './described.js';

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
  ['image/*', 'application/octet-stream', 'a_b-1.bin'],
  ['', 'application/octet-stream', 'a_b-1.bin'],
])('a file of the media type "%s" is sent as %s and called %s', (contentType, mediaType, file) => {
  const name = 'a/b-1';
  const media = { schema: { properties: { [name]: binary } }, encoding: { [name]: { contentType } } };
  expect(partsOf(media, { [name]: 'b' })).toEqual([[name, 'b', mediaType, file]]);
});

it('a form in parts is written with names that cannot end their header', () => {
  const name = 'a"\r\nb"\r\n';
  const text = formText([
    { name, text: 'b', mediaType: undefined, file: undefined },
    { name: 'c', text: 'd', mediaType: 'a/b', file: name },
  ]);
  expect(text).toBe(
    [
      ...['--form-boundary', 'Content-Disposition: form-data; name="a%22%0D%0Ab%22%0D%0A"', '', 'b'],
      ...[
        '--form-boundary',
        'Content-Disposition: form-data; name="c"; filename="a%22%0D%0Ab%22%0D%0A"',
        'Content-Type: a/b',
        '',
        'd',
      ],
      ...['--form-boundary--', ''],
    ].join('\r\n'),
  );
});

it.each<[string, object, unknown[]]>([
  ['a bearer token', { type: 'http', scheme: 'bearer' }, ['header', 'Authorization', 'Bearer <One>', '<One>']],
  [
    'a user name and a password',
    { type: 'http', scheme: 'BASIC' },
    ['header', 'Authorization', 'Basic dXNlcjpwYXNzd29yZA==', 'dXNlcjpwYXNzd29yZA=='],
  ],
  ['a scheme without a name', { type: 'http' }, ['header', 'Authorization', '<One>', '<One>']],
  ['a key', { type: 'apiKey', in: 'query', name: 'key', 'x-example': 'k' }, ['query', 'key', 'k', 'k']],
  [
    'a key that is called basic',
    { type: 'apiKey', in: 'cookie', name: 'key', scheme: 'basic' },
    ['cookie', 'key', '<One>', '<One>'],
  ],
])('the credentials of a scheme: %s', (_, One, [place, name, value, bare]) => {
  const described = describing({}, { securitySchemes: { One, Other: { type: 'mutualTLS' } } }).description;
  expect(credentials(described, [{ One: [], Other: [] }, { Unknown: [] }])).toEqual([{ in: place, name, value, bare }]);
});

it('an operation that asks for none has no credentials', () => {
  expect(credentials(description, [])).toEqual([]);
});
