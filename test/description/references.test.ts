import { expect, it } from 'vitest';
import { listOf, objectOf, unshared } from '../../src/description/json-value.js';
import { once, onceFor } from '../../src/description/once-for.js';
import { asWritten, pointerTo, tokensOf } from '../../src/description/references/pointer.js';
import { resolve, resolveIfPossible, schemaAt } from '../../src/description/references/resolve.js';
import { responseName } from '../../src/description/response-name.js';

const description = {
  a: { 'b/c~': { d: 1 }, 'ü %': { e: 1 }, list: [{ f: 1 }], text: 'x', none: null },
  one: { $ref: '#/two' },
  two: { $ref: '#/a' },
  round: { $ref: '#/back' },
  back: { $ref: '#/round' },
  yes: true,
  no: false,
  beside: { $ref: '#/a', g: 1 },
  'x-files': { 'p/q.yaml': { r: { $ref: '#/x-files/p~1q.yaml/r' } } },
};
const { a } = description;

it.each<[$ref: string, found: unknown]>([
  ['#/a', a],
  ['#/one', a],
  ['#/a/b~1c~0', { d: 1 }],
  ['#/a/%C3%BC%20%25', { e: 1 }],
  ['#/a/list/0', { f: 1 }],
  ['#/yes', {}],
  ['#/no', { not: {} }],
  ['#/beside', a],
])('the reference %s is followed', ($ref, found) => {
  expect(resolve(description, { $ref })).toEqual(found);
  expect(resolveIfPossible(description, { $ref })).toEqual(found);
});

it.each<[$ref: string, message: string]>([
  ['#/nowhere', 'The reference "#/nowhere" points to nothing: correct it or add its target.'],
  ['#/a/text', 'The reference "#/a/text" points to nothing: correct it or add its target.'],
  ['#/a/text/length', 'The reference "#/a/text/length" points to nothing: correct it or add its target.'],
  ['#/a/none', 'The reference "#/a/none" points to nothing: correct it or add its target.'],
  ['#/a/none/b', 'The reference "#/a/none/b" points to nothing: correct it or add its target.'],
  ['#/toString', 'The reference "#/toString" points to nothing: correct it or add its target.'],
  ['#/x-files/p~1q.yaml/s', 'The reference "p/q.yaml#/s" points to nothing: correct it or add its target.'],
  ['#/x-files/no.yaml', 'The reference "no.yaml" points to nothing: correct it or add its target.'],
  ['#/round', 'The reference "#/round" leads back to itself: point it at an object.'],
  ['#/x-files/p~1q.yaml/r', 'The reference "p/q.yaml#/r" leads back to itself: point it at an object.'],
  ['#a', 'The reference "#a" leaves the description: bundle the description first.'],
  ['b.yaml#/c', 'The reference "b.yaml#/c" leaves the description: bundle the description first.'],
])('the reference %s is refused', ($ref, message) => {
  expect(() => resolve(description, { $ref })).toThrow(message);
  expect(resolveIfPossible(description, { $ref })).toBeUndefined();
  expect(schemaAt(description, $ref)).toEqual({});
});

it('what is no reference stays as it is', () => {
  const value = { $ref: 1 };
  expect(resolve(description, value as object)).toBe(value);
});

it.each<[$ref: string, schema: unknown]>([
  ['#/one', a],
  ['#/beside', { $ref: '#/a', g: 1 }],
  ['#/yes', {}],
  ['#/no', { not: {} }],
])('the schema at %s is %j', ($ref, schema) => {
  expect(schemaAt(description, $ref)).toEqual(schema);
});

it.each([
  ['#/a', '#/a'],
  ['#/x-files/p~1q.yaml', 'p/q.yaml'],
  ['#/x-files/p~1q.yaml/r/s', 'p/q.yaml#/r/s'],
  ['#/x-files/q.yaml/two\nlines', 'q.yaml#/two\nlines'],
  ['#/y/#/x-files/q.yaml', '#/y/#/x-files/q.yaml'],
])('the reference %j was written as %j', (reference, written) => {
  expect(asWritten(reference)).toBe(written);
});

it.each([
  ['', []],
  ['/', ['']],
  ['/a~1b/~0/~01', ['a/b', '~', '~1']],
])('the pointer %j has the names %j', (pointer, names) => {
  expect([tokensOf(pointer), pointerTo(...names)]).toEqual([names, pointer]);
});

it('a value is made once, for each object', () => {
  let count = 0;
  const first = once(() => (count += 1) && undefined);
  expect([first(), first(), count]).toEqual([undefined, undefined, 1]);
  const [one, other] = [{}, {}];
  const of = onceFor<object, number>(() => (count += 1));
  expect([of(one), of(one), of(other), of(one)]).toEqual([2, 2, 3, 2]);
});

it('a value from outside is taken in the form that is asked for, or as empty', () => {
  const [list, object] = [[1], { a: 1 }];
  expect([objectOf(object), listOf(list)]).toEqual([object, list]);
  for (const other of [list, null, 'x', undefined]) expect(objectOf(other)).toEqual({});
  for (const other of [object, null, 'x', undefined]) expect(listOf(other)).toEqual([]);
  const shared = { x: [object, object, null, 1] };
  const { x } = unshared(shared);
  expect({ x }).toEqual(shared);
  expect([x[0] === x[1], x[0] === object]).toEqual([false, false]);
});

it.each([
  ['404', {}, 'Not Found'],
  ['404', { 'x-summary': 'Gone fishing' }, 'Gone fishing'],
  ['default', {}, 'Any other'],
  ['4XX', {}, '4XX'],
  ['299', {}, '299'],
])('the response %s with %j is called %s', (status, response, name) => {
  expect(responseName(status, response)).toBe(name);
});
