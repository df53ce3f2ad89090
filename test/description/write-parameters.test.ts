import { describe, expect, it } from 'vitest';
import { formPairs, joinedPairs, parameterPairs, type StyledParameter } from '../../src/description/parameters/write.js';

/** The values of the table of styles in the specification (OpenAPI 3.1.1, section 4.8.12.6). */
const list = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

/** Each style, exploded or not, with the results of the tables for an empty string, a word, a list and an object. */
const table: Array<[place: StyledParameter['in'], style: string, explode: boolean, string, string, string, string]> = [
  ['path', 'matrix', false, ';color', ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
  ['path', 'matrix', true, ';color', ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
  ['path', 'label', false, '.', '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
  ['path', 'label', true, '.', '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
  ['path', 'simple', false, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
  ['path', 'simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ['header', 'simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ['query', 'form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['query', 'form', true, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
  ['query', 'spaceDelimited', false, 'color=', 'color=blue', 'color=blue%20black%20brown', 'color=R%20100%20G%20200%20B%20150'],
  ['query', 'pipeDelimited', false, 'color=', 'color=blue', 'color=blue%7Cblack%7Cbrown', 'color=R%7C100%7CG%7C200%7CB%7C150'],
  [
    'query',
    'deepObject',
    true,
    'color=',
    'color=blue',
    'color=blue&color=black&color=brown',
    'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150',
  ],
  ['cookie', 'form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['cookie', 'form', true, 'color=', 'color=blue', 'color=blue; color=black; color=brown', 'R=100; G=200; B=150'],
  ['cookie', 'cookie', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['cookie', 'cookie', true, 'color=', 'color=blue', 'color=blue; color=black; color=brown', 'R=100; G=200; B=150'],
];

/** A parameter as in a request. */
function written(parameter: StyledParameter, value: unknown): string {
  const pairs = parameterPairs(parameter, value, encodeURIComponent);
  if (parameter.in === 'path' || parameter.in === 'header') return pairs.map(([, text]) => text).join();
  return pairs.map((pair) => pair.join('=')).join(parameter.in === 'cookie' ? '; ' : '&');
}

describe.each(table)('a parameter in the %s, style %s, explode %s', (place, style, explode, empty, word, ofList, ofObject) => {
  it.each([
    ['an empty text', '', empty],
    ['a word', 'blue', word],
    ['a list', list, ofList],
    ['an object', object, ofObject],
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['a list of nothing', [null, undefined], ''],
    ['a list with null among its items', ['blue', null, 'black', undefined, 'brown'], ofList],
    ['an object with null among its members', { ...object, A: null }, ofObject],
    ['an empty list', [], ''],
    ['an empty object', {}, ''],
  ])('writes %s', (_, value, expected) => {
    expect(written({ name: 'color', in: place, style, explode }, value)).toBe(expected);
  });
});

it.each<[string, Omit<StyledParameter, 'name'>, unknown, string]>([
  ['a list, exploded by default', { in: 'query' }, list, 'color=blue&color=black&color=brown'],
  ['cookies, exploded by default', { in: 'cookie' }, list, 'color=blue; color=black; color=brown'],
  ['cookies of the style of OpenAPI 3.2', { in: 'cookie', style: 'cookie' }, ['a b', 'c%d'], 'color=a b; color=c%d'],
  ['a list in a path, not exploded by default', { in: 'path' }, object, 'R,100,G,200,B,150'],
  ['a list between bars, not exploded by default', { in: 'query', style: 'pipeDelimited' }, list, 'color=blue%7Cblack%7Cbrown'],
  ['commas of a part apart from those between parts', { in: 'query', explode: false }, ['x,y', 'z&'], 'color=x%2Cy,z%26'],
  ['points of a part apart from those between parts', { in: 'path', style: 'label', explode: true }, [1.5, 2], '.1%2E5.2'],
  ['points of a list that commas separate', { in: 'path', style: 'label' }, [1.5, 2], '.1.5,2'],
  ['points of a text', { in: 'path', style: 'label', explode: true }, '1.5', '.1.5'],
  ['points of a list without a label', { in: 'path', explode: true }, [1.5, 2], '1.5,2'],
  ['an empty member, exploded', { in: 'path', explode: true }, { R: '' }, 'R='],
  ['an empty item of a matrix', { in: 'path', style: 'matrix', explode: true }, ['a', ''], ';color=a;color'],
  ['an empty member of a matrix', { in: 'path', style: 'matrix', explode: true }, { R: '', G: 1 }, ';R;G=1'],
  ['an integer of any length', { in: 'path' }, 2n ** 64n, '18446744073709551616'],
  [
    'reserved characters of a query',
    { in: 'query', allowReserved: true },
    'a/b?c:d@e,f;g=h&i+j#k[l]',
    'color=a/b?c:d@e,f;g=h%26i%2Bj%23k%5Bl%5D',
  ],
  ['reserved characters of a path', { in: 'path', allowReserved: true }, 'a/b?c:d@e,f', 'a%2Fb%3Fc:d@e,f'],
  ['what is percent-encoded already', { in: 'query', allowReserved: true }, '100%25 %', 'color=100%25%20%25'],
  ['reserved commas of a part apart', { in: 'query', explode: false, allowReserved: true }, ['a,b', 'c/d'], 'color=a%2Cb,c/d'],
  ['what is no percent-encoding', { in: 'query', allowReserved: true }, '%4 %4g', 'color=%254%20%254g'],
  ['JSON of any characters in a query', { in: 'query', json: true }, 'é', 'color=%22%C3%A9%22'],
  ['JSON in a query', { in: 'query', json: true }, { a: 'b' }, 'color=%7B%22a%22%3A%22b%22%7D'],
  ['JSON text', { in: 'query', json: true }, 'b', 'color=%22b%22'],
  ['JSON in a path', { in: 'path', json: true }, [1], '%5B1%5D'],
  [
    'objects within a deep object as most clients do',
    { in: 'query', style: 'deepObject' },
    { a: { b: [1, 2] } },
    'color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2',
  ],
])('writes %s', (_, parameter, value, expected) => {
  expect(written({ name: 'color', ...parameter }, value)).toBe(expected);
});

it.each<[string, Partial<StyledParameter>, unknown, Array<[string, string]>]>([
  [
    'a form',
    {},
    { a: 'x y', b: [1, 2] },
    [
      ['a', 'x%20y'],
      ['b', '1'],
      ['b', '2'],
    ],
  ],
  ['a form with encoding', { encoding: { b: { explode: false } } }, { b: [1, 2] }, [['b', '1,2']]],
  ['JSON', { json: true }, { a: 1 }, [['', '%7B%22a%22%3A1%7D']]],
  ['nothing', {}, undefined, []],
])('writes a whole query that is %s', (_, style, value, pairs) => {
  expect(parameterPairs({ name: 'color', in: 'querystring', ...style }, value, encodeURIComponent)).toEqual(pairs);
});

it('encodes nothing without a function for it', () => {
  expect(parameterPairs({ name: 'a b', in: 'query', style: 'spaceDelimited' }, ['x y', 'z'])).toEqual([['a b', 'x y z']]);
});

it('a form repeats lists, writes objects as JSON, leaves null out, and does otherwise where the description says so', () => {
  const fields = { tags: ['a', 'b'], size: { width: 3 }, none: null, codes: [1, 2], filter: { state: 'open' }, note: 'x' };
  const encoding = {
    codes: { explode: false },
    filter: { style: 'deepObject', explode: true },
    note: { contentType: 'application/json' },
  };
  expect(formPairs(fields, encoding)).toEqual([
    ['tags', 'a'],
    ['tags', 'b'],
    ['size', '{"width":3}'],
    ['codes', '1,2'],
    ['filter[state]', 'open'],
    ['note', '"x"'],
  ]);
});

it.each([
  ['~', '"~"'],
  ['\u007f', String.raw`"\u007f"`],
  ['é€', String.raw`"\u00e9\u20ac"`],
])('JSON in a header has no characters beyond ASCII: %j', (value, text) => {
  expect(parameterPairs({ name: 'A', in: 'header', json: true }, value)).toEqual([['A', text]]);
});

it.each([
  [{ style: 'pipeDelimited' }, ['1', '2'], [['a', '1|2']]],
  [{ allowReserved: true }, 'x/y', [['a', 'x/y']]],
  [{}, 'x/y', [['a', 'x%2Fy']]],
])('a field of a form with the encoding %j', (encoding, value, pairs) => {
  const encode = (text: string): string => text.replaceAll('/', '%2F');
  expect(formPairs({ a: value }, { a: encoding }, encode)).toEqual(pairs);
});

it('pairs are joined, and a text without a name is alone', () => {
  expect(
    joinedPairs([
      ['a', 'b'],
      ['', 'c'],
      ['d', ''],
    ]),
  ).toEqual(['a=b', 'c', 'd=']);
});
