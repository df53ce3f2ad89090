import { describe, expect, it } from 'vitest';
import { formPairs, parameterPairs, type StyledParameter } from '../../src/description/parameter-style.js';

/** The values of the table of styles in the specification (OpenAPI 3.1.1, section 4.8.12.6). */
const list = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

/** Each style, exploded or not, with the text of a plain value, a list and an object, as the table has them. */
const table: Array<[place: StyledParameter['in'], style: string, explode: boolean, string, string, string]> = [
  ['path', 'matrix', false, ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
  ['path', 'matrix', true, ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
  ['path', 'label', false, '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
  ['path', 'label', true, '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
  ['path', 'simple', false, 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
  ['header', 'simple', true, 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ['query', 'form', false, 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['query', 'form', true, 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
  ['query', 'spaceDelimited', false, 'color=blue', 'color=blue black brown', 'color=R 100 G 200 B 150'],
  ['query', 'pipeDelimited', false, 'color=blue', 'color=blue|black|brown', 'color=R|100|G|200|B|150'],
];

describe.each(table)(
  'a parameter in the %s with the style %s, exploded: %s',
  (place, style, explode, plain, ofList, ofObject) => {
    it.each([
      ['a plain value', 'blue', plain],
      ['a list', list, ofList],
      ['an object', object, ofObject],
    ])('writes %s as the specification does', (_, value, expected) => {
      const pairs = parameterPairs({ name: 'color', in: place, style, explode }, value);
      const isNamed = place === 'query';
      expect(pairs.map((pair) => (isNamed ? pair.join('=') : pair[1])).join('&')).toBe(expected);
    });
  },
);

it.each([
  ['a deep object', { style: 'deepObject' }, object, 'color[R]=100&color[G]=200&color[B]=150'],
  ['a list, exploded by default', {}, list, 'color=blue&color=black&color=brown'],
  ['a list between bars, not exploded by default', { style: 'pipeDelimited' }, list, 'color=blue|black|brown'],
  ['content, as JSON', { content: {} }, object, 'color={"R":100,"G":200,"B":150}'],
  ['nothing for null', {}, null, ''],
  ['nothing for an empty list', {}, [], ''],
])('a query has %s', (_, style, value, expected) => {
  const pairs = parameterPairs({ name: 'color', in: 'query', ...style }, value);
  expect(pairs.map((pair) => pair.join('=')).join('&')).toBe(expected);
});

it('what stands between the parts of a value is not encoded, the parts are', () => {
  const pairs = parameterPairs({ name: 'a b', in: 'query', explode: false }, ['x,y', 'z&'], encodeURIComponent);
  expect(pairs).toEqual([['a%20b', 'x%2Cy,z%26']]);
});

it('a form repeats lists, writes objects as JSON, leaves null out, and does otherwise where the description says so', () => {
  const fields = { tags: ['a', 'b'], size: { width: 3 }, none: null, codes: [1, 2], filter: { state: 'open' } };
  const encoding = { codes: { explode: false }, filter: { style: 'deepObject', explode: true } };
  expect(formPairs(fields, encoding)).toEqual([
    ['tags', 'a'],
    ['tags', 'b'],
    ['size', '{"width":3}'],
    ['codes', '1,2'],
    ['filter[state]', 'open'],
  ]);
});
