import { expect, test } from 'vitest';
import { printable, shownPath } from '../../../src/contract/message/printable.js';

const long = (length: number, character = 'a'): string => character.repeat(length);

test.each([
  ['/a/{b}', '/a/{b}'],
  ['a b\u00e4', 'a b\u00e4'],
  ['a\nb\u001b[2K\u2028\u2029\u0085', 'a?b?[2K???'],
  [long(500), long(500)],
  [long(501), `${long(500)}…`],
  [long(500, ' '), long(500, ' ')],
  [long(501, ' '), `${long(500, ' ')}…`],
])('the text %j is shown as %j', (text, shown) => {
  expect([printable(text), shownPath(text)]).toEqual([shown, shown]);
});

test.each([
  ['/a?token=b', '/a'],
  ['/a%3Ftoken=b\nc', '/a'],
  ['/a%253ftoken=b', '/a'],
  ['/a;token=b', '/a'],
  ['/%2F\n', '/%2F?'],
  ['', ''],
])('the path %j is shown as %j, without what may be a query', (path, shown) => {
  expect(shownPath(path)).toBe(shown);
});
