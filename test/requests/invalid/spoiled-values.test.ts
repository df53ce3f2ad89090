import { expect, it } from 'vitest';
import { spoiledValues } from '../../../src/requests/invalid/spoiled-values.js';
import type { Description, Schema } from '../../../src/description/types.js';

const description: Description = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  components: {
    schemas: {
      Name: { type: 'string', maxLength: 3 },
      Lists: { items: { $ref: '#/components/schemas/Lists' } },
      Tree: { properties: { child: { $ref: '#/components/schemas/Tree' } } },
    },
  },
};

/** The invalid variants of a value, each with its name. */
const spoiled = (schema: object | undefined, value: unknown): Array<[string, unknown]> =>
  [...spoiledValues(description, schema as Schema | undefined, value, 'it')].map(({ what, value: other }) => [
    what.replace(/^it ?/, ''),
    other,
  ]);

/** The variants that only violate the bounds of a schema. */
const outside = (schema: object, value: unknown): Array<[string, unknown]> =>
  spoiled(schema, value).filter(([what]) => what !== 'null' && !what.startsWith('of another type'));

const nothing = ['null', null];

it.each<[string, object | undefined, unknown, unknown[]]>([
  ['of no schema', undefined, 'a', []],
  ['of any type, where there is none', {}, undefined, []],
  ['of any type', {}, 'a', [['of another type', 12_345], ['of another type (object)', {}], nothing]],
  ['a text', { type: 'string' }, undefined, [['of another type', 12_345], ['of another type (object)', {}], nothing]],
  [
    'a text, or nothing',
    { type: ['string', 'null'] },
    null,
    [['of another type', 12_345], ['of another type (object)', {}], nothing],
  ],
  ['an integer', { type: 'integer' }, 7, [['of another type', 'text'], ['of another type (fraction)', 1.5], nothing]],
  ['a whole number', { type: 'number' }, 7, [['of another type', 'text'], ['of another type (fraction)', 1.5], nothing]],
  ['a number', { type: 'number' }, 1.5, [['of another type', 'text'], nothing]],
  ['a truth value', { type: 'boolean' }, true, [['of another type', 'yes'], nothing]],
  ['a list', { type: 'array' }, [], [['of another type', {}], ['of another type (text)', 'text'], nothing]],
  ['an object', { type: 'object' }, {}, [['of another type', []], ['of another type (text)', 'text'], nothing]],
  [
    'an object by its properties',
    { properties: {} },
    undefined,
    [['of another type', []], ['of another type (text)', 'text'], nothing],
  ],
  ['a type that JSON has not', { type: 'file' }, undefined, []],
])('%s is taken for others', (_, schema, value, expected) => {
  expect(spoiled(schema, value)).toEqual(expected);
});

it.each<[string, object, unknown, unknown[]]>([
  ['enum', { enum: ['a'] }, 'a', [['none of the documented values', 'none-of-these']]],
  ['const', { const: '' }, '', [['none of the documented values', 'none-of-these']]],
  ['minLength', { minLength: 2 }, 'ab', [['too short', 'x']]],
  ['minLength 1', { minLength: 1 }, 'ab', [['too short', '']]],
  ['minLength 0', { minLength: 0 }, 'ab', []],
  ['maxLength', { maxLength: 2 }, 'ab', [['too long', 'xxx']]],
  ['maxLength 0', { maxLength: 0 }, '', [['too long', 'x']]],
  ['maxLength of a million', { maxLength: 1_000_000 }, '', []],
  ['pattern', { pattern: '^a' }, 'a', [['outside its pattern', '~']]],
  ['format', { format: 'date' }, 'a', [['that is no date', '~']]],
  ['the bounds of a text, for a number', { minLength: 2, maxLength: 2, pattern: 'a', format: 'date' }, 1, []],
  ['the bounds of a number, for a text', { minimum: 2, maximum: 2, multipleOf: 2 }, 'a', []],
  ['minimum', { minimum: 0 }, 3, [['too small', -1]]],
  ['maximum', { maximum: 0 }, 0.5, [['too large', 1]]],
  ['exclusiveMinimum', { exclusiveMinimum: 0 }, 3, [['too small', 0]]],
  ['exclusiveMaximum', { exclusiveMaximum: 0 }, 3, [['too large', 0]]],
  [
    'exclusiveMinimum of 3.0',
    { minimum: 0, exclusiveMinimum: true },
    3,
    [
      ['too small', -1],
      ['too small by its bound', 0],
    ],
  ],
  [
    'exclusiveMaximum of 3.0',
    { maximum: 0, exclusiveMaximum: true },
    3,
    [
      ['too large', 1],
      ['too large by its bound', 0],
    ],
  ],
  [
    'false bounds of 3.0',
    { minimum: 0, exclusiveMinimum: false, maximum: 9, exclusiveMaximum: false },
    3,
    [
      ['too small', -1],
      ['too large', 10],
    ],
  ],
  ['bounds of 3.0 that exclude nothing', { exclusiveMinimum: true, exclusiveMaximum: true }, 3, []],
  ['multipleOf', { multipleOf: 4 }, 8, [['no multiple', 10]]],
  ['multipleOf, without a value', { type: 'number', multipleOf: 4 }, undefined, [['no multiple', 2]]],
  ['minItems', { minItems: 2 }, [1, 2], [['with too few items', [1]]]],
  ['minItems 0', { minItems: 0 }, [1, 2], []],
  ['maxItems', { maxItems: 2 }, [1], [['with too many items', [1, 1, 1]]]],
  ['maxItems of a thousand', { maxItems: 1000 }, [1], []],
  ['maxItems, without an item', { maxItems: 2 }, [], []],
  ['uniqueItems', { uniqueItems: true }, [1, 2], [['with an item twice', [1, 1, 2]]]],
  ['uniqueItems, without an item', { uniqueItems: true }, [], []],
  ['the bounds of a list, for a text', { minItems: 2, maxItems: 2, uniqueItems: true }, 'a', []],
])('a value is out of its bounds: %s', (_, schema, value, expected) => {
  expect(outside(schema, value)).toEqual(expected);
});

const name = { type: 'string', maxLength: 1 };

it.each<[string, object, unknown, unknown[]]>([
  ['an item of a list', { items: name }, ['a', 'b'], [['.0 too long', ['xx', 'b']]]],
  ['an item of an empty list', { items: name }, [], []],
  ['a member', { properties: { a: name } }, { a: 'a', b: 1 }, [['.a too long', { a: 'xx', b: 1 }]]],
  ['a member that is not there', { properties: { a: name } }, {}, [['.a too long', { a: 'xx' }]]],
  ['a member of no object', { properties: { a: name }, required: ['a'], additionalProperties: false }, ['a'], []],
  ['a member that is only read', { properties: { a: { ...name, readOnly: true } } }, { a: 'a' }, []],
  [
    'a required member',
    { required: ['a'] },
    { a: 'a', b: 1 },
    [
      ['.a missing', { b: 1 }],
      ['.a empty', { a: '', b: 1 }],
    ],
  ],
  ['a required member that is empty', { required: ['a'] }, { a: '' }, [['.a missing', {}]]],
  ['a member of an object that is not there', { type: 'object', required: ['a'] }, undefined, []],
  ['a member of nothing', { type: 'object', required: ['a'] }, null, []],
  ['a required member that is missing', { required: ['a'] }, {}, []],
  [
    'an unknown member',
    { additionalProperties: false },
    { a: 'a' },
    [['with an unknown member', { a: 'a', 'not-a-member': true }]],
  ],
  ['an unknown member that may be there', { additionalProperties: true }, { a: 'a' }, []],
  ['what is referred to', { $ref: '#/components/schemas/Name' }, 'a', [['too long', 'xxxx']]],
  [
    'what is put together',
    {
      allOf: [{ properties: { a: name, b: name }, required: ['a'] }, { allOf: [{ required: ['b'] }] }],
      required: ['c'],
      properties: { a: {} },
    },
    { a: 'a', b: 'b', c: 'c' },
    [
      ['.b missing', { a: 'a', c: 'c' }],
      ['.b empty', { a: 'a', b: '', c: 'c' }],
      ['.a missing', { b: 'b', c: 'c' }],
      ['.a empty', { a: '', b: 'b', c: 'c' }],
      ['.c missing', { a: 'a', b: 'b' }],
      ['.c empty', { a: 'a', b: 'b', c: '' }],
      ['.b too long', { a: 'a', b: 'xx', c: 'c' }],
    ],
  ],
])('a part of a value is spoiled: %s', (_, schema, value, expected) => {
  expect(outside(schema, value).filter(([what]) => !/ of another type| null$/.test(what))).toEqual(expected);
});

it.each<[string, string, (inner: object | undefined) => object]>([
  ['an object', 'Tree', (child) => (child ? { child } : {})],
  ['a list', 'Lists', (item) => (item ? [item] : [])],
])('what refers to itself is spoiled seven levels deep: %s', (_, name, around) => {
  let value = around(undefined);
  for (let level = 0; level < 9; level += 1) value = around(value);
  const names = spoiled({ $ref: `#/components/schemas/${name}` }, value).map(([what]) => ` ${what}`);
  const levels = names.filter((what) => what.endsWith(' null')).map((what) => what.split(/\.child|\.0/).length);
  expect(levels.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('what is put together is followed as deep as it is', () => {
  let schema: object = {};
  for (let level = 9; level >= 0; level -= 1) schema = { required: [`m${level}`], allOf: [schema] };
  const value = Object.fromEntries(Array.from({ length: 10 }, (_, level) => [`m${level}`, '']));
  expect(spoiled(schema, value).flatMap(([what]) => /^\.(m\d) missing/.exec(what)?.[1] ?? [])).toEqual([
    ...['m9', 'm8', 'm7', 'm6', 'm5', 'm4', 'm3', 'm2', 'm1', 'm0'],
  ]);
});
