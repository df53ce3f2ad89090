import { expect, test } from 'vitest';
import { leaveOutUnreliable } from '../../../../src/contract/schema/rewrite/incomplete.js';
import type { Unit } from '../../../../src/contract/schema/rewrite/unit.js';
import type { Json } from '../../../../src/description/json-value.js';

const part = { unchecked: ['part'] };
const referred = 'a schema that it refers to is not checked whole.';

function unit(key: string, schema: Json | boolean, isIncomplete: boolean, ...refersTo: Unit[]): Unit {
  return { key, schema, problems: [], isIncomplete, refersTo: new Set(refersTo) };
}

test.each<[what: string, schema: Json, left?: Json]>([
  ['a part that only allows more', { items: part, allOf: [part], anyOf: [part, true], contains: part }],
  ['not', { not: part, minimum: 1 }, { minimum: 1, unchecked: ['part'] }],
  ['not of another', { not: { $ref: 'other' }, items: part }],
  ['not of what is not checked whole', { not: { items: { $ref: 'lacking' } } }, { unchecked: [referred] }],
  ['a condition', { if: part, then: false, else: false, minimum: 1 }, { minimum: 1, unchecked: ['part'] }],
  ['a branch', { if: true, then: part }],
  [
    'the most items that are contained',
    { contains: part, minContains: 1, maxContains: 2 },
    { contains: part, minContains: 1, unchecked: ['part'] },
  ],
  ['one of several', { oneOf: [true, part] }, { allOf: [{ anyOf: [true, part] }], unchecked: ['part'] }],
  [
    'one of several beside others',
    { allOf: [true], oneOf: [{ $ref: 'lacking' }] },
    { allOf: [true, { anyOf: [{ $ref: 'lacking' }] }], unchecked: [referred] },
  ],
  [
    'several of them',
    { unchecked: ['own'], not: part, oneOf: [part] },
    { unchecked: ['own', 'part', 'part'], allOf: [{ anyOf: [part] }] },
  ],
  ['what is further in', { items: { not: part }, properties: { a: { not: part } } }, { items: part, properties: { a: part } }],
  ...['unevaluatedProperties', 'unevaluatedItems'].flatMap((name): Array<[string, Json, Json?]> => [
    [`${name} beside a part of another value`, { [name]: false, properties: { a: part }, items: part, contains: part }],
    [`${name} beside its own`, { [name]: false, ...part }, { unchecked: ['part', 'part'] }],
    [`${name} beside a reference`, { [name]: false, $ref: 'lacking' }, { $ref: 'lacking', unchecked: [referred] }],
    [
      `${name} beside another reference`,
      { [name]: false, $ref: 'other', not: part },
      { [name]: false, $ref: 'other', unchecked: ['part'] },
    ],
    ...['allOf', 'anyOf'].map((list): [string, Json, Json] => [
      `${name} beside ${list}`,
      { [name]: false, [list]: [true, { allOf: [part] }] },
      { [list]: [true, { allOf: [part] }], unchecked: ['part'] },
    ]),
    [`${name} beside oneOf`, { [name]: false, oneOf: [part] }, { allOf: [{ anyOf: [part] }], unchecked: ['part', 'part'] }],
    ...['then', 'else'].map((branch): [string, Json, Json] => [
      `${name} beside ${branch}`,
      { [name]: false, if: true, [branch]: part },
      { if: true, [branch]: part, unchecked: ['part'] },
    ]),
    [`${name} beside a condition`, { [name]: false, if: { items: part } }, { unchecked: ['part', 'part'] }],
    [
      `${name} beside dependent schemas`,
      { [name]: false, dependentSchemas: { a: part } },
      { dependentSchemas: { a: part }, unchecked: ['part'] },
    ],
  ]),
])('%s', (_, schema, left = schema) => {
  const lacking = unit('lacking', { items: part }, true);
  const tested = unit('tested', structuredClone(schema), true, lacking);
  leaveOutUnreliable([tested, lacking, unit('other', {}, false)]);
  expect(tested.schema).toEqual(left);
});

test('a schema is not checked whole either where one that it refers to is not, however far', () => {
  const lacking = unit('c', part, true);
  const next = unit('b', { $ref: 'c' }, false, lacking);
  const first = unit('a', { not: { $ref: 'b' } }, false, next);
  const whole = unit('d', { not: { $ref: 'e' } }, false, unit('e', {}, false));
  leaveOutUnreliable([whole, first, next, lacking]);
  const isTrue = unit('f', true, true);
  leaveOutUnreliable([isTrue]);
  expect([first, next, whole, isTrue].map(({ schema }) => schema)).toEqual([
    { unchecked: [referred] },
    { $ref: 'c' },
    { not: { $ref: 'e' } },
    true,
  ]);
});
