import { expect, test } from 'vitest';
import type { Unit } from '../../../../src/contract/schema/rewrite/unit.js';
import { Memory, withRecursion } from '../../../../src/contract/schema/validate/recursion.js';
import type { Json } from '../../../../src/description/json-value.js';

function unit(key: string, schema: Json | boolean): Unit {
  return { key, schema, problems: [], isIncomplete: false, refersTo: new Set() };
}

/** Units by their keys, each with the keys that it refers to. */
function units(schemas: Record<string, [schema: Json | boolean, ...refersTo: string[]]>): Unit[] {
  const all = new Map(Object.entries(schemas).map(([key, [schema]]) => [key, unit(key, schema)]));
  for (const [key, [, ...targets]] of Object.entries(schemas))
    for (const target of targets) all.get(key)?.refersTo.add(all.get(target) ?? unit(target, true));
  return [...all.values()];
}

const to = (key: string, more: Json = {}): Json => ({ items: { $ref: key }, ...more });
const again = (key: string, more: Json = {}): Json => ({ items: { recursion: key }, ...more });

test.each<[what: string, schemas: Parameters<typeof units>[0], rewritten: Record<string, Json | boolean>]>([
  ['no circle', { a: [to('b', { anyOf: [true] }), 'b'], b: [true] }, { a: to('b', { anyOf: [true] }), b: true }],
  ['a circle of one way', { a: [to('b'), 'b'], b: [to('a'), 'a'] }, { a: to('b'), b: to('a') }],
  ['a schema that refers to itself', { a: [to('a', { not: true }), 'a'] }, { a: again('a', { not: true }) }],
  [
    'a circle of several ways, in one of its schemas',
    { a: [to('b'), 'b'], b: [to('c', { anyOf: [true] }), 'c'], c: [to('a'), 'a'] },
    { a: again('b'), b: again('c', { anyOf: [true] }), c: again('a') },
  ],
  [
    'two circles, of which one leads to the other',
    { a: [{ allOf: [to('a'), to('b')] }, 'a', 'b'], b: [to('c'), 'c'], c: [to('b', { $defs: { $ref: 'a' } }), 'b'] },
    { a: { allOf: [again('a'), to('b')] }, b: to('c'), c: to('b', { $defs: { $ref: 'a' } }) },
  ],
  [
    'circles that share a schema',
    { a: [{ oneOf: [to('b'), to('c')] }, 'b', 'c'], b: [to('a'), 'a'], c: [to('a'), 'a'] },
    { a: { oneOf: [again('b'), again('c')] }, b: again('a'), c: again('a') },
  ],
  ['a schema that was passed before', { a: [to('known', { not: true }), 'known'] }, { a: to('known', { not: true }) }],
])('%s', (_, schemas, rewritten) => {
  expect(Object.fromEntries(withRecursion(units(schemas)))).toEqual(rewritten);
});

test.each(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'contains', 'dependentSchemas', 'patternProperties'])(
  'a circle has several ways where its schemas have %s',
  (keyword) => {
    const schema = { properties: { a: { $ref: 'a', [keyword]: true } } };
    expect(withRecursion(units({ a: [schema, 'a'] })).get('a')).toEqual({
      properties: { a: { recursion: 'a', [keyword]: true } },
    });
  },
);

test('what was found at a place is not looked for again, and one error of it is enough', () => {
  const memory = new Memory();
  let looked = 0;
  const errors = [{ keyword: 'a' }, { keyword: 'b' }];
  const compiled = Object.assign((value: unknown) => ((looked += 1), value === 'valid'), { errors }) as never;
  const validate = memory.definition(() => compiled).compile?.('key', {}, {} as never) as ((
    value: unknown,
    at?: object,
  ) => boolean) & {
    errors?: unknown[];
  };
  const at = (instancePath: string): object => ({ instancePath });
  expect([validate('invalid', at('/a')), validate.errors]).toEqual([false, errors]);
  expect([validate('invalid', at('/a')), validate.errors, looked]).toEqual([false, errors.slice(0, 1), 1]);
  expect([validate('valid', at('/b')), validate.errors, looked]).toEqual([true, [], 2]);
  expect([validate('valid', at('/b')), validate('valid'), looked]).toEqual([true, true, 3]);
  memory.begin();
  expect([validate('valid', at('/a')), looked]).toEqual([true, 4]);
});
