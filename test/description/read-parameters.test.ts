import { expect, it } from 'vitest';
import { isPartOf, readPairs, readWhole } from '../../src/description/parameters/read.js';
import { shapeOf, type Shape } from '../../src/description/parameters/shape.js';
import type { StyledParameter } from '../../src/description/parameters/write.js';
import type { Schema } from '../../src/description/types.js';

const json = (value: string): unknown[] => (/^[[{].*[}\]]$/.test(value) ? [JSON.parse(value)] : []);
const rules = { matches: (pattern: string, name: string): boolean => new RegExp(pattern).test(name), json };
const description = { openapi: '3.1.0', info: { title: 'Things', version: '1' } };
const shape = (schema: Schema | undefined): Shape => shapeOf(description, schema, rules);
/** Whether a name belongs to no other parameter. */
const isFree = (name: string): boolean => name !== 'q';

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };
const integers: Schema = { type: 'array', items: integer };
const texts: Schema = { type: 'array', items: text };
const textsOrObject: Schema = { type: ['array', 'object'], items: text };
const textOrTexts: Schema = { type: ['array', 'string'], items: text };
const object: Schema = { type: 'object', properties: { a: integer, b: text } };
const closed: Schema = { ...object, additionalProperties: false };
const nested: Schema = { type: 'object', properties: { l: integers, o: object, m: { type: 'array', items: object } } };
const mixed: Schema = { type: 'object', properties: { a: { type: ['integer', 'string'] }, b: text } };

type Parameter = Omit<StyledParameter, 'name'>;
type Row = [parameter: Parameter, schema: Schema | undefined, sent: string, read: unknown[] | string | undefined];

/** A reading of values, or of a problem. */
const reading = (read: Row[3]): unknown =>
  read === undefined ? undefined : typeof read === 'string' ? { values: [], problem: read } : { values: read };

it.each<Row>([
  [{ in: 'query' }, text, 'p=a+b', ['a b']],
  [{ in: 'query' }, text, 'p=%2B', ['+']],
  [{ in: 'query' }, text, 'q=1', undefined],
  [{ in: 'query' }, text, '', undefined],
  [{ in: 'query' }, text, 'p=a | p=b', 'is there 2 times: send it once.'],
  [{ in: 'query' }, integers, 'p=1', [[1]]],
  [{ in: 'query' }, integers, 'p=1 | p=2', [[1, 2]]],
  [{ in: 'query' }, integers, 'p=x | q=1', [['x']]],
  [{ in: 'query' }, integers, 'p=', [['']]],
  [{ in: 'query' }, integers, 'p=[1,2]', [[1, 2], ['[1,2]']]],
  [
    { in: 'query' },
    { type: 'array', items: { type: ['string', 'integer'] } },
    'p=1 | p=2',
    [
      [1, 2],
      ['1', '2'],
    ],
  ],
  [{ in: 'query' }, undefined, 'p=1', ['1', 1]],
  [{ in: 'query' }, undefined, 'p=1 | p=2', [['1', '2']]],
  [{ in: 'query', style: 'form', explode: false }, integers, 'p=1,2', [[1, 2]]],
  [{ in: 'query', style: 'form', explode: false }, integers, 'p=1', [[1]]],
  [{ in: 'query', style: 'form', explode: false }, integers, 'p=', [['']]],
  [{ in: 'query', style: 'form', explode: false }, integers, 'p=1%2C2', [[1, 2], ['1,2']]],
  [{ in: 'query', style: 'form', explode: false }, integers, 'p=1,2 | p=3', 'is there 2 times: send it once.'],
  [{ in: 'query', style: 'form', explode: false }, integers, 'q=1', undefined],
  [{ in: 'query', style: 'form', explode: false }, integers, 'p=[1]', [[1], ['[1]']]],
  [{ in: 'query', style: 'form', explode: false }, texts, 'p=a%2Cb', [['a,b'], ['a', 'b']]],
  [{ in: 'query', style: 'form', explode: false }, texts, 'p=a%2Cb,c', [['a,b', 'c']]],
  [{ in: 'query', style: 'form', explode: false }, texts, 'p=a+b,c', [['a b', 'c']]],
  [{ in: 'query', style: 'form', explode: false }, object, 'p=a,1,b,x', [{ a: 1, b: 'x' }]],
  [{ in: 'query', style: 'form', explode: false }, object, 'p=a,1,b', 'cannot be read in the style that is documented.'],
  [{ in: 'query', style: 'form', explode: false }, object, 'p=x', 'cannot be read in the style that is documented.'],
  [{ in: 'query', style: 'form', explode: false }, textsOrObject, 'p=a,1', [{ a: '1' }, ['a', '1']]],
  [{ in: 'query', style: 'form', explode: false }, textOrTexts, 'p=a,b', [['a', 'b'], 'a,b']],
  [{ in: 'query', style: 'form', explode: false }, textOrTexts, 'p=a', ['a', ['a']]],
  [{ in: 'query', style: 'form', explode: false }, text, 'p=a,b', ['a,b']],
  [{ in: 'query', style: 'spaceDelimited' }, integers, 'p=1%202', [[1, 2]]],
  [{ in: 'query', style: 'spaceDelimited' }, integers, 'p=1+2', [[1, 2]]],
  [{ in: 'query', style: 'spaceDelimited' }, integers, 'p=1 2', [[1, 2]]],
  [{ in: 'query', style: 'spaceDelimited' }, integers, 'p=1', [[1]]],
  [{ in: 'query', style: 'pipeDelimited' }, integers, 'p=1|2', [[1, 2]]],
  [{ in: 'query', style: 'pipeDelimited' }, integers, 'p=1%7c2', [[1, 2]]],
  [{ in: 'query', style: 'pipeDelimited' }, integers, 'p=1', [[1]]],
  [{ in: 'query', style: 'pipeDelimited', explode: true }, integers, 'p=1 | p=2', [[1, 2]]],
  [{ in: 'query' }, object, 'a=1 | b=x', [{ a: 1, b: 'x' }]],
  [{ in: 'query' }, object, 'a=1 | a=2', [{ a: ['1', '2'] }]],
  [{ in: 'query' }, object, 'c=5', undefined],
  [{ in: 'query' }, object, 'p={"a":1}', [{ a: 1 }]],
  [{ in: 'query' }, object, 'p=x', ['x']],
  [{ in: 'query' }, closed, 'a=1 | c=5', [{ a: 1 }]],
  [{ in: 'query' }, closed, 'c=5', undefined],
  [{ in: 'query' }, closed, 'p=1', ['1']],
  [{ in: 'query' }, { type: 'object', patternProperties: { '^x': integer } }, 'x1=1', [{ x1: 1 }]],
  [{ in: 'query' }, { type: 'object', patternProperties: { '^x': integer } }, 'y=a', [{ y: 'a' }]],
  [{ in: 'query' }, { type: 'object', additionalProperties: integer }, 'z=1', [{ z: 1 }]],
  [{ in: 'query', style: 'deepObject' }, object, 'p[a]=1 | p[b]=x', [{ a: 1, b: 'x' }]],
  [{ in: 'query', style: 'deepObject' }, object, 'p=x', ['x']],
  [{ in: 'query', style: 'deepObject' }, object, 'p[a]=1 | p[a]=2', [{ a: ['1', '2'] }]],
  [{ in: 'query', style: 'deepObject' }, object, 'q[a]=1', undefined],
  [{ in: 'query', style: 'deepObject' }, object, 'pp[a]=1', undefined],
  [{ in: 'query', style: 'deepObject' }, object, 'p[a=1', undefined],
  [{ in: 'query', style: 'deepObject' }, object, 'p[]=1', [{ '': '1' }]],
  [{ in: 'query', style: 'deepObject' }, object, 'p[a]x=1', undefined],
  [{ in: 'query', style: 'deepObject' }, object, 'p[c][d]=1', [{ c: { d: '1' } }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[l]=1 | p[l]=2', [{ l: [1, 2] }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[l][]=1 | p[l][]=2', [{ l: [1, 2] }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[l][0]=1 | p[l][1]=2', [{ l: [1, 2] }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[l][x]=1', [{ l: { x: '1' } }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[o][a]=1', [{ o: { a: 1 } }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[l]=1', [{ l: [1] }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[m][0][a]=1 | p[m][1][a]=2', [{ m: [{ a: 1 }, { a: 2 }] }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[l][1x]=1', [{ l: { '1x': '1' } }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[l][x1]=1', [{ l: { x1: '1' } }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[l][0]=1 | p[l][x]=2', [{ l: { 0: '1', x: '2' } }]],
  [{ in: 'query', style: 'deepObject' }, nested, 'p[o][0]=1', [{ o: { 0: '1' } }]],
  [
    { in: 'query' },
    mixed,
    'a=1 | b=x',
    [
      { a: 1, b: 'x' },
      { a: '1', b: 'x' },
    ],
  ],
  [{ in: 'query' }, mixed, 'a=y | b=x', [{ a: 'y', b: 'x' }]],
  [{ in: 'query' }, mixed, 'a=1 | a=2', [{ a: ['1', '2'] }]],
  [
    { in: 'query' },
    { type: 'object', properties: { a: { type: ['integer', 'string'] }, b: integer } },
    'a=1 | b=2',
    [{ a: 1, b: 2 }],
  ],
  [{ in: 'cookie' }, integers, 'p=1&p=2&x', [['1&p=2&x']]],
  [{ in: 'cookie' }, text, 'p=a+b', ['a+b']],
  [{ in: 'cookie' }, text, 'p=a%20b', ['a b']],
  [{ in: 'cookie', style: 'cookie' }, text, 'p=a%20b', ['a%20b']],
  [{ in: 'cookie' }, integers, 'p=1&p=2', [[1, 2]]],
  [{ in: 'cookie' }, integers, 'a=1&b=x%20y', undefined],
  [{ in: 'cookie' }, integers, 'p=1&x', [['1&x']]],
  [{ in: 'cookie' }, integers, 'a=1 | b=y', undefined],
  [{ in: 'cookie' }, object, 'p=1&p=2', 'is there 2 times: send it once.'],
  [{ in: 'cookie' }, object, 'a=1&b=x%20y', [{ a: 1, b: 'x y' }]],
  [{ in: 'cookie' }, object, 'p=1&x', ['1&x']],
  [{ in: 'cookie' }, object, 'a=1 | b=y', [{ a: 1, b: 'y' }]],
  [{ in: 'cookie' }, text, 'p=1&p=2', ['1&p=2']],
])('a parameter %o of the schema %o is read from %j: %o', (parameter, schema, sent, read) => {
  const pairs = sent.split(' | ').map((pair) => ({ name: pair.replace(/=.*/, ''), text: pair.replace(/^[^=]*=?/, '') }));
  expect(readPairs({ name: 'p', ...parameter }, shape(schema), pairs, isFree)).toEqual(reading(read));
});

it.each<Row>([
  [{ in: 'path' }, text, 'a%20b', ['a b']],
  [{ in: 'path' }, text, 'a,b', ['a,b']],
  [{ in: 'path' }, text, 'a+b', ['a+b']],
  [{ in: 'path' }, integers, '1,2', [[1, 2]]],
  [{ in: 'path' }, integers, '1', [[1]]],
  [{ in: 'path' }, integers, 'x', [['x']]],
  [{ in: 'path' }, integers, '', [['']]],
  [{ in: 'path' }, object, 'a,1,b,x', [{ a: 1, b: 'x' }]],
  [{ in: 'path' }, object, 'a,1,b', 'cannot be read in the style that is documented.'],
  [{ in: 'path' }, object, 'x', 'cannot be read in the style that is documented.'],
  [{ in: 'path', explode: true }, object, 'a=1,b=x', [{ a: 1, b: 'x' }]],
  [{ in: 'path', explode: true }, object, 'a=1,b', 'cannot be read in the style that is documented.'],
  [{ in: 'path', explode: true }, object, 'x', 'cannot be read in the style that is documented.'],
  [{ in: 'path', explode: true }, integers, '1,2', [[1, 2]]],
  [{ in: 'path', explode: true }, integers, '1', [[1]]],
  [{ in: 'path', explode: true }, textsOrObject, 'a=1,b=2', [{ a: '1', b: '2' }, ['a=1', 'b=2']]],
  [{ in: 'path', explode: true }, textsOrObject, 'a', [['a']]],
  [{ in: 'path', explode: true }, textOrTexts, 'a,b', [['a', 'b'], 'a,b']],
  [{ in: 'path', explode: true }, textOrTexts, 'a', ['a', ['a']]],
  [{ in: 'path' }, texts, 'a.b', [['a.b']]],
  [{ in: 'path' }, { type: ['object', 'integer'] }, 'x', ['x']],
  [{ in: 'path', style: 'label' }, integers, '.1.x', [['1.x'], [1, 'x']]],
  [{ in: 'path', style: 'matrix', explode: true }, object, ';p=1;b=x', [{ p: '1', b: 'x' }]],
  [{ in: 'path', style: 'matrix' }, texts, ';p=a%2Cb', [['a,b'], ['a', 'b']]],
  [{ in: 'path', style: 'label' }, text, '.a', ['a']],
  [{ in: 'path', style: 'label' }, text, 'a', 'must begin with ".".'],
  [{ in: 'path', style: 'label' }, text, '.a.b', ['a.b']],
  [{ in: 'path', style: 'label' }, integers, '.1,2', [[1, 2]]],
  [{ in: 'path', style: 'label' }, integers, '.1.2', [[1.2], [1, 2]]],
  [{ in: 'path', style: 'label' }, integers, '.1', [[1]]],
  [{ in: 'path', style: 'label' }, integers, '.', [['']]],
  [{ in: 'path', style: 'label', explode: true }, integers, '.1.2', [[1, 2]]],
  [{ in: 'path', style: 'label', explode: true }, integers, '.1', [[1]]],
  [{ in: 'path', style: 'label', explode: true }, object, '.a=1.b=x', [{ a: 1, b: 'x' }]],
  [{ in: 'path', style: 'label' }, object, '.a,1', [{ a: 1 }]],
  [{ in: 'path', style: 'matrix' }, text, ';p=a', ['a']],
  [{ in: 'path', style: 'matrix' }, text, ';p', ['']],
  [{ in: 'path', style: 'matrix' }, text, ';q=a', 'must begin with ";p=".'],
  [{ in: 'path', style: 'matrix' }, text, 'p=a', 'must begin with ";".'],
  [{ in: 'path', style: 'matrix' }, text, ';p=', ['']],
  [{ in: 'path', style: 'matrix' }, integers, ';p=1,2', [[1, 2]]],
  [{ in: 'path', style: 'matrix' }, integers, ';p=1;p=2', [[1, 2]]],
  [{ in: 'path', style: 'matrix', explode: true }, integers, ';p=1;p=2', [[1, 2]]],
  [{ in: 'path', style: 'matrix', explode: true }, integers, ';p=1', [[1]]],
  [{ in: 'path', style: 'matrix', explode: true }, integers, ';q=1', 'must begin with ";p=".'],
  [{ in: 'path', style: 'matrix', explode: true }, object, ';a=1;b=x', [{ a: 1, b: 'x' }]],
  [{ in: 'path', style: 'matrix', explode: true }, object, ';p=x', ['x']],
  [{ in: 'path', style: 'matrix', explode: true }, object, ';a', [{ a: '' }]],
  [{ in: 'path', style: 'matrix' }, object, ';p=a,1', [{ a: 1 }]],
  [{ in: 'path', style: 'matrix' }, object, ';a=1', 'must begin with ";p=".'],
  [{ in: 'header' }, text, ' a ', ['a']],
  [{ in: 'header' }, text, 'a%20b', ['a%20b']],
  [{ in: 'header' }, text, 'a, b', ['a, b']],
  [{ in: 'header' }, integers, '1, 2', [[1, 2]]],
  [{ in: 'header' }, integers, ' 1 ,, 2,', [[1, 2]]],
  [{ in: 'header' }, integers, '', [[]]],
  [{ in: 'header' }, integers, ' , ', [[]]],
  [{ in: 'header' }, integers, '1', [[1]]],
  [{ in: 'header' }, texts, 'a,b', [['a', 'b']]],
  [{ in: 'header' }, { type: ['array', 'null'], items: integer }, '', [[], null]],
  [{ in: 'header' }, { type: ['array', 'string'], items: integer }, '', [[], '']],
  [{ in: 'header', explode: true }, object, 'a=1, b=x', [{ a: 1, b: 'x' }]],
  [{ in: 'header', explode: true }, object, 'a=1', [{ a: 1 }]],
  [{ in: 'header' }, object, 'a, 1', [{ a: 1 }]],
])('a parameter %o of the schema %o is read from the text %j: %o', (parameter, schema, sent, read) => {
  expect(readWhole({ name: 'p', ...parameter }, shape(schema), sent)).toEqual(reading(read));
});

it.each<[parameter: Parameter, schema: Schema | undefined, name: string, isPart: boolean]>([
  [{ in: 'query' }, text, 'p', true],
  [{ in: 'query' }, text, 'a', false],
  [{ in: 'query' }, object, 'a', true],
  [{ in: 'query' }, object, 'c', false],
  [{ in: 'query' }, object, 'q', false],
  [{ in: 'query', style: 'form', explode: false }, object, 'a', false],
  [{ in: 'query', style: 'form', explode: false }, object, 'p', true],
  [{ in: 'query' }, closed, 'c', false],
  [{ in: 'query', style: 'deepObject' }, object, 'p[a]', true],
  [{ in: 'query', style: 'deepObject' }, object, 'p', true],
  [{ in: 'query', style: 'deepObject' }, object, 'a', false],
  [{ in: 'query', style: 'deepObject' }, object, 'pa', false],
  [{ in: 'query', style: 'pipeDelimited' }, object, 'a', false],
  [{ in: 'query', style: 'pipeDelimited', explode: true }, object, 'a', true],
])('of a parameter %o of the schema %o the name %s is a part: %s', (parameter, schema, name, isPart) => {
  expect(isPartOf({ name: 'p', ...parameter }, shape(schema), name, isFree)).toBe(isPart);
});

it.each([
  [20, 1],
  [21, 0],
])('a deep object of %i levels has %i values', (levels, values) => {
  const pairs = [{ name: `p${'[a]'.repeat(levels)}`, text: '1' }];
  const read = readPairs({ name: 'p', in: 'query', style: 'deepObject' }, shape(object), pairs, isFree);
  expect(read?.values).toHaveLength(values);
  expect(read?.problem).toBe(values > 0 ? undefined : 'is nested deeper than 20 levels.');
});

it('what cannot be decoded is an error', () => {
  expect(() => readPairs({ name: 'p', in: 'query' }, shape(text), [{ name: 'p', text: '%' }], isFree)).toThrow(URIError);
  expect(() => readWhole({ name: 'p', in: 'path' }, shape(text), '%')).toThrow(URIError);
});
