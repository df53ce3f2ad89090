import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from '../../../src/contract/body/form.js';
import { contractMedia } from '../../../src/contract/body/media.js';
import type { FormContent } from '../../../src/contract/body/form-parts.js';
import { formPairs } from '../../../src/description/parameters/write.js';
import type { Description, Encoding, MediaType, Schema } from '../../../src/description/types.js';
import { seed } from '../../support/seed.js';

const description = (openapi = '3.2.0'): Description => ({ openapi, info: { title: 'Forms', version: '1' } });

const urlencoded = 'application/x-www-form-urlencoded';
const integer: Schema = { type: 'integer' };
const text: Schema = { type: 'string' };
const integers: Schema = { type: 'array', items: integer };
const point: Schema = { type: 'object', properties: { x: integer, y: text } };

const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({ type: 'object', properties, ...more });

function read(media: MediaType, body: string | Buffer, contentType = urlencoded, openapi?: string): FormContent {
  return readForm(
    contractMedia(description(openapi), contentType, media, ''),
    typeof body === 'string' ? Buffer.from(body) : body,
    contentType,
  );
}

describe('a urlencoded form', () => {
  test.each<[string, Schema, Record<string, Encoding>, body: string, value: unknown]>([
    ['numbers and texts', object({ n: integer, t: text }), {}, 'n=3&t=a+b%26c', { n: 3, t: 'a b&c' }],
    ['lists that are repeated', object({ n: integers }), {}, 'n=3&n=4', { n: [3, 4] }],
    ['a list of one', object({ n: integers }), {}, 'n=3', { n: [3] }],
    ['a list as JSON', object({ n: integers }), {}, 'n=[1,2]', { n: [1, 2] }],
    ['an object as JSON', object({ p: point }), {}, 'p=%7B%22x%22%3A1%7D', { p: { x: 1 } }],
    ['objects as JSON', object({ p: { type: 'array', items: point } }), {}, 'p={"x":1}&p={"x":2}', { p: [{ x: 1 }, { x: 2 }] }],
    ['a list between commas', object({ n: integers }), { n: { explode: false } }, 'n=1,2', { n: [1, 2] }],
    ['a list between bars', object({ n: integers }), { n: { style: 'pipeDelimited' } }, 'n=1%7C2', { n: [1, 2] }],
    ['a deep object', object({ p: point }), { p: { style: 'deepObject' } }, 'p[x]=1&p%5By%5D=b', { p: { x: 1, y: 'b' } }],
    ['an object beside fields', object({ p: point, n: integer }), { p: { explode: true } }, 'x=1&n=2', { p: { x: 1 }, n: 2 }],
    ['JSON by its media type', object({ t: text }), { t: { contentType: 'application/json' } }, 't=%22a%22', { t: 'a' }],
    ['a text that holds JSON', object({ t: text }), {}, 't={"a":1}', { t: '{"a":1}' }],
    ['fields by a pattern', { patternProperties: { '^n_': integer } }, {}, 'n_a=1&m=1', { n_a: 1, m: '1' }],
    ['fields of any name', { additionalProperties: integer }, {}, 'a=1&__proto__=2', JSON.parse('{"a":1,"__proto__":2}')],
    [
      'parts and alternatives',
      { allOf: [object({ n: integer })], anyOf: [object({ m: integers })] },
      {},
      'n=1&m=2',
      { n: 1, m: [2] },
    ],
    ['what is listed', object({ v: { type: ['integer', 'string'], enum: ['1'] } }), {}, 'v=1', { v: '1' }],
    ['nothing', object({ n: integer }), {}, '', {}],
    ['a list of one object as JSON', object({ p: { type: 'array', items: point } }), {}, 'p={"x":1}', { p: [{ x: 1 }] }],
    [
      'an open object beside fields',
      object({ p: { type: 'object', additionalProperties: integer }, n: integer }),
      { p: { explode: true } },
      'x=1&n=2',
      { p: { x: 1 }, n: 2 },
    ],
    ['a list where one is meant, to be refused', object({ t: text }), {}, 't=a&t=b', { t: ['a', 'b'] }],
  ])('holds %s', (_, schema, encoding, body, value) => {
    expect(read({ schema, encoding }, body)).toEqual({ value, violations: [], headers: [] });
  });

  test.each<[schema: Schema, text: string, value: unknown]>([
    [{}, '"a"', 'a'],
    [integer, ' 3 ', 3],
    [{ type: 'number' }, ' 3 ', 3],
    [integer, ' 12345678901234567890 ', 12345678901234567890n],
    [text, '3', '3'],
    [text, '12345678901234567890', '12345678901234567890'],
    [text, 'true', 'true'],
    [{ type: 'boolean' }, ' true ', true],
    [{ type: ['null', 'string'] }, 'null', null],
    [text, 'null', 'null'],
    [integers, ' [1] ', [1]],
    [text, '[1]', '[1]'],
    [integer, '{', '{'],
  ])('has a field that is JSON by its media type, of %j: %s', (schema, json, value) => {
    const encoding = { t: { contentType: 'application/json' } };
    expect(read({ schema: object({ t: schema }), encoding }, `t=${encodeURIComponent(json)}`).value).toEqual({ t: value });
  });

  test('with a list between commas that is there twice is refused at its field', () => {
    const found = read({ schema: object({ n: integers }), encoding: { n: { explode: false } } }, 'n=1&n=2');
    expect(found.violations).toMatchObject([{ path: ['body', 'n'], rule: 'format' }]);
  });

  test('with a broken encoding is none', () => {
    expect(read({ schema: object({ n: integer }) }, 'n=%E0%A4').value).toBeUndefined();
  });

  test('is read as it is written', () => {
    const words = fc.string({ unit: 'grapheme' });
    const encoding = { c: { explode: false }, d: { style: 'deepObject' }, r: { allowReserved: false }, s: { style: 'form' } };
    const schema = object({ w: text, n: integer, l: { type: 'array', items: text }, c: integers, d: point, r: text, p: point });
    const fields = fc.record(
      {
        w: words,
        n: fc.integer(),
        l: fc.array(words, { minLength: 1 }),
        c: fc.array(fc.integer(), { minLength: 1 }),
        d: fc.record({ x: fc.integer(), y: words }),
        r: words,
        p: fc.record({ x: fc.integer(), y: words }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fields, (value) => {
        const body = formPairs(value, encoding, encodeURIComponent).map((pair) => pair.join('='));
        expect(read({ schema, encoding }, body.join('&'))).toEqual({ value, violations: [], headers: [] });
      }),
      { seed },
    );
  });
});

/** A multipart body. Each part is a list of lines, with an empty line before its text. */
const parts = (...all: string[][]): string => `${all.map((lines) => `--b\r\n${lines.join('\r\n')}\r\n`).join('')}--b--\r\n`;
const field = (name: string, ...lines: string[]): string[] => [`Content-Disposition: form-data; name="${name}"`, ...lines];

describe('a form in parts', () => {
  test.each<[string, Schema, body: string, value: unknown]>([
    [
      'numbers and texts',
      object({ n: integer, t: text }),
      parts(field('n', '', '3'), field('t', '', 'a+b%20')),
      { n: 3, t: 'a+b%20' },
    ],
    ['a mark of the byte order', object({ t: text }), parts(field('t', '', '\uFEFFa')), { t: '\uFEFFa' }],
    ['several lines', object({ t: text }), parts(field('t', '', 'a', '', 'b')), { t: 'a\r\n\r\nb' }],
    ['lists that are repeated', object({ n: integers }), parts(field('n', '', '3'), field('n', '', '4')), { n: [3, 4] }],
    ['JSON', object({ p: point }), parts(field('p', 'Content-Type: application/json', '', '{"x":1}')), { p: { x: 1 } }],
    [
      'a list, in part as JSON',
      object({ l: { type: 'array', items: text } }),
      parts(field('l', 'Content-Type: application/json', '', '"a"'), field('l', '', '"b"')),
      { l: ['a', '"b"'] },
    ],
    ['JSON without a media type', object({ p: point }), parts(field('p', '', '{"x":1}')), { p: { x: 1 } }],
    ['a text as JSON', object({ t: text }), parts(field('t', 'Content-Type: application/json', '', '"a"')), { t: 'a' }],
    [
      'a text that holds JSON',
      object({ t: text }),
      parts(field('t', 'Content-Type: application/json', '', '{"a":1}')),
      { t: '{"a":1}' },
    ],
    [
      'a text in another charset',
      object({ t: text }),
      parts(field('t', 'content-type: text/plain; charset="utf-8"', '', 'ä')),
      { t: 'ä' },
    ],
    [
      'a file',
      object({ f: { type: 'string', format: 'binary' } }),
      parts(field('f"; filename="x', 'Content-Type: image/png', '', 'abc')),
      { f: 'abc' },
    ],
    ['fields by a pattern', { patternProperties: { '^n_': integer } }, parts(field('n_1', '', '12')), { n_1: 12 }],
    [
      'names in other notations',
      { additionalProperties: text },
      parts(field('a\\"b', '', '1'), field('c%22d', '', '2'), ['Content-Disposition: form-data; name=e', '', '3']),
      { 'a"b': '1', 'c"d': '2', e: '3' },
    ],
  ])('holds %s', (_, schema, body, value) => {
    expect(read({ schema }, body, 'multipart/form-data; boundary=b')).toEqual({ value, violations: [], headers: [] });
  });

  test('holds bytes, and texts of other charsets, known and unknown', () => {
    const body = parts(
      field('a', 'Content-Type: image/png', '', '\u00e4'),
      field('b', 'Content-Type: text/plain; charset=iso-8859-1', '', '\u00e4'),
      field('c', 'Content-Type: text/plain; charset=no', '', '\u00c3\u00a4'),
    );
    const found = read(
      { schema: { additionalProperties: text } },
      Buffer.from(body, 'latin1'),
      'multipart/form-data; boundary=b',
    );
    expect(found.value).toEqual({ a: 'ä', b: 'ä', c: 'ä' });
  });

  test('before OpenAPI 3.1, is read by the media types of its Encoding Objects, without their styles', () => {
    const media = { schema: object({ t: text }), encoding: { t: { contentType: 'application/json', explode: false } } };
    expect(read(media, parts(field('t', '', '"a"')), 'multipart/form-data; boundary=b', '3.0.4').value).toEqual({ t: 'a' });
  });

  test('with a list between commas that is there twice, or a part without a name, is refused', () => {
    const media = { schema: object({ n: integers }), encoding: { n: { explode: false } } };
    const body = parts(field('n', '', '1'), field('n', '', '2'), ['', '3']);
    expect(read(media, body, 'multipart/form-data; boundary=b').violations).toMatchObject([
      { path: ['body', 'n'], rule: 'format' },
      { path: ['body'], message: 'body has a part without a name (RFC 7578, section 4.2).' },
    ]);
  });

  test.each<[string, openapi: string, value: unknown]>([
    ['has a style since OpenAPI 3.1', '3.1.0', { n: [1, 2] }],
    ['has none before', '3.0.4', { n: ['1,2'] }],
  ])('%s', (_, openapi, value) => {
    const media = { schema: object({ n: integers }), encoding: { n: { explode: false } } };
    expect(read(media, parts(field('n', '', '1,2')), 'multipart/form-data; boundary=b', openapi).value).toEqual(value);
  });

  const picture = { schema: object({ picture: {} }), encoding: { picture: { contentType: 'image/png, image/jpeg' } } };
  test.each<[string, type: string | undefined, messages: string[]]>([
    ['is the first', 'image/png', []],
    ['is the second, in capitals and with a parameter', 'IMAGE/JPEG; q=1', []],
    ['is another one', 'text/csv; charset=utf-8', ['body.picture must be image/png or image/jpeg, not text/csv.']],
    ['is not given', undefined, ['body.picture must be image/png or image/jpeg, not text/plain.']],
  ])('has a part whose media type %s', (_, type, messages) => {
    const lines = [...(type === undefined ? [] : [`Content-Type: ${type}`]), '', 'x'];
    const found = read(picture, parts(field('picture', ...lines)), 'multipart/form-data; boundary=b');
    expect(found.violations.map(({ message }) => message)).toEqual(messages);
    expect(found.violations.every(({ rule }) => rule === 'media-type')).toBe(true);
  });

  test('has parts whose headers are read', () => {
    const headers = {
      'X-Codes': { required: true, schema: integers },
      'X-Other': { required: true, schema: text },
      'Content-Type': { schema: text },
    };
    const body = parts(field('t', 'x-codes: 1, 2', '', 'a'));
    const found = read({ schema: object({ t: text }), encoding: { t: { headers } } }, body, 'multipart/form-data; boundary=b');
    expect(found.headers).toMatchObject([
      {
        path: ['body', 't', 'header', 'x-codes'],
        readings: [[1, 2]],
        violations: [],
        fields: ['encoding', 't', 'headers', 'X-Codes'],
      },
      { readings: [], violations: [{ rule: 'required', message: 'body.t.header.x-other is required.' }] },
    ]);
  });
});

describe('a multipart body without names', () => {
  test('is a list, each item by its place', () => {
    const media = {
      schema: { type: 'array', prefixItems: [point, integer], items: text },
      prefixEncoding: [{ contentType: 'application/json' }, {}],
      itemEncoding: { contentType: 'text/*' },
    };
    const body = parts(['Content-Type: application/json', '', '{"x":1}'], ['', '2'], ['Content-Type: image/png', '', '3']);
    const found = read(media, body, 'multipart/mixed; boundary=b');
    expect(found.value).toEqual([{ x: 1 }, 2, '3']);
    expect(found.violations.map(({ message }) => message)).toEqual(['body.2 must be text/*, not image/png.']);
  });

  test('has parts by the Encoding Object of their place, else by that of each', () => {
    const headers = { 'X-A': { schema: integer } };
    const media = { prefixEncoding: [{ headers }], itemEncoding: { headers, contentType: 'text/csv' } };
    const body = parts(['X-A: 1', '', 'a'], ['X-A: 2', '', 'b']);
    const found = read(media, body, 'multipart/mixed; boundary=b');
    expect(found.headers.map(({ fields }) => fields.join('.'))).toEqual([
      'prefixEncoding.0.headers.X-A',
      'itemEncoding.headers.X-A',
    ]);
    expect(found.violations.map(({ path }) => path.join('.'))).toEqual(['body.1']);
    const { violations } = read({ itemEncoding: { contentType: 'text/csv' } }, parts(['', 'a']), 'multipart/mixed; boundary=b');
    expect(violations.map(({ path }) => path.join('.'))).toEqual(['body.0']);
  });

  test('has items by the schema of each', () => {
    const found = read({ itemSchema: integer }, parts(['', '1'], ['', '2']), 'multipart/mixed; boundary=b');
    expect(found.value).toEqual([1, 2]);
  });
});

test.each([
  ['a body without its boundary', 'n=1', 'multipart/form-data; boundary=b'],
  ['a body that does not end', '--b\r\n\r\nx\r\n', 'multipart/form-data; boundary=b'],
  ['a body without a boundary in its header', parts(field('n', '', '1')), 'multipart/form-data'],
  ['a boundary with more behind it', '--bc\r\n\r\nx\r\n--bc--', 'multipart/form-data; boundary=b'],
  ['more than 1,000 parts', parts(...Array.from({ length: 1001 }, () => field('n', '', '1'))), 'multipart/form-data; boundary=b'],
])('%s is no form', (_, body, contentType) => {
  expect(read({}, body, contentType).value).toBeUndefined();
});

test('what stands before the first part and after the last one is nothing', () => {
  const body = `before\r\n${parts(field('n', '', '1'))}after`;
  expect(read({}, body, 'multipart/form-data; boundary="b"').value).toEqual({ n: '1' });
});
