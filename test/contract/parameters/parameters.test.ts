import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameterReader, type ReadParameter } from '../../../src/contract/parameters/parameters.js';
import { parameterPairs } from '../../../src/description/parameters/write.js';
import type { Description, Parameter, Schema } from '../../../src/description/types.js';
import { parameterStyles, parameterValues, type Place } from '../../support/random-parameters.js';
import { seed } from '../../support/seed.js';

const description: Description = { openapi: '3.2.0', info: { title: 'Values', version: '1' } };

interface Sent {
  path?: string;
  search?: string;
  header?: string;
  cookie?: string;
}

/** Reads the first of some parameters. A header parameter is `X-Color`. */
function read(
  parameters: Parameter | Parameter[],
  { path = '/colors', search = '', header, cookie }: Sent,
  template = path === '/colors' ? '/colors' : '/colors/{color}',
): ReadParameter {
  const reader = parameterReader(description, template, [parameters].flat(), []);
  const [first] = reader.read({ path, search, headers: { 'x-color': header, cookie } });
  if (!first) throw new Error('There is no parameter.');
  return first;
}

const text: Schema = { type: 'string' };
const list: Schema = { type: 'array', items: { type: 'string' } };
const rgb: Schema = { type: 'object', additionalProperties: { type: 'integer' } };
const named: Schema = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' }, B: { type: 'integer' } } };

const blue = 'blue';
const colors = ['blue', 'black', 'brown'];
const parts = { R: 100, G: 200, B: 150 };

describe('reads the examples of the specification (OpenAPI 3.2.0, section 4.12.6)', () => {
  const rows: Array<[place: Parameter['in'], style: string, explode: boolean, sent: string, schema: Schema, value: unknown]> = [
    ['path', 'matrix', false, ';color', text, ''],
    ['path', 'matrix', false, ';color=blue', text, blue],
    ['path', 'matrix', false, ';color=blue,black,brown', list, colors],
    ['path', 'matrix', false, ';color=R,100,G,200,B,150', rgb, parts],
    ['path', 'matrix', true, ';color', text, ''],
    ['path', 'matrix', true, ';color=blue', text, blue],
    ['path', 'matrix', true, ';color=blue;color=black;color=brown', list, colors],
    ['path', 'matrix', true, ';R=100;G=200;B=150', rgb, parts],
    ['path', 'label', false, '.', text, ''],
    ['path', 'label', false, '.blue', text, blue],
    ['path', 'label', false, '.blue,black,brown', list, colors],
    ['path', 'label', false, '.R,100,G,200,B,150', rgb, parts],
    ['path', 'label', true, '.', text, ''],
    ['path', 'label', true, '.blue', text, blue],
    ['path', 'label', true, '.blue.black.brown', list, colors],
    ['path', 'label', true, '.R=100.G=200.B=150', rgb, parts],
    ['path', 'simple', false, 'blue', text, blue],
    ['path', 'simple', false, 'blue,black,brown', list, colors],
    ['path', 'simple', false, 'R,100,G,200,B,150', rgb, parts],
    ['path', 'simple', true, 'blue', text, blue],
    ['path', 'simple', true, 'blue,black,brown', list, colors],
    ['path', 'simple', true, 'R=100,G=200,B=150', rgb, parts],
    ['header', 'simple', false, '', text, ''],
    ['header', 'simple', false, 'blue', text, blue],
    ['header', 'simple', false, 'blue,black,brown', list, colors],
    ['header', 'simple', false, 'blue, black , brown', list, colors],
    ['header', 'simple', false, ',blue, ,black,brown,', list, colors],
    ['header', 'simple', false, '', list, []],
    ['header', 'simple', false, 'R,100,G,200,B,150', rgb, parts],
    ['header', 'simple', true, 'blue,black,brown', list, colors],
    ['header', 'simple', true, 'R=100, G=200,B=150', rgb, parts],
    ['query', 'form', false, 'color=', text, ''],
    ['query', 'form', false, 'color', text, ''],
    ['query', 'form', false, 'color=blue', text, blue],
    ['query', 'form', false, 'color=blue,black,brown', list, colors],
    ['query', 'form', false, 'color=blue%2Cblack%2Cbrown', list, ['blue,black,brown']],
    ['query', 'form', false, 'color=R,100,G,200,B,150', rgb, parts],
    ['query', 'form', true, 'color=', text, ''],
    ['query', 'form', true, 'color=blue', text, blue],
    ['query', 'form', true, 'color=blue&color=black&color=brown', list, colors],
    ['query', 'form', true, 'color=blue,black', list, ['blue,black']],
    ['query', 'form', true, 'R=100&G=200&B=150', rgb, parts],
    ['query', 'form', true, 'R=100&G=200&B=150&other=1', named, parts],
    ['query', 'spaceDelimited', false, 'color=blue%20black%20brown', list, colors],
    ['query', 'spaceDelimited', false, 'color=blue+black+brown', list, colors],
    ['query', 'spaceDelimited', false, 'color=R%20100%20G%20200%20B%20150', rgb, parts],
    ['query', 'pipeDelimited', false, 'color=blue|black|brown', list, colors],
    ['query', 'pipeDelimited', false, 'color=blue%7Cblack%7cbrown', list, colors],
    ['query', 'pipeDelimited', false, 'color=R%7C100%7CG%7C200%7CB%7C150', rgb, parts],
    ['query', 'deepObject', true, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150', rgb, parts],
    ['query', 'deepObject', false, 'color[R]=100&color[G]=200&color[B]=150', named, parts],
    ['cookie', 'form', false, 'color=blue', text, blue],
    ['cookie', 'form', false, 'color=blue,black,brown', list, colors],
    ['cookie', 'form', false, 'color=R,100,G,200,B,150', rgb, parts],
    ['cookie', 'form', true, 'color=blue', text, blue],
    ['cookie', 'form', true, 'color=blue; color=black; color=brown', list, colors],
    ['cookie', 'form', true, 'color=blue&color=black&color=brown', list, colors],
    ['cookie', 'form', true, 'R=100&G=200&B=150', rgb, parts],
    ['cookie', 'form', true, 'R=100; G=200; B=150', named, parts],
    ['cookie', 'cookie', false, 'color=blue,black,brown', list, colors],
    ['cookie', 'cookie', true, 'color=a%20b', text, 'a%20b'],
    ['cookie', 'cookie', true, 'color=blue; color=black; color=brown', list, colors],
    ['cookie', 'cookie', true, 'R=100; G=200; B=150', named, parts],
  ];

  test.each(rows)('%s %s, explode: %s: %s', (place, style, explode, sent, schema, value) => {
    const parameter: Parameter = { name: place === 'header' ? 'X-Color' : 'color', in: place, style, explode, schema };
    const source: Record<string, Sent> = {
      path: { path: `/colors/${sent}` },
      query: { search: `?${sent}` },
      header: { header: sent },
      cookie: { cookie: sent },
    };
    const { present, readings, violations } = read(parameter, source[place] ?? {});
    expect({ present, value: readings[0], violations }).toEqual({ present: true, value, violations: [] });
  });
});

const integers: Schema = { type: 'array', items: { type: 'integer' } };
const query = (schema: Schema, more: Partial<Parameter> = {}): Parameter => ({ name: 'color', in: 'query', schema, ...more });

test.each<[string, Parameter, Sent, unknown[]]>([
  // Only JSON numbers are numbers. Other texts stay strings, and validation rejects them.
  ...['0x10', 'Infinity', '1e400', 'NaN', '1_000', ' 1', '1 ', '+1', '.5', '1.', '01', '1e', '', 'true'].map(
    (sent): [string, Parameter, Sent, unknown[]] => [
      `"${sent}" is no number`,
      query({ type: 'number' }),
      { search: `?color=${encodeURIComponent(sent)}` },
      [sent],
    ],
  ),
  ['a number with a fraction', query({ type: 'number' }), { search: '?color=-1.50' }, [-1.5]],
  ['a number with an exponent', query({ type: 'number' }), { search: '?color=1e3' }, [1000]],
  [
    'an integer that a double cannot hold',
    query({ type: 'integer' }),
    { search: '?color=9007199254740993' },
    [9007199254740993n],
  ],
  ['an integer that a double holds', query({ type: 'integer' }), { search: '?color=9007199254740992' }, [9007199254740992]],
  ['a boolean', query({ type: 'boolean' }), { search: '?color=false' }, [false]],
  ['a boolean in capitals is none', query({ type: 'boolean' }), { search: '?color=TRUE' }, ['TRUE']],
  ['null as nothing', query({ type: ['integer', 'null'] }), { search: '?color=' }, [null]],
  ['null as a word', query({ type: 'integer', nullable: true }), { search: '?color=null' }, [null]],
  ['a text that could be a number', query({ type: 'string' }), { search: '?color=1' }, ['1']],
  ['untyped numbers', query({ enum: [1, 2] }), { search: '?color=1' }, [1]],
  ['an untyped constant', query({ const: 1 }), { search: '?color=1' }, [1]],
  ['what is listed first', query({ type: ['integer', 'string'], enum: ['1', 2] }), { search: '?color=1' }, ['1', 1]],
  ['alternatives', query({ oneOf: [{ type: 'integer' }, { type: 'boolean' }] }), { search: '?color=1' }, [1]],
  ['all that it can be', query({ type: ['integer', 'string'] }), { search: '?color=1' }, [1, '1']],
  ['no schema at all', query({}), { search: '?color=1' }, ['1', 1]],
  ['no schema, and several', query({}), { search: '?color=1&color=2' }, [['1', '2']]],
  // A list with one item is a list.
  ['a list of one', query(integers), { search: '?color=1' }, [[1]]],
  ['a list or null', query({ anyOf: [integers, { type: 'null' }] }), { search: '?color=1' }, [[1]]],
  ['a list or null by its types', query({ ...list, type: ['array', 'null'] }), { search: '?color=a' }, [['a']]],
  ['a list by a part', query({ allOf: [integers] }), { search: '?color=1' }, [[1]]],
  ['a list or a text', query({ anyOf: [list, text] }), { search: '?color=a' }, ['a', ['a']]],
  ['a list or a text, twice', query({ anyOf: [list, text] }), { search: '?color=a&color=b' }, [['a', 'b']]],
  [
    'a list or a text with commas',
    query({ anyOf: [list, text] }, { explode: false }),
    { search: '?color=a,b' },
    [['a', 'b'], 'a,b'],
  ],
  ['a tuple', query({ type: 'array', prefixItems: [{ type: 'integer' }, text] }), { search: '?color=1&color=2' }, [[1, '2']]],
  [
    'texts in a list',
    query({ type: 'array', items: { type: ['integer', 'string'] } }),
    { search: '?color=1&color=a' },
    [
      [1, 'a'],
      ['1', 'a'],
    ],
  ],
  ['commas that are encoded', query(integers, { explode: false }), { search: '?color=1%2C2' }, [[1, 2], ['1,2']]],
  ['commas that are encoded beside others', query(list, { explode: false }), { search: '?color=a%2Cb,c' }, [['a,b', 'c']]],
  [
    'points where RFC 6570 has commas',
    { name: 'color', in: 'path', style: 'label', schema: integers },
    { path: '/colors/.1.2' },
    [[1.2], [1, 2]],
  ],
  ['an empty item', query(list, { explode: false }), { search: '?color=a,,b' }, [['a', '', 'b']]],
  // Objects.
  [
    'members by their patterns',
    query({ type: 'object', patternProperties: { '^n': { type: 'integer' } } }, { style: 'deepObject' }),
    { search: '?color[n]=1&color[m]=1' },
    [{ n: 1, m: '1' }],
  ],
  [
    'members of a part',
    query({ allOf: [{ type: 'object' }, { properties: { a: { type: 'integer' } } }] }),
    { search: '?a=1' },
    [{ a: 1 }],
  ],
  [
    'members that are there twice',
    query({ type: 'object', properties: { a: integers } }),
    { search: '?a=1&a=2' },
    [{ a: [1, 2] }],
  ],
  [
    'a member named as what all objects have',
    query({ type: 'object', properties: {}, additionalProperties: { type: 'integer' } }, { style: 'deepObject' }),
    { search: '?color[__proto__]=1' },
    [JSON.parse('{"__proto__":1}')],
  ],
  [
    'objects within objects',
    query(
      { type: 'object', properties: { a: { type: 'object', properties: { b: { type: 'integer' } } }, c: integers } },
      { style: 'deepObject' },
    ),
    { search: '?color[a][b]=1&color[c][]=1&color[c][]=2' },
    [{ a: { b: 1 }, c: [1, 2] }],
  ],
  [
    'lists by their numbers',
    query({ type: 'object', properties: { c: integers } }, { style: 'deepObject' }),
    { search: '?color[c][0]=1&color[c][1]=2' },
    [{ c: [1, 2] }],
  ],
  [
    'objects in a list as JSON',
    query({ type: 'array', items: { type: 'object' } }),
    { search: '?color=%7B%22a%22:1%7D&color=%7B%7D' },
    [[{ a: 1 }, {}]],
  ],
  [
    'a list within an object as JSON',
    query({ type: 'object', properties: { a: integers } }),
    { search: '?a=[1,2]' },
    [{ a: [1, 2] }],
  ],
  // Names and encoding.
  ['a name that is encoded', { name: 'a b&c', in: 'query', schema: text }, { search: '?a+b%26c=x%20y+z' }, ['x y z']],
  ['a name in its own case alone', query(text), { search: '?Color=a&color=b' }, ['b']],
  ['a plus that is encoded', query(text), { search: '?color=a%2Bb' }, ['a+b']],
  ['an equals sign', query(text), { search: '?color=a=b' }, ['a=b']],
  ['a plus in a path', { name: 'color', in: 'path', schema: text }, { path: '/colors/a+b%2Fc' }, ['a+b/c']],
  ['a header as it is', { name: 'X-COLOR', in: 'header', schema: text }, { header: ' a%20b, c ' }, ['a%20b, c']],
  ['a cookie that is encoded', { name: 'color', in: 'cookie', schema: text }, { cookie: 'other=1; color=a%20b' }, ['a b']],
  ['the first of two cookies', { name: 'color', in: 'cookie', schema: text }, { cookie: 'color=a; color=b' }, ['a']],
  [
    'a header in a style that it has not',
    { name: 'X-Color', in: 'header', style: 'label', schema: text },
    { header: '.a' },
    ['.a'],
  ],
  // Content.
  ['JSON', { name: 'color', in: 'query', content: { 'application/json': {} } }, { search: '?color=%7B%22a%22:1%7D' }, [{ a: 1 }]],
  [
    'JSON in a header',
    { name: 'X-Color', in: 'header', content: { 'application/problem+json': {} } },
    { header: '[1, 2]' },
    [[1, 2]],
  ],
  ...(['path', 'query', 'header', 'cookie', 'querystring'] as const).map((place): [string, Parameter, Sent, unknown[]] => [
    `JSON in the ${place}, in its encoding`,
    { name: place === 'header' ? 'X-Color' : 'color', in: place, content: { 'application/json': {} } },
    {
      path: place === 'path' ? '/colors/%22a+b%2Fc%22' : '/colors',
      search: place === 'querystring' ? '?%22a+b%2Fc%22' : '?other=1&color=%22a+b%2Fc%22',
      header: '"a+b%2Fc"',
      cookie: 'other=1; color=%22a+b%2Fc%22',
    },
    [{ path: 'a+b/c', query: 'a b/c', header: 'a+b%2Fc', cookie: 'a+b/c', querystring: 'a b/c' }[place]],
  ]),
  [
    'text in a header, without blanks around it',
    { name: 'X-Color', in: 'header', content: { 'text/plain': {} } },
    { header: ' a ' },
    ['a'],
  ],
  ['text', { name: 'color', in: 'query', content: { 'text/plain': {} } }, { search: '?color=1,2' }, ['1,2']],
  [
    'a number as text',
    { name: 'color', in: 'query', content: { 'text/plain': { schema: { type: 'integer' } } } },
    { search: '?color=12' },
    [12],
  ],
  [
    'a text that is no number',
    { name: 'color', in: 'query', content: { 'text/plain': { schema: { type: 'integer' } } } },
    { search: '?color=a' },
    ['a'],
  ],
  [
    'a text that might be a list',
    { name: 'color', in: 'query', content: { 'application/xml': { schema: { type: ['array', 'string'] } } } },
    { search: '?color=a' },
    ['a'],
  ],
  [
    'a form within a parameter',
    { name: 'color', in: 'query', content: { 'application/x-www-form-urlencoded': { schema: named } } },
    { search: '?color=R%3D1%26G%3D2' },
    [{ R: 1, G: 2 }],
  ],
  [
    'the whole query as JSON',
    { name: 'color', in: 'querystring', content: { 'application/json': {} } },
    { search: '?%7B%22a%22%3A1%7D' },
    [{ a: 1 }],
  ],
  [
    'the whole query as a form',
    {
      name: 'color',
      in: 'querystring',
      content: {
        'application/x-www-form-urlencoded': { schema: { type: 'object', properties: { a: { type: 'integer' }, b: integers } } },
      },
    },
    { search: '?a=1&b=2&b=3&c=4%26d%3D5' },
    [{ a: 1, b: [2, 3], c: '4&d=5' }],
  ],
])('reads %s', (_, parameter, sent, readings) => {
  const found = read(parameter, sent);
  expect(found).toMatchObject({ present: true, violations: [] });
  expect(found.readings).toEqual(readings);
});

test.each<[string, Parameter, Sent]>([
  ['a query', query(text), { search: '?other=1' }],
  ['a query in another case', query(text), { search: '?COLOR=1' }],
  ['a list', query(integers), {}],
  ['a list with commas', query(integers, { explode: false }), {}],
  ['a list between bars', query(integers, { style: 'pipeDelimited' }), {}],
  ['an object', query({ ...named, required: ['R'] }), {}],
  ['an object whose members are called otherwise', query(named), { search: '?r=1' }],
  ['a deep object', query({ ...named, required: ['R'] }, { style: 'deepObject' }), { search: '?colors[R]=1' }],
  ['a header', { name: 'X-Color', in: 'header', schema: integers }, {}],
  ['a header that each object has by its nature', { name: 'constructor', in: 'header', schema: integers }, {}],
  ['a cookie', { name: 'color', in: 'cookie', schema: text }, { cookie: 'xcolor=1; colors=2' }],
  ['a cookie of an object', { name: 'color', in: 'cookie', schema: named }, {}],
  ['JSON', { name: 'color', in: 'query', content: { 'application/json': {} } }, {}],
  ['the whole query', { name: 'color', in: 'querystring', content: { 'application/json': {} } }, { cookie: 'color=1' }],
  ['a header of content', { name: 'X-Color', in: 'header', content: { 'application/json': {} } }, { cookie: 'X-Color=1' }],
])('%s that is absent is not read, and named where it is required', (_, parameter, sent) => {
  expect(read(parameter, sent)).toMatchObject({ present: false, readings: [], violations: [] });
  const { present, readings, violations } = read({ ...parameter, required: true }, sent);
  expect({ present, readings, rules: violations.map(({ rule }) => rule) }).toEqual({
    present: false,
    readings: [],
    rules: ['required'],
  });
});

test.each([
  ['an empty segment', '/colors/'],
  ['another path', '/colors/a/b'],
])('a parameter of the path is missing in %s, even if it is not said to be required', (_, path) => {
  expect(read({ name: 'color', in: 'path', schema: text }, { path })).toMatchObject({
    present: false,
    readings: [],
    violations: [{ rule: 'required', message: 'path.color is required.' }],
  });
});

test.each<[string, Parameter, Sent, rule: string]>([
  ['a value that is there twice', query(text), { search: '?color=a&color=b' }, 'format'],
  ['a list with commas that is there twice', query(list, { explode: false }), { search: '?color=a&color=b' }, 'format'],
  ['an object without a last value', query(named, { explode: false }), { search: '?color=R,1,G' }, 'format'],
  ['a label without its point', { name: 'color', in: 'path', style: 'label', schema: text }, { path: '/colors/a' }, 'format'],
  [
    'a matrix of another name',
    { name: 'color', in: 'path', style: 'matrix', schema: text },
    { path: '/colors/;colour=a' },
    'format',
  ],
  ['a broken encoding', query(text), { search: '?color=%E0%A4' }, 'encoding'],
  ['what is no JSON', { name: 'color', in: 'query', content: { 'application/json': {} } }, { search: '?color=a' }, 'format'],
  [
    'a form with a value twice',
    {
      name: 'color',
      in: 'querystring',
      content: {
        'application/x-www-form-urlencoded': { encoding: { a: { explode: false } }, schema: { properties: { a: integers } } },
      },
    },
    { search: '?a=1&a=2' },
    'format',
  ],
])('refuses %s', (_, parameter, sent, rule) => {
  const { present, readings, violations } = read(parameter, sent);
  expect({ present, readings, rules: violations.map((one) => one.rule) }).toEqual({ present: true, readings: [], rules: [rule] });
});

test.each<[Parameter, Sent, message: string]>([
  [query(text), { search: '?color=%E0%A4' }, 'query.color has a broken percent-encoding.'],
  [{ name: 'color', in: 'query', content: { 'application/json': {} } }, { search: '?color=a' }, 'query.color is not valid JSON.'],
  ...[named, list].map((schema): [Parameter, Sent, string] => [
    { name: 'color', in: 'query', content: { 'application/xml; charset=utf-8': { schema } } },
    { search: '?color=%3CR%2F%3E' },
    'query.color could not be validated: application/xml is not read in parameters.',
  ]),
])('of %j in %j is said why it has no value', (parameter, sent, message) => {
  const { readings, violations } = read(parameter, sent);
  expect(readings).toEqual([]);
  expect(violations.map((one) => one.message)).toEqual([message]);
});

test.each([
  ['color=', []],
  ['color=1', [1]],
  ['color=1&other=', [1]],
])('of ?%s, a parameter that may be empty has the values %j', (search, values) => {
  const found = read(query({ type: 'integer' }, { allowEmptyValue: true, required: true }), { search: `?${search}` });
  expect(found).toMatchObject({ present: true, violations: [] });
  expect(found.readings).toEqual(values);
});

test('an object that takes any member leaves those that belong to other parameters', () => {
  const filter = query({ type: 'object', additionalProperties: { type: 'integer' } });
  const others: Parameter[] = [
    { name: 'page', in: 'query', schema: text },
    { name: 'a', in: 'header', schema: text },
    { name: 'range', in: 'query', schema: { type: 'object', properties: { from: text } } },
  ];
  expect(read([filter, ...others], { search: '?page=1&from=2&a=3' }).readings).toEqual([{ a: 3 }]);
  expect(read([query({ type: 'object' }), ...others], { search: '?page=1&from=2&a=b' }).readings).toEqual([{ a: 'b' }]);
});

test('a deep object leaves a name that is another parameter', () => {
  const other: Parameter = { name: 'color[a]', in: 'query', schema: text };
  const filter = query({ type: 'object' }, { style: 'deepObject' });
  expect(read([filter, other], { search: '?color[a]=1&color[b]=c' }).readings).toEqual([{ b: 'c' }]);
  expect(read([other, filter], { search: '?color[a]=1&color[b]=c' }).readings).toEqual(['1']);
});

test('a key in the query or a cookie is no parameter', () => {
  const anything = query({ type: 'object', additionalProperties: text });
  const { read: readAll } = parameterReader(description, '/colors', [anything], ['api_key']);
  expect(readAll({ path: '/colors', search: '?api_key=1', headers: {} })).toMatchObject([{ present: false }]);
});

test.each([
  ['/{color}.json', '/blue.json', 'blue'],
  ['/my things/{color}', '/my%20things/1', '1'],
  ['/my%20things/{color}', '/my%20things/1', '1'],
  ['/größe/{color}', '/gr%c3%b6%C3%9Fe/1', '1'],
  ['/{other}-{color}', '/a-b-c', 'b-c'],
  ['/{color}:cancel', '/1%3Acancel', '1'],
  ['/a,b/{color}', '/a%2Cb/1', '1'],
  ['/x{color}', '/x.y', '.y'],
  ['/{color}ä', '/öä', 'ö'],
])('of the path %s the parameter in %s is read', (template, path, value) => {
  expect(read({ name: 'color', in: 'path', schema: { type: 'string' } }, { path }, template).readings).toEqual([value]);
});

test.each<[place: Parameter['in'], defined: string[]]>([
  ['query', ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject']],
  ['header', ['simple']],
  ['path', ['simple', 'label', 'matrix']],
  ['cookie', ['form', 'cookie']],
])('a style that OpenAPI does not define in the %s is read as the first of %j, and said', (place, defined) => {
  const styles = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject', 'simple', 'label', 'matrix', 'cookie', 'other'];
  const parameters = [undefined, ...styles].map((style): Parameter => ({ name: 'a', in: place, ...(style && { style }) }));
  const content: Parameter = { name: 'b', in: place, style: 'other', content: { 'text/plain': {} } };
  expect(parameterReader(description, '/colors', [...parameters, content], []).warnings).toEqual(
    styles
      .filter((style) => !defined.includes(style))
      .map(
        (style) =>
          `The parameter "a" has the style "${style}", which OpenAPI does not define in the ${place}: it is read as ${defined[0]}.`,
      ),
  );
});

test('a whole query has no style', () => {
  const whole: Parameter = { name: 'a', in: 'querystring', style: 'form', schema: text };
  expect(parameterReader(description, '/colors', [whole], []).warnings).toEqual([]);
});

/** Writes a value, sends it, and reads it again. */
function readWritten(place: Place, style: string, explode: boolean, schema: Schema, value: unknown): ReadParameter {
  const parameter: Parameter = { name: place === 'header' ? 'X-Color' : 'color', in: place, style, explode, schema };
  const pairs = parameterPairs(parameter, value, place === 'header' ? undefined : encodeURIComponent);
  const sent = pairs.map((pair) => pair.join('='));
  const whole = pairs[0]?.[1] ?? '';
  const sources: Record<Place, Sent> = {
    path: { path: `/colors/${whole}` },
    query: { search: `?${sent.join('&')}` },
    header: { header: whole },
    cookie: { cookie: sent.join('; ') },
  };
  return read(parameter, sources[place]);
}

describe('reads what is written', () => {
  test.each(parameterStyles)('in the %s, style %s, explode %s', (place, style, explode) => {
    const name = place === 'header' ? 'X-Color' : 'color';
    fc.assert(
      fc.property(parameterValues(place, style, name), ([schema, value]) => {
        const { readings, violations } = readWritten(place, style, explode, schema, value);
        expect(violations).toEqual([]);
        expect(readings).toContainEqual(value);
      }),
      { seed },
    );
  });

  // Headers and the style `cookie` of OpenAPI 3.2 encode nothing.
  const encoded = parameterStyles.filter(([place, style]) => place !== 'header' && style !== 'cookie');
  test.each(encoded)('separators in names and values in the %s, style %s, explode %s', (place, style, explode) => {
    const separators = style === 'deepObject' ? '=&;,.%?#' : '=&;,.%?#[]';
    for (const separator of separators) {
      const value = { [separator]: `${separator}=1`, [`a${separator}b`]: `c&${separator}`, d: separator };
      const { readings, violations } = readWritten(place, style, explode, { type: 'object', additionalProperties: text }, value);
      expect([violations, readings[0]], separator).toEqual([[], value]);
    }
  });
});
