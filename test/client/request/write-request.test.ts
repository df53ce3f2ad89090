import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from '../../../src/client/request/base-url.js';
import { dateSerializers } from '../../../src/client/request/date-serializers.js';
import { headerRecord } from '../../../src/client/request/headers.js';
import { jsonValues } from '../../../src/client/request/json-values.js';
import { multipartBody } from '../../../src/client/request/multipart.js';
import { ownServer } from '../../../src/client/request/own-server.js';
import { expandPath } from '../../../src/client/request/path.js';
import { createSerializers, type RequestStyles } from '../../../src/client/request/serializers.js';
import { writeBody } from '../../../src/client/request/write-body.js';
import { mediaTypes, mediaTypesOf } from '../../../src/client/media-types.js';
import type { Encoding } from '../../../src/description/types.js';

it.each<[string, unknown, object]>([
  ['none', undefined, {}],
  ['undefined', { A: undefined }, {}],
  ['space around a value', { A: ' b\t' }, { a: 'b' }],
  [
    'null after a value',
    [
      ['a', 'b'],
      ['A', null],
    ],
    { a: null },
  ],
  [
    'null before a value',
    [
      ['a', null],
      ['A', 'b'],
    ],
    { a: 'b' },
  ],
  ['the last characters that a header can carry', { A: '~\u0080\u00ff' }, { a: '~\u0080\u00ff' }],
])('headers are brought into one form: %s', (_, headers, expected) => {
  expect(headerRecord(headers as Parameters<typeof headerRecord>[0])).toEqual(expected);
});

it.each(['a\u001fb', 'a\u007fb', 'a\u0100b', 'a\nb'])('a header cannot carry %j', (value) => {
  expect(() => headerRecord({ A: value })).toThrow('The value of the header "A" contains a character');
});

describe('a form in parts', () => {
  /** The lines between the boundaries. */
  async function partsOf(fields: object, encoding?: Record<string, Encoding>): Promise<string[]> {
    const blob = multipartBody(fields, encoding);
    const [, boundary = ''] = /^multipart\/form-data; boundary=(----form-[a-z0-9]{20,})$/.exec(blob.type) ?? [];
    const [, ...parts] = (await blob.text()).split(`--${boundary}`);
    expect(parts.pop()).toBe('--\r\n');
    return parts.map((part) => part.slice('\r\nContent-Disposition: form-data; '.length, -2));
  }

  const blob = new Blob(['x']);
  it.each<[string, object, Encoding, string[]]>([
    ['text', { a: 'b' }, {}, ['name="a"\r\n\r\nb']],
    ['text of a media type', { a: 'b' }, { contentType: ' text/a , text/b' }, ['name="a"\r\nContent-Type: text/a\r\n\r\nb']],
    ['text of a range, which says nothing', { a: 'b' }, { contentType: 'text/*' }, ['name="a"\r\n\r\nb']],
    [
      'text of the type that follows a range',
      { a: 'b' },
      { contentType: '*/*,text/b' },
      ['name="a"\r\nContent-Type: text/b\r\n\r\nb'],
    ],
    ['text as JSON', { a: 'b' }, { contentType: 'application/json' }, ['name="a"\r\nContent-Type: application/json\r\n\r\n"b"']],
    ['an object', { a: { b: 1 } }, {}, ['name="a"\r\nContent-Type: application/json\r\n\r\n{"b":1}']],
    ['a list, without what is missing', { a: [1, null, undefined, 2] }, {}, ['name="a"\r\n\r\n1', 'name="a"\r\n\r\n2']],
    ['a list in one', { a: [1, 2] }, { explode: false }, ['name="a"\r\n\r\n1,2']],
    ['a list, exploded', { a: [1, 2] }, { explode: true }, ['name="a"\r\n\r\n1', 'name="a"\r\n\r\n2']],
    ['a list with spaces', { a: [1, 2] }, { style: 'spaceDelimited', explode: false }, ['name="a"\r\n\r\n1 2']],
    ['a list with bars, as its style alone says', { a: [1, 2] }, { style: 'pipeDelimited' }, ['name="a"\r\n\r\n1|2']],
    ['an object whose members are parts', { a: { b: 1 } }, { allowReserved: true }, ['name="b"\r\n\r\n1']],
    ['a Blob', { a: blob }, {}, ['name="a"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\nx']],
    [
      'a Blob of the documented type',
      { a: blob },
      { contentType: ' a/b' },
      ['name="a"; filename="blob"\r\nContent-Type: a/b\r\n\r\nx'],
    ],
    [
      'a file of its own type, with a name that cannot end the header',
      { 'a"\r\n': new File(['x'], 'b"\r\n', { type: 'c/d' }) },
      { contentType: 'a/b' },
      ['name="a%22%0D%0A"; filename="b%22%0D%0A"\r\nContent-Type: c/d\r\n\r\nx'],
    ],
  ])('has %s', async (_, fields, encoding, expected) => {
    expect(await partsOf(fields, Object.fromEntries(Object.keys(fields).map((name) => [name, encoding])))).toEqual(expected);
  });

  it('has a boundary of its own', () => {
    expect(multipartBody({}).type).not.toBe(multipartBody({}).type);
  });
});

describe('a path', () => {
  const fixed = (path: string) => (): string => path;

  it('without parameters is itself', () => {
    expect(expandPath('/a/./b', {}, fixed('/c'))).toBe('/a/./b');
  });

  it('with a brace that names nothing is what is written', () => {
    expect(expandPath('/{}', {}, fixed('/c'))).toBe('/c');
  });

  it('leaves out a property that is undefined', () => {
    expect(expandPath('/{a}', { a: { x: 'b', y: undefined } }, fixed('/b'))).toBe('/b');
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['the parameter that is refused', { a: 'x', b: '..' }, '/x/..', '"b"'],
    ['all, where what is written is refused', { a: 'x', b: 'y' }, '/x/..', '"a,b"'],
  ])('that leads astray is refused, and names %s', (_, values, written, named) => {
    expect(() => expandPath('/{a}/{b}', values, fixed(written))).toThrow(
      `The path parameter ${named} is missing, empty, "." or "..": pass another value.`,
    );
  });
});

describe('what writes requests', () => {
  const styles: RequestStyles = {
    parameters: [
      { name: 'a', in: 'header', explode: true },
      { name: 'a', in: 'query', explode: false },
      { name: 'b', in: 'query', style: 'pipeDelimited', explode: false },
      { name: 'all', in: 'querystring', json: true },
      { name: 'all', in: 'cookie', explode: false },
      { name: 'label', in: 'path', style: 'label' },
    ],
    bodies: { 'application/x-www-form-urlencoded': { list: { explode: false } }, 'multipart/form-data': {} },
  };
  const { query, path, header, cookie, contentType, body } = createSerializers(styles);

  it('writes each parameter in the style of its place and name', () => {
    expect(query?.({ a: [1, 2], b: [1, 2], c: [1, 2] })).toBe('a=1,2&b=1%7C2&c=1&c=2');
    expect(header?.({ a: { x: 1 }, b: { x: 1 } })).toEqual({ a: 'x=1', b: 'x,1' });
    expect(cookie?.({ a: 'x y', all: [1, 2], b: [1, 2] })).toEqual(['a=x%20y', 'all=1,2', 'b=1', 'b=2']);
    expect(path?.('/{a}/{label}/{label}', { a: 'x y', label: 1 })).toBe('/x%20y/.1/.1');
  });

  it('writes a whole query without a name', () => {
    expect(query?.({ all: { a: 1 } })).toBe('%7B%22a%22%3A1%7D');
  });

  it('writes the forms of an operation, and leaves the rest to others', () => {
    expect(contentType?.({ a: 1 }, undefined)).toBe('application/x-www-form-urlencoded');
    expect(body?.({ a: 'b c', list: [1, 2] }, 'application/x-www-form-urlencoded; charset=utf-8')).toBe('a=b+c&list=1,2');
    expect(body?.({ a: 'b' }, 'multipart/form-data')).toBeInstanceOf(Blob);
    expect(body?.({ a: 'b' }, 'image/png')).toBeUndefined();
    expect(Object.keys(createSerializers({}))).toEqual(['query', 'path', 'header', 'cookie']);
  });

  it.each([[['a']], [null], [5]])('refuses %j as a form', (value) => {
    expect(() => body?.(value, 'application/x-www-form-urlencoded')).toThrow(
      'A body of type application/x-www-form-urlencoded must be an object, a URLSearchParams or a string: pass it as one.',
    );
    expect(() => body?.(value, 'multipart/form-data')).toThrow(
      'A body of type multipart/form-data must be an object, a FormData: pass it as one.',
    );
  });

  it('leaves a body alone where only parameters have a style', () => {
    expect(() => writeBody({ a: 1 }, 'image/png', { serializers: createSerializers({}) })).toThrow(
      'A body of type image/png must be a Blob, an ArrayBuffer or a string: pass it as one.',
    );
  });
});

it('dates are written as JSON writes them, at any depth, and what fetch takes itself stays as it is', () => {
  const [date, text] = [new Date(0), '1970-01-01T00:00:00.000Z'];
  const blob = new Blob([]);
  const bare = Object.assign(Object.create(null) as object, { date });
  expect(jsonValues({ a: date, b: [date, [bare]], c: blob, d: null, e: undefined, f: 'x' })).toEqual({
    ...{ a: text, b: [text, [{ date: text }]], c: blob },
    ...{ d: null, e: undefined, f: 'x' },
  });
  expect([jsonValues(blob), jsonValues(5)]).toEqual([blob, 5]);
  expect(jsonValues(blob)).toBe(blob);
  const { query, path, header } = dateSerializers;
  expect(query?.({ at: date })).toBe(`at=${encodeURIComponent(text)}`);
  expect(path?.('/{at}', { at: date })).toBe(`/${encodeURIComponent(text)}`);
  expect(header?.({ at: date })).toEqual({ at: text });
});

it.each([
  ['https://a.example/v1', 'https://b.example/v2'],
  ['https://elsewhere.example', 'https://elsewhere.example'],
])('an operation with a server of its own, called with the base URL %s, goes to %s', (baseUrl, href) => {
  const base = parseBaseUrl(baseUrl);
  expect(ownServer('https://b.example/v2', 'https://a.example/v1')(base, baseUrl).href).toBe(href);
});

it('a path as the server of an operation is on the origin of the base URL', () => {
  const baseUrl = 'https://a.example/v1';
  expect(ownServer('/v2', baseUrl)(parseBaseUrl(baseUrl), baseUrl).href).toBe('https://a.example/v2');
});

it.each([
  ['application/json', new FormData()],
  ['text/plain', new URLSearchParams('a=b')],
  ['application/json', new ArrayBuffer(1)],
  ['application/json', new ReadableStream()],
])('a body of type %s that fetch takes itself stays as it is (%#)', (contentType, body) => {
  expect(writeBody(body, contentType)).toBe(body);
});

it.each([
  [mediaTypesOf({}), 'application/a+json', undefined, 'json'],
  [mediaTypesOf({}), 'Text/html', undefined, 'text'],
  [mediaTypesOf({}), 'x-text/html', undefined, 'bytes'],
  [mediaTypesOf({ mediaTypes }), '*/*', 'application/json', 'json'],
  [mediaTypesOf({ mediaTypes }), 'text/plain', 'application/json', 'text'],
])('a body is told by its media type (%#)', (known, mediaType, received, kind) => {
  expect(known.kindOf(mediaType, received)).toBe(kind);
  expect(known.documented(['a/b', 'c/d'], 'c/d; charset=utf-8')).toBe('c/d');
});
