import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { writeJson } from '../../../src/description/write-json.js';
import { countedJson, isExact, largeInteger, NestedTooDeep, readJson } from '../../../src/contract/message/json.js';
import { seed } from '../../support/seed.js';

test.each<[text: string, value: unknown]>([
  ['9007199254740993', 9007199254740993n],
  ['[-123456789012345678901234567890, 1.5, "9007199254740993"]', [-123456789012345678901234567890n, 1.5, '9007199254740993']],
  ['{"a\\"9007199254740993":9007199254740993}', { 'a"9007199254740993': 9007199254740993n }],
  ['9007199254740992', 9007199254740992],
  ['1e22', 1e22],
  ['1e23', 1e23],
  ['-37661823600444060', -37661823600444060],
  ['12345678901234567.000', 12345678901234567n],
  ['0.12345678901234567890', 0.12345678901234568],
  ['"integer 9007199254740993"', 'integer 9007199254740993'],
  ['["integer 1",9007199254740993]', ['integer 1', 9007199254740993n]],
])('%s keeps its digits', (text, value) => {
  expect(readJson(text)).toEqual(value);
  expect(readJson(writeJson(value))).toEqual(value);
});

test('a name that a literal cannot have is read', () => {
  const read = readJson('{"__proto__":9007199254740993}');
  expect(Object.entries(read as object)).toEqual([['__proto__', 9007199254740993n]]);
});

test('all JSON is written as it was read, and read as by the engine where no number is long', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(undefined, 2), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(writeJson(readJson(text), space)).toBe(text);
      if (!/\d{16}/.test(text)) expect(readJson(text)).toEqual(JSON.parse(text));
    }),
    { seed },
  );
});

test.each(['{"a":12345678901234567,}', '[12345678901234567', '"12345678901234567', '01234567890123456789', ''])(
  '%s is no JSON',
  (text) => {
    const message = (read: () => unknown): string => {
      try {
        return String(read());
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message(() => readJson(text))).toBe(message(() => JSON.parse(text) as unknown));
  },
);

test.each([
  '1.5',
  '12',
  '1e2',
  '-0',
  'x',
  '1e999999',
  '1e1001',
  '12345678901234567891e-1',
  '09007199254740993',
  '0x12345678901234567890',
  '',
])('%s is no integer whose digits a double loses', (text) => {
  expect(largeInteger(text)).toBeUndefined();
});

test.each<[text: string, integer: bigint]>([
  ['12345678901234567891', 12345678901234567891n],
  ['-12345678901234567891', -12345678901234567891n],
  ['12345678901234567891.00', 12345678901234567891n],
  ['12345678901234567891e12', 12345678901234567891n * 10n ** 12n],
  ['1.2345678901234567891E+19', 12345678901234567891n],
  ['1234567890123456.7080e4', 12345678901234567080n],
  ['1e1000', 10n ** 1000n],
])('%s is the integer %d', (text, integer) => {
  expect(largeInteger(text)).toBe(integer);
});

test.each<[text: string, members: number, isKnown: boolean]>([
  ['{"a":{"b":[{"c":1},{"c":2}]},"a":{"d":null}}', 2, true],
  ['[9007199254740991,"9007199254740993",-9007199254740991,true,{}]', 0, true],
  ['[9007199254740992]', 0, false],
  ['{"a":-9007199254740993}', 1, false],
])('%s has %i members, and is known to hold only numbers as the engine has them: %s', (text, members, isKnown) => {
  const counted = countedJson(text, 10);
  expect([counted.members, isExact(counted.value), isExact([])]).toEqual([members, isKnown, false]);
});

const nested = (depth: number, inner = '1'): string => '['.repeat(depth) + inner + ']'.repeat(depth);
const manyLists = `${'[],'.repeat(20_000)}1`;

test.each<[name: string, text: string, isTooDeep: boolean]>([
  ['as deep as it may', nested(5), false],
  ['a level deeper', nested(6), true],
  ['objects', '{"a":'.repeat(6) + '1' + '}'.repeat(6), true],
  ['null below', nested(5, 'null'), false],
  ['an empty list below', nested(5, '[]'), true],
  ['brackets in a text', nested(5, JSON.stringify('[[["{{')), false],
  ['many lists', nested(4, manyLists), false],
  ['many lists, a level deeper', nested(5, manyLists), true],
  ['more levels than the engine likes', nested(30_000), true],
  ['levels beside a large integer', nested(6, '9007199254740993'), true],
])('of JSON that nests, %s', (_, text, isTooDeep) => {
  const read = (): unknown => readJson(text, 5);
  if (isTooDeep) expect(read).toThrow(NestedTooDeep);
  else expect(read()).toEqual(JSON.parse(text));
});

test('JSON that nests too deep for the parser does not reach it', () => {
  const parse = vi.spyOn(JSON, 'parse');
  try {
    expect(() => readJson(nested(30_000), 5)).toThrow(NestedTooDeep);
    expect(parse).not.toHaveBeenCalled();
  } finally {
    parse.mockRestore();
  }
});
