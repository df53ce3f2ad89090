import { describe, expect, test } from 'vitest';
import {
  allParts,
  itemSchemas,
  partAt,
  partsAt,
  propertySchemas,
} from '../../../../../src/mock/making/prism/schema/all-parts.js';
import { listedValue, plain, typeOf } from '../../../../../src/mock/making/prism/schema/common-keywords.js';
import { composedValue } from '../../../../../src/mock/making/prism/schema/composed-value.js';
import type { Bundled } from '../../../../../src/mock/making/prism/schema/generator-schema.js';
import { marked, unmarked, withNames } from '../../../../../src/mock/making/prism/schema/keyword-names.js';
import type { GeneratorSchema } from '../../../../../src/mock/making/prism/schema/well-formed.js';
import { isOfParts, textOfPatterns } from '../../../../../src/mock/making/prism/schema/pattern-texts.js';

const integer = { type: 'integer' };
const text = { type: 'string' };
const bundled: Bundled = {
  A: { title: 'A', allOf: [{ $ref: '#/__bundled__/A' }, { title: 'in A' }] },
  Tree: { type: 'object', properties: { name: text, in: { $ref: '#/__bundled__/Tree' } }, required: ['name'] },
  Endless: { type: 'object', properties: { in: { $ref: '#/__bundled__/Endless' } }, required: ['in'] },
};
const ref = (name: string): object => ({ $ref: `#/__bundled__/${name}` });

describe('the schemas that apply together', () => {
  const titles = (parts: object[]): unknown[] => parts.map((part) => ('title' in part ? part.title : part));

  test.each<[what: string, schema: unknown, titles: unknown[]]>([
    ['the schema itself', { title: 'a' }, ['a']],
    ['none', true, []],
    ['those in allOf', { title: 'a', allOf: [{ title: 'b', allOf: [{ title: 'c' }] }, true] }, ['a', 'b', 'c']],
    ['no alternative', { title: 'a', oneOf: [{ title: 'b' }], anyOf: [{ title: 'c' }] }, ['a']],
    ['the target of a reference, each once', ref('A'), ['A', 'in A']],
    ['anything, where a reference leads nowhere', ref('B'), [{}]],
    ['no target, if the reference is no text', { $ref: 1 }, [{ $ref: 1 }]],
  ])('are %s', (_, schema, expected) => {
    expect(titles(allParts(bundled, schema))).toEqual(expected);
  });

  test('are the chosen alternatives, too', () => {
    const schema = { title: 'a', oneOf: [{ title: 'b' }, { title: 'c' }], anyOf: [{ title: 'd' }], allOf: [{ title: 'e' }] };
    expect(titles(allParts(bundled, schema, (all) => all.slice(-1)))).toEqual(['a', 'c', 'd', 'e']);
  });

  test.each<[steps: string[], parts: unknown[], first: unknown]>([
    [[], [{ title: 'whole' }], 'whole'],
    [['a'], ['a', 'of the first'], 'a'],
    [['b'], ['b'], 'b'],
    [['x1'], ['x', 'others'], 'x'],
    [['other'], ['others'], 'others'],
    [['list', '0'], ['first'], 'first'],
    [['list', '1'], ['rest'], 'rest'],
    [['same', '7'], ['item'], 'item'],
    [['1'], ['others'], 'others'],
    [['type'], ['a keyword'], 'a keyword'],
    [['none'], [], undefined],
    [['list', 'x'], [], undefined],
  ])('of the part at %j are %j', (steps, expected, first) => {
    const schema = {
      title: 'whole',
      properties: {
        a: { title: 'a' },
        list: { items: [{ title: 'first' }], additionalItems: { title: 'rest' } },
        same: { items: { title: 'item' } },
        [marked('type')]: { title: 'a keyword' },
        none: true,
      },
      oneOf: [
        { properties: { a: { title: 'of the first' } } },
        { properties: { b: { title: 'b' } }, additionalProperties: true },
      ],
      patternProperties: { '^x': { title: 'x' } },
      anyOf: [
        {
          additionalProperties: { title: 'others' },
          properties: { a: true, list: true, none: true, same: true, [marked('type')]: true },
        },
      ],
    };
    const found = partsAt(bundled, schema, steps);
    if (steps.length === 0) expect(found).toEqual([schema]);
    else if (steps[0] !== 'b') expect(titles(found as object[])).toEqual(expected);
    const part = partAt(bundled, schema, steps);
    expect(part?.title).toBe(first);
  });

  test.each<[schema: object, step: string, schemas: unknown[]]>([
    [{ properties: { b: false } }, 'b', []],
    [{ patternProperties: { '^x': text }, additionalProperties: integer }, 'y', [integer]],
    [{ items: integer, properties: { '1a': text, a1: text } }, '1a', [text]],
    [{ items: integer, properties: { '1a': text, a1: text } }, 'a1', [text]],
    [{ items: integer }, '10', [integer]],
    [{ allOf: [{ items: integer }, { maxItems: 3 }] }, '0', [integer]],
  ])('of %j, those at %s are %j', (schema, step, expected) => {
    expect(partsAt(bundled, schema, [step])).toEqual(expected);
  });

  test('forbid a property or an item, if one of them does', () => {
    const parts = [
      { properties: { a: integer, b: false }, items: integer },
      { additionalProperties: false, items: [text, false] },
    ];
    expect(['a', 'b', 'c'].map((name) => propertySchemas(parts, name))).toEqual([undefined, undefined, undefined]);
    expect(propertySchemas(parts.slice(0, 1), 'a')).toEqual([integer]);
    expect(propertySchemas([{ properties: {} }], 'constructor')).toEqual([]);
    expect([0, 1, 2].map((index) => itemSchemas(parts, index))).toEqual([[integer, text], undefined, [integer]]);
  });
});

test('keywords of several schemas are joined, with the strictest limits', () => {
  const one = {
    minimum: 1,
    maximum: 9,
    minLength: 3,
    maxItems: 4,
    title: 'a',
    multipleOf: 3,
    allOf: [1],
    anyOf: [2],
    oneOf: [3],
  };
  const other = { minimum: 2, maximum: 8, minLength: 2, maxItems: 5, title: 'b', multipleOf: 2, minItems: 1 };
  expect(plain([one, other])).toEqual({
    ...{ minimum: 2, maximum: 8, minLength: 3, maxItems: 4, minItems: 1 },
    ...{ title: 'b', multipleOf: 2 },
  });
  expect(plain([{ minProperties: 'a' }, { minProperties: 1 }, { minProperties: 2 }])).toEqual({ minProperties: 2 });
  expect(plain([{ minProperties: 1 }, { minProperties: 'a' }])).toEqual({ minProperties: 'a' });
  expect(plain([{ 'x-min': 1 }, { 'x-min': 2 }])).toEqual({ 'x-min': 2 });
});

test.each<[lists: unknown[][], types: Array<string | string[] | undefined>, value: unknown]>([
  [
    [
      [1, 2, 3],
      [3, 2],
    ],
    [],
    2,
  ],
  [[[1, 2], [3]], [], undefined],
  [[], [], undefined],
  [[[{ a: [1] }]], ['object'], { a: [1] }],
  [[[{ a: [1] }, { a: [2] }], [{ a: [2] }]], [], { a: [2] }],
  [[[1, 'a', null, true, [], {}, 1.5, 2n]], ['string'], 'a'],
  [[['a', 1.5, 1]], ['integer'], 1],
  [[['a', 2n, 1]], ['integer'], 2n],
  [[['a', 1.5, 1]], ['number'], 1.5],
  [[['a', 2n]], ['number'], 2n],
  [[[{}, 'a', []]], ['array'], []],
  [[[[], null, 'a', {}]], ['object'], {}],
  [[[{}, 0, null]], ['null'], null],
  [[['true', true]], ['boolean'], true],
  [[[1, 'a', true]], [['boolean', 'string'], undefined], 'a'],
  [[[1, 'a', 1.5]], [['number', 'string'], ['integer']], 1],
])('of the values %o, with the types %j, %o is in all lists', (lists, types, value) => {
  expect(
    listedValue(
      lists,
      types.map((type) => (type === undefined ? {} : { type })),
    ),
  ).toEqual(value);
});

test.each<[parts: GeneratorSchema[], type: string]>([
  [[], 'string'],
  [[{}], 'string'],
  [[integer], 'integer'],
  [[{ type: ['null', 'integer'] }], 'integer'],
  [[{ type: ['null'] }], 'null'],
  [[{ type: ['string', 'integer'] }, integer], 'integer'],
  [[{ type: 'number' }, integer], 'integer'],
  [[integer, { type: 'number' }], 'integer'],
  [[{ type: ['string', 'null'] }, { type: ['null', 'array'] }], 'null'],
  [[text, integer], 'string'],
  [[{ type: ['string', 'number'] }, { type: 'number' }], 'number'],
  ...['properties', 'required', 'additionalProperties', 'minProperties'].map((keyword): [GeneratorSchema[], string] => [
    [{}, { [keyword]: 1 }],
    'object',
  ]),
  ...['items', 'minItems', 'uniqueItems'].map((keyword): [GeneratorSchema[], string] => [[{ [keyword]: 1 }], 'array']),
  ...['minimum', 'maximum', 'multipleOf'].map((keyword): [GeneratorSchema[], string] => [[{ [keyword]: 1 }], 'number']),
  [[{ maxLength: 1 }], 'string'],
  [[{ ...integer, properties: {} }], 'integer'],
])('the type of a value of %j is %s', (parts, type) => {
  expect(typeOf(parts)).toBe(type);
});

/** Composes a value; a text or number is made of the names of its keywords and the seed. */
function composed(schema: unknown, variant = 0): unknown {
  const scalar = (part: object, seed: number): unknown => `${Object.keys(part).sort().join()} ${seed}`;
  return composedValue([schema].flat(), variant, { bundled, scalar });
}

const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });

test.each<[what: string, schema: unknown, variant: number, value: unknown]>([
  ['a text', text, 0, 'type 0'],
  ['a text for another seed', text, 7, 'type 7'],
  ['a text of several schemas', [{ minLength: 1 }, { maxLength: 2 }], 0, 'maxLength,minLength,type 0'],
  ['a listed value', { enum: [1, 2] }, 0, 1],
  ['a constant', { const: null }, 0, null],
  ['a value that is listed twice', [{ enum: [1, 2] }, { const: 2 }], 0, 2],
  ['no value that is listed differently', [{ enum: [1] }, { const: 2 }], 0, undefined],
  ['an object', object({ a: text, b: integer }), 0, { a: 'type 0', b: 'type 0' }],
  ['an object in parts', { allOf: [object({ a: text }), object({ a: { minLength: 1 } })] }, 0, { a: 'minLength,type 0' }],
  ['an object with a name that is not described', object({}, { required: ['a'] }), 0, { a: 'type 0' }],
  [
    'a name that is a keyword',
    object({ [marked('type')]: text }, { required: [marked('type'), marked('enum')] }),
    0,
    { type: 'type 0', enum: 'type 0' },
  ],
  ['an object without what is forbidden', object({ a: false, b: text }), 0, { b: 'type 0' }],
  [
    'an object of a size',
    object({ a: text }, { minProperties: 3, additionalProperties: integer }),
    0,
    { a: 'type 0', property1: 'type 0', property2: 'type 0' },
  ],
  ['an object of the size that it has', object({ a: text }, { minProperties: 1 }), 0, { a: 'type 0' }],
  ['a list', { items: integer }, 0, ['type 0']],
  [
    'a list of a length',
    [
      { type: 'array', minItems: 2 },
      { items: integer, minItems: 3 },
    ],
    0,
    ['type 0', 'type 0', 'type 0'],
  ],
  [
    'a list of no more',
    [
      { type: 'array', minItems: 3 },
      { items: integer, maxItems: 2 },
    ],
    0,
    ['type 0', 'type 0'],
  ],
  ['an empty list', { items: integer, maxItems: 0 }, 0, []],
  ['a list of a tuple', { items: [{ const: 1 }, false, { const: 3 }], minItems: 3 }, 0, [1, 3]],
  ['the first alternative', { oneOf: [{ const: 1 }, { const: 2 }] }, 0, 1],
  ['the next alternative', { oneOf: [{ const: 1 }, { const: 2 }] }, 1, 2],
  ['the first again', { oneOf: [{ const: 1 }, { const: 2 }] }, 2, 1],
  ['an alternative with all', { oneOf: [object({ a: text, b: text }, { required: ['b'] })] }, 0, { a: 'type 0', b: 'type 0' }],
  ['an alternative with what is required', { oneOf: [object({ a: text, b: text }, { required: ['b'] })] }, 1, { b: 'type 1' }],
  [
    'an alternative with what tells it apart',
    { oneOf: [object({ a: text }), object({ a: text, b: integer, c: text }), object({ a: text })] },
    6,
    { a: 'type 6', b: 'string' },
  ],
  [
    'another alternative with what tells it apart, of another type',
    { oneOf: [object({ a: text }), object({ [marked('type')]: text })] },
    4,
    { a: 'type 4', type: 0 },
  ],
  ['a text of several patterns', [{ pattern: '^a' }, { pattern: '^b' }], 0, undefined],
  ['a text of one pattern in two schemas', [{ pattern: '^a' }, { pattern: '^a' }], 0, 'pattern,type 0'],
  [
    'a value that contains itself, to a depth',
    ref('Tree'),
    0,
    { name: 'type 0', in: { name: 'type 0', in: { name: 'type 0', in: { name: 'type 0', in: { name: 'type 0' } } } } },
  ],
  ['a list in itself, to a depth', { items: { items: { items: { items: { items: integer } } } } }, 0, [[[[[]]]]]],
])('%s is composed', (_, schema, variant, value) => {
  expect(composed(schema, variant)).toEqual(value);
});

test('what requires itself has no value', () => {
  expect(composed(ref('Endless'))).toBe(undefined);
});

test('deep within a value, an alternative without parts is taken', () => {
  const Node = { type: 'object', required: ['in'], properties: { in: { oneOf: [ref('Node'), integer] } } };
  const scalar = (): number => 7;
  const value = composedValue([ref('Node')], 0, { bundled: { Node }, scalar });
  expect(JSON.stringify(value)).toBe('{"in":{"in":{"in":{"in":7}}}}');
});

test('of many parts, only what is required is made, and of very many no more', () => {
  const wide = (count: number, required: string[] = []): object =>
    object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, text])), { required });
  const sizeOf = (value: unknown): number => Object.keys(Object(value) as object).length;
  expect([200, 201, 250].map((count) => sizeOf(composed(wide(count))))).toEqual([200, 200, 200]);
  expect(sizeOf(composed(wide(250, ['p249'])))).toBe(201);
  expect((composed({ items: integer, minItems: 3000 }) as unknown[]).length).toBe(1999);
});

test('names that the generators would take for keywords are marked, and no others', () => {
  const names = ['$ref', 'type', 'enum', 'faker', '$id', 'required', 'name', 'Type', ''];
  expect(names.map((name) => marked(name) !== name)).toEqual([...Array<boolean>(6).fill(true), false, false, false]);
  expect(names.map((name) => unmarked(marked(name)))).toEqual(names);
  const value = { [marked('type')]: [{ [marked('enum')]: null, a: 'type' }], b: marked('not') };
  expect(withNames(value)).toEqual({ type: [{ enum: null, a: 'type' }], b: marked('not') });
});

describe('a text of several patterns', () => {
  const make = (pattern: string, seed: number): unknown =>
    ({ '[A-Z]': 'A', '[a-z]': 'b', '\\d': '7', '^.{3,}$': 'xyz', '[!?]': seed > 20 ? '!' : '.' })[pattern];

  test.each<[patterns: string[], limits: { minLength?: number; maxLength?: number }, found: string | undefined]>([
    [['[A-Z]', '[a-z]'], {}, 'Ab'],
    [['[A-Z]', '^b'], {}, undefined],
    [['[A-Z]', '[a-z]', '\\d'], {}, 'Ab7'],
    [['^b', '[a-z]', '[A-Z]'], {}, 'bA'],
    [['[a-z]', 'A$', '[A-Z]'], {}, 'bA'],
    [['7$', '[A-Z]', '\\d'], {}, 'A7'],
    [['[A-Z]', '\\d'], { minLength: 5 }, 'A7aaa'],
    [['A', '7$', '[A-Z]', '\\d'], { minLength: 5 }, 'aaaA7'],
    [['[A-Z]', '[a-z]'], { maxLength: 1 }, undefined],
    [['[A-Z]', '[a-z]'], { minLength: 2, maxLength: 2 }, 'Aa'],
    [['[A-Z]', '[!?]'], {}, 'A!'],
    [['^(?=.*[A-Z])(?=.+?\\d).{3,}$'], {}, 'A7xyz'],
    [['(?=.*[A-Z])(?=.*\\d)^.{3,}$'], {}, 'A7xyz'],
    [['[A-Z]'], {}, 'A'],
  ])('of %j, in the limits %j, is %s', (patterns, limits, found) => {
    expect(textOfPatterns({ patterns, ...limits }, make)).toBe(found);
  });

  test('is looked for a number of times, with other parts each time', () => {
    const seeds: number[] = [];
    expect(textOfPatterns({ patterns: ['a', 'b'] }, (_, seed) => (seeds.push(seed), 'x'))).toBeUndefined();
    expect(seeds).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  test.each<[patterns: string[], is: boolean]>([
    [[], false],
    [['^a$'], false],
    [['^a$', 'b'], true],
    [['^(?=.*a)b'], true],
    [['b(?=.+a)'], true],
    [['(?=.*a)b'], true],
    [['b(?=.*abc)'], true],
    [['b(?=.*?[)\\]])'], true],
    [['b(?=a)'], false],
    [['b(?=.*(a))'], false],
    [['b(?!.*a)'], false],
  ])('is made of parts for %j: %s', (patterns, is) => {
    expect(isOfParts(patterns)).toBe(is);
  });
});
