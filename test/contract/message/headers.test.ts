import { expect, test } from 'vitest';
import { fieldValue, isFieldName } from '../../../src/contract/message/field.js';
import { headerOf, isHeaderValue, without } from '../../../src/contract/message/headers.js';

test('the name of a header is a token', () => {
  expect(['a', "X-a1!#$%&'*+.^_`|~", '', 'a b', 'a:', ' a', 'a\n', 'ä', '(a)'].map(isFieldName)).toEqual([
    ...[true, true],
    ...[false, false, false, false, false, false, false],
  ]);
});

test.each([
  ['a ~\t!', 'a ~\t!'],
  ['ä€', '%C3%A4%E2%82%AC'],
  ['a\r\nb\x7f', 'a%0D%0Ab%7F'],
  ['👍', '%F0%9F%91%8D'],
])('the value %j is sent as %j', (text, value) => {
  expect(fieldValue(text)).toBe(value);
});

test('a header is found by its name in any case, and one that objects have by birth is none', () => {
  const headers = { a: '1', b: undefined, c: '3' };
  expect([headerOf(headers, 'A'), headerOf(headers, 'c'), headerOf(headers, 'constructor')]).toEqual(['1', '3', undefined]);
  expect(without(headers, 'a', 'b', 'd')).toEqual({ c: '3' });
});

test.each([
  ['\t \x20\x7e\x80\xff', true],
  ['', true],
  ['\x1f', false],
  ['\x7f', false],
  ['\u0100', false],
  ['a\n', false],
  ['\nb', false],
])('a header can carry %j: %s', (text, isValue) => {
  expect(isHeaderValue(text)).toBe(isValue);
});
