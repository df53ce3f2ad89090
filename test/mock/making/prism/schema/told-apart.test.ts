import { expect, test } from 'vitest';
import { allows, edgeValues } from '../../../../../src/mock/making/prism/schema/allowed-scalar.js';
import type { Bundled } from '../../../../../src/mock/making/prism/schema/generator-schema.js';
import { marked } from '../../../../../src/mock/making/prism/schema/keyword-names.js';
import { toldApart } from '../../../../../src/mock/making/prism/schema/told-apart.js';

const text = { type: 'string' };
const integer = { type: 'integer' };
const bundled: Bundled = { A: { const: 'a' }, Loop: { anyOf: [{ $ref: '#/__bundled__/Loop' }, { minimum: 7 }] } };

test.each<[schema: unknown, allowed: unknown[], refused: unknown[]]>([
  [true, [1, 'a', null], []],
  [false, [], [1, null]],
  [{}, [1, 'a', true, null], []],
  [{ $ref: '#/__bundled__/A' }, ['a'], ['b']],
  [integer, [1], [1.5, '1', true, null]],
  [{ type: ['string', 'null'] }, ['a', null], [1, true]],
  [{ enum: [1, 'a', null] }, [1, 'a', null], [2, 'b', false]],
  [{ const: null }, [null], [0]],
  [{ minimum: 1, maximum: 3 }, [1, 3, 'a'], [0.5, 3.5]],
  [{ multipleOf: 0.5 }, [1.5, 0, 'a'], [1.2]],
  [{ minLength: 1, maxLength: 2 }, ['a', 'ab', '😀😀', 1], ['', 'abc']],
  [{ pattern: '^a' }, ['a', 1], ['b']],
  [{ format: 'date' }, ['2024-01-02', 1], ['2024-01-03', 'a']],
  [{ format: 'unknown' }, ['a'], []],
  [{ allOf: [{ minimum: 1 }, { maximum: 3 }] }, [2], [0, 4]],
  [{ anyOf: [{ minimum: 3 }, { maximum: 1 }] }, [0, 4], [2]],
  [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, [0, 4], [2]],
  [{ not: { minimum: 1 } }, [0], [2, 'a']],
])('%j allows %j and refuses %j', (schema, allowed, refused) => {
  const isAllowed = (value: unknown): boolean => allows(bundled, schema, value);
  expect([allowed.filter((value) => !isAllowed(value)), refused.filter(isAllowed)]).toEqual([[], []]);
});

test('the edges of schemas are those of all their parts', () => {
  const usual = [1.5, 0, 1, -1, 0.5];
  const texts = ['string', '', '0', 'A'];
  const rest = [true, false, null];
  expect(edgeValues(bundled, [{}, true])).toEqual([...usual, ...texts, ...rest]);
  expect(edgeValues(bundled, [{ minimum: 5 }, { $ref: '#/__bundled__/A' }])).toEqual([
    ...usual,
    5,
    6,
    4,
    5.5,
    4.5,
    ...texts,
    ...rest,
  ]);
  expect(edgeValues(bundled, [{ $ref: '#/__bundled__/Loop' }])).toContain(7);
  const parts = [
    { allOf: [{ maximum: 10 }] },
    { oneOf: [{ maximum: 20 }] },
    { anyOf: [{ minimum: 30 }] },
    { not: { minimum: 40 } },
  ];
  expect(edgeValues(bundled, parts)).toEqual(expect.arrayContaining([10, 20, 30, 40]));
  const lengths = edgeValues(bundled, [{ minLength: 2 }, { maxLength: 0 }]).slice(usual.length + texts.length, -rest.length);
  expect(lengths).toEqual(['aa', 'aaa', 'a', '', 'a', '']);
  expect(edgeValues(bundled, [{ minLength: 20_000 }]).filter((one) => typeof one === 'string' && one.length > 10)).toEqual(
    Array<string>(3).fill('a'.repeat(10_000)),
  );
  expect(edgeValues(bundled, [{ format: 'date' }])).toContain('2024-12-31');
  expect(edgeValues(bundled, [{ enum: ['x', 5] }]).slice(-2)).toEqual(['x', 5]);
});

const a = { properties: { a: text }, required: ['a'] };
const more = { properties: { a: text, b: integer }, required: ['a', 'b'] };

/** Composes a value that names how many schemas it has. */
const compose = (schemas: unknown[]): unknown => `of ${schemas.length}`;

test.each<[what: string, made: object, own: object[], other: object[], way: number, found: object]>([
  ['a member that only the other describes, of another type', { a: 1 }, [a], [more], 2, { b: 'string', a: 1 }],
  ['no member that is there', { a: 1 }, [{}], [a], 2, { a: 1 }],
  ['a number for a text that is not there', {}, [{}], [a], 2, { a: 0 }],
  ['a name that is a keyword', {}, [{}], [{ properties: { [marked('type')]: text } }], 2, { type: 0 }],
  ['without what only the other requires', { a: 1, b: 2 }, [{ properties: more.properties }], [more], 3, { b: 2 }],
  ['without nothing that the own requires', { a: 1, b: 2 }, [{ ...more, required: ['a'] }], [more], 3, { a: 1 }],
  ['as it is, where both are the same', { a: 1 }, [a], [a], 2, { a: 1 }],
  ['a member that both describe, as the own allows it', { a: 1 }, [{ properties: { a: integer } }], [a], 4, { a: 'of 2' }],
  ['the next way, where one leads nowhere', { a: 1 }, [a], [more], 4, { b: 'string', a: 1 }],
  ['the way after the last', { a: 1 }, [a], [more], 3, { b: 'string', a: 1 }],
  [
    'a member of the own that is there',
    { b: 1 },
    [{ properties: { a: integer, b: text } }],
    [{ properties: { a: text, b: integer } }],
    4,
    { b: 'of 2' },
  ],
])('an object is told apart by %s', (_, made, own, other, way, found) => {
  const before = structuredClone(made);
  expect(toldApart(made as never, own as never, other as never, way, compose)).toEqual(found);
  expect(made).toEqual(before);
});

test('a member for which no value is made stays', () => {
  const other = { properties: { a: text } };
  expect(toldApart({ a: 1 }, [{ properties: { a: integer } }], [other], 4, () => undefined)).toEqual({ a: 1 });
});

test('a member is made of the own schemas, and not of all of the other', () => {
  const asked: unknown[] = [];
  toldApart(
    { a: 1 },
    [{ properties: { a: integer } }],
    [{ properties: { a: text } }, { additionalProperties: { minLength: 1 } }],
    4,
    (schemas) => asked.push(schemas),
  );
  expect(asked).toEqual([[integer, { not: { allOf: [text, { minLength: 1 }] } }]]);
});
