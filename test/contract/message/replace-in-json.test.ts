import { expect, test } from 'vitest';
import { parseWithDigits, replaceInJson } from '../../../src/contract/message/json.js';

test('a number is read as it is written', () => {
  expect(parseWithDigits('{"id": 9007199254740993, "items": [1.10, -1e3, "2", true, null]}')).toEqual({
    id: '9007199254740993',
    items: ['1.10', '-1e3', '2', true, null],
  });
  expect([parseWithDigits('{'), parseWithDigits(undefined), parseWithDigits('01')]).toEqual([undefined, undefined, undefined]);
});

test('texts and numbers are replaced, names and white space stay', () => {
  const json = '{ "7": 7,\n  "7" : 7, "a": ["7", "a\\"7"] }';
  expect(
    replaceInJson(json, (token, isText) => (isText && token === '"7"' ? '"8"' : token === '7' ? '9007199254740993' : undefined)),
  ).toBe('{ "7": 9007199254740993,\n  "7" : 9007199254740993, "a": ["8", "a\\"7"] }');
  const found: string[] = [];
  replaceInJson('{"a" : [1e25, -1.50E-10, 2e+3, "\\\\", "b:"], "c": true}', (token) => void found.push(token));
  expect(found).toEqual(['1e25', '-1.50E-10', '2e+3', '"\\\\"', '"b:"']);
});
