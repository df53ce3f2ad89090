import { describe, expect, test } from 'vitest';
import type { Description, Schema } from '../../../src/description/types.js';
import { alternativesOf } from '../../../src/requests/examples/alternatives.js';
import { madeValue, type MadeValue } from '../../../src/requests/examples/made-value.js';
import { canBe, membersNamed, statedValues } from '../../../src/requests/examples/stated-values.js';

type Parts = Schema[];

test.each<[what: string, parts: object[], values: Array<[value: unknown, hasExample: boolean]>]>([
  ['nothing', [{}, { type: 'string' }], []],
  [
    'an example, then others',
    [{ examples: ['b', 'c'], example: 'a' }],
    [
      ['a', true],
      ['b', true],
      ['c', true],
    ],
  ],
  ['null as an example', [{ example: null }], [[null, true]]],
  ['examples that are no list', [{ examples: { a: 1 } }], []],
  [
    'examples of all, then constants, defaults and what is listed, null last',
    [
      { enum: [null, 'e'], default: 'd' },
      { const: 'c', example: 'x', enum: ['f'] },
    ],
    [
      ['x', true],
      ['c', false],
      ['d', false],
      ['e', false],
      ['f', false],
      [null, false],
    ],
  ],
  ['an enum that is no list', [{ enum: 'a' }], []],
])('of the values, schemas state %s', (_, parts, values) => {
  expect(statedValues(parts as Parts).map(({ value, hasExample }) => [value, hasExample])).toEqual(values);
});

test.each<[parts: object[], types: string[]]>([
  [[{}], []],
  [[{ type: 'string' }], []],
  [[{ type: 'object' }], ['object']],
  [[{ properties: {} }], ['object']],
  [[{ type: 'string', properties: {} }], []],
  [[{ type: 'string' }, { items: {} }], []],
  [[{ items: {} }], ['array']],
  [[{ prefixItems: [] }], ['array']],
  [[{ type: ['array', 'null'] }], ['array']],
  [[{ type: 'null' }], ['null']],
  [[{ type: ['null'] }, { type: 'null' }], ['null']],
  [[{ type: 'null' }, { type: 'string' }], []],
  [
    [{ properties: {} }, { prefixItems: [] }],
    ['object', 'array'],
  ],
])('a value of %j can be made as %j', (parts, types) => {
  expect((['object', 'array', 'null'] as const).filter((type) => canBe(parts as Parts, type))).toEqual(types);
});

test.each<[parts: object[], schemas: unknown[]]>([
  [
    [{ properties: { a: { title: '1' } } }, { properties: { a: { title: '2' } }, additionalProperties: { title: '3' } }],
    ['1', '2'],
  ],
  [[{ properties: { b: { title: '1' } } }, { additionalProperties: { title: '3' } }], ['3']],
  [[{ additionalProperties: true }, { additionalProperties: false }, {}], []],
  [[{ properties: [] }], []],
])('in %j, the schemas of a property are %j', (parts, titles) => {
  expect(membersNamed(parts as Parts, 'a').map((one) => (one as { title: string }).title)).toEqual(titles);
  expect(membersNamed(parts as Parts, 'constructor')).toHaveLength(titles.includes('3') || parts.length === 2 ? 1 : 0);
});

const components = {
  schemas: {
    A: { title: 'A' },
    B: { title: 'B' },
    Text: { type: 'string', enum: ['t'] },
    Tree: { type: 'object', required: ['in'], properties: { in: { $ref: '#/components/schemas/Tree' } } },
    List: { type: 'array', items: { $ref: '#/components/schemas/List' } },
    'a/b': { title: 'a/b' },
  },
};
const description = { openapi: '3.1.1', info: { title: '', version: '' }, components } as unknown as Description;
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

describe('the ways to choose from alternatives', () => {
  const titles = (schema: object): unknown[][] =>
    alternativesOf(description, [schema as Schema]).map((parts) =>
      parts.flatMap((part) => {
        const { title, properties } = part as { title?: string; properties?: object };
        return title ?? (properties ? JSON.stringify(properties) : []);
      }),
    );
  const titled = (...all: string[]): object[] => all.map((title) => ({ title }));
  const kindOf = (key: unknown): string => JSON.stringify({ kind: { const: key } });

  test.each<[what: string, schema: object, ways: unknown[][]]>([
    ['none', { title: 'own' }, [['own']]],
    [
      'each of oneOf',
      { title: 'own', oneOf: titled('1', '2') },
      [
        ['own', '1'],
        ['own', '2'],
      ],
    ],
    ['each of anyOf', { anyOf: titled('1', '2') }, [['1'], ['2']]],
    ['oneOf before anyOf', { oneOf: titled('1'), anyOf: titled('2') }, [['1']]],
    ['null last', { anyOf: [{ type: 'null', title: '0' }, { title: '1' }] }, [['1'], ['0']]],
    [
      'each of the inner ones',
      { oneOf: [{ title: '1', oneOf: titled('a', 'b') }, { title: '2' }] },
      [['1', 'a'], ['1', 'b'], ['2']],
    ],
    ['the target of a reference', { oneOf: [ref('A'), ref('B')] }, [['A'], ['B']]],
    [
      'by the names of the schemas',
      { oneOf: [ref('A'), ref('a~1b')], discriminator: { propertyName: 'kind' } },
      [
        ['A', kindOf('A')],
        ['a/b', kindOf('a/b')],
      ],
    ],
    [
      'by a mapping to a reference or a name',
      {
        oneOf: [ref('A'), ref('B')],
        discriminator: { propertyName: 'kind', mapping: { x: 'other', a: '#/components/schemas/A', b: 'B' } },
      },
      [
        ['A', kindOf('a')],
        ['B', kindOf('b')],
      ],
    ],
    ['no name of a schema in place', { oneOf: titled('1'), discriminator: { propertyName: 'kind' } }, [['1']]],
    ['no name by a broken discriminator', { oneOf: [ref('A')], discriminator: { propertyName: 1, mapping: 1 } }, [['A']]],
    [
      'the name by a broken mapping',
      { oneOf: [ref('A')], discriminator: { propertyName: 'kind', mapping: 1 } },
      [['A', kindOf('A')]],
    ],
    ['no discriminator that is a text', { oneOf: [ref('A')], discriminator: 'kind' }, [['A']]],
  ])('are %s', (_, schema, ways) => {
    expect(titles(schema)).toEqual(ways);
  });

  test('are as many as are tried', () => {
    const many = titled(...Array.from({ length: 40 }, (_, index) => String(index)));
    expect(titles({ oneOf: many })).toHaveLength(30);
    expect(titles({ oneOf: titled('1', '2'), allOf: [] })).toHaveLength(2);
    const inner = titled(...Array.from({ length: 20 }, (_, index) => String(index)));
    expect(alternativesOf(description, [{ oneOf: inner }, { oneOf: titled('a', 'b') }] as Schema[])).toHaveLength(30);
  });
});

/** Makes a value, and judges each attempt by a list of paths to what is invalid; none after them. */
function made(
  schema: unknown,
  { problems = [], required = true }: { problems?: Array<string[] | undefined>; required?: boolean } = {},
): MadeValue & { tried: unknown[] } {
  const tried: unknown[] = [];
  const found = madeValue(description, schema as Schema, (value) => problems[tried.push(value) - 1], required);
  return { ...found, tried };
}

const object = (properties: object, required: unknown[] = Object.keys(properties)): object => ({
  type: 'object',
  required,
  properties,
});
const items = (schema: object, more: object = {}): object => ({ type: 'array', items: schema, ...more });

test.each<[what: string, schema: unknown, value: unknown]>([
  ['a stated value', { enum: ['a', 'b'] }, 'a'],
  ['null, where nothing else is possible', { type: 'null' }, null],
  ['an object of what is required', object({ a: { enum: [1] }, b: { const: 2 } }), { a: 1, b: 2 }],
  [
    'an object with optional examples, in its order',
    object({ a: { example: 1 }, b: { const: 2 }, c: { const: 3 } }, ['b']),
    { a: 1, b: 2 },
  ],
  ['an object without what is read only', object({ a: { const: 1 }, b: { readOnly: true, const: 2 } }), { a: 1 }],
  ['an object with what is not said to be read only', object({ a: { readOnly: false, const: 1 } }), { a: 1 }],
  ['an object of names that are no texts', object({ a: { const: 1 } }, ['a', 1, null]), { a: 1 }],
  [
    'an object whose optional member lacks a part',
    object({ a: { const: 1 }, b: object({ c: {}, d: { example: 1 } }) }, ['a']),
    { a: 1 },
  ],
  ['a list of one item', items(ref('Text')), ['t']],
  ['a list of as many items as needed', items(ref('Text'), { minItems: 3 }), ['t', 't', 't']],
  ['a list of different items', items({ enum: [1, 2, 3] }, { minItems: 3, uniqueItems: true }), [1, 2, 3]],
  ['a list after a tuple', { prefixItems: [{ const: 1 }], items: { enum: [1, 2] }, minItems: 3, uniqueItems: true }, [1, 1, 2]],
  [
    'the first tuple of several',
    { allOf: [{ prefixItems: [] }, { prefixItems: [{ const: 1 }, { const: 2 }] }, { prefixItems: [{ const: 3 }] }] },
    [1, 2],
  ],
  ['a tuple up to what has no value', { prefixItems: [{ const: 1 }, {}, { const: 3 }] }, [1]],
  ['a list within a list', items(items({ const: 1 })), [[1]]],
  ['a list of a hundred items and no more', items({ const: 1 }, { minItems: 101 }), Array<number>(100).fill(1)],
  ['an alternative that has a value', { oneOf: [object({ a: {} }), object({ a: { const: 1 } })] }, { a: 1 }],
])('%s is made', (_, schema, value) => {
  expect(made(schema)).toEqual({ value, tried: [value] });
});

test.each<[what: string, schema: unknown, missing: string[][]]>([
  ['the value', {}, [[]]],
  ['a member', object({ a: { const: 1 }, b: {} }), [['b']]],
  ['all members that lack a value', object({ a: {}, b: object({ c: {}, d: {} }) }), [['a'], ['b', 'c'], ['b', 'd']]],
  ['what the first alternative lacks', { oneOf: [object({ a: {} }), object({ b: {}, c: {} })] }, [['a']]],
  ['the list for an item', object({ a: items({}) }), [['a']]],
  ['a member of an item', items(object({ b: {} })), [['0', 'b']]],
  ['the list for different items', items({ enum: [1, 2] }, { minItems: 3, uniqueItems: true }), [[]]],
  ['an object without members', { type: 'object' }, [[]]],
  ['what contains itself', ref('Tree'), [Array<string>(10).fill('in')]],
  ['a list in itself', ref('List'), [Array<string>(9).fill('0')]],
])('%s that the description has no value for is named', (_, schema, missing) => {
  expect(made(schema)).toEqual({ missing, tried: [] });
});

test.each<[what: string, schema: unknown, problems: string[][], found: object, tried: unknown[]]>([
  ['the next value', { enum: [1, 2, 3] }, [[], []], { value: 3 }, [1, 2, 3]],
  [
    'the problem is named, where what follows lacks a value',
    { oneOf: [{ const: 1 }, object({ a: {} })] },
    [[]],
    { missing: [[]] },
    [1],
  ],
  ['none, after the last', { enum: [1, 2] }, [[], []], { missing: [[]] }, [1, 2]],
  [
    'another value of the part',
    object({ a: { enum: [1, 2] }, b: { enum: [3, 4] } }),
    [['a']],
    { value: { a: 2, b: 3 } },
    [
      { a: 1, b: 3 },
      { a: 2, b: 3 },
    ],
  ],
  [
    'another value around a part without another',
    { examples: [{ a: 1 }, { a: 2 }] },
    [['a', 'b']],
    { value: { a: 2 } },
    [{ a: 1 }, { a: 2 }],
  ],
  [
    'an item of a list',
    items({ enum: [1, 2] }, { minItems: 2 }),
    [['1']],
    { value: [1, 2] },
    [
      [1, 1],
      [1, 2],
    ],
  ],
  [
    'the next alternative, with the first values in it',
    { oneOf: [object({ a: { enum: [1, 2] } }), object({ a: { enum: [3, 4] } })] },
    [['a'], [], []],
    { value: { a: 3 } },
    [{ a: 1 }, { a: 2 }, { a: 1 }, { a: 3 }],
  ],
  [
    'what is required alone',
    object({ a: { const: 1 }, b: { example: 2 } }, ['a']),
    [['b']],
    { value: { a: 1 } },
    [{ a: 1, b: 2 }, { a: 1 }],
  ],
  [
    'the first part that was invalid',
    object({ a: { const: 1 }, b: { const: 2 } }),
    [['b'], ['a'], ['a']],
    { missing: [['b']] },
    [
      { a: 1, b: 2 },
      { a: 1, b: 2 },
    ],
  ],
])('where a value is invalid, %s is tried', (_, schema, problems, found, tried) => {
  expect(made(schema, { problems })).toEqual({ ...found, tried });
});

test('as many values are tried as a bound allows', () => {
  const schema = { enum: Array.from({ length: 50 }, (_, index) => index) };
  const invalid = (count: number): string[][] => Array.from({ length: count }, () => []);
  expect(made(schema, { problems: invalid(29) })).toMatchObject({ value: 29 });
  const { tried, ...found } = made(schema, { problems: invalid(30) });
  expect([found, tried.length]).toEqual([{ missing: [[]] }, 30]);
});

test.each<[schema: unknown, found: object]>([
  [{ const: 1 }, { missing: [[]], tried: [] }],
  [{ example: 1 }, { value: 1, tried: [1] }],
  [object({ a: { const: 1 }, b: { example: 2 } }), { value: { a: 1, b: 2 }, tried: [{ a: 1, b: 2 }] }],
  [items({ const: 1 }), { missing: [[]], tried: [] }],
  [
    { type: 'array', prefixItems: [{ const: 1 }, { example: 2 }] },
    { value: [1, 2], tried: [[1, 2]] },
  ],
])('of an input that is not required, only a value with an example is made: %j', (schema, found) => {
  expect(made(schema, { required: false })).toEqual(found);
});
