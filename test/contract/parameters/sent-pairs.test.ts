import { expect, test } from 'vitest';
import { sentCookies, sentPairs } from '../../../src/contract/parameters/sent-pairs.js';

const shown = (pairs: Array<{ name: string; text: string }>): string[][] => pairs.map(({ name, text }) => [name, text]);

test.each<[text: string, pairs: string[][]]>([
  ['', []],
  ['?', []],
  ['?a=1', [['a', '1']]],
  ['a=1?b', [['a', '1?b']]],
  ['??a', [['?a', '']]],
  [
    '&a==1&&b&',
    [
      ['a', '=1'],
      ['b', ''],
    ],
  ],
  ['a+b%3D=%3D+', [['a b=', '%3D+']]],
  ['%E0%A4=1', [['%E0%A4', '1']]],
])('the query %s has the pairs %j', (text, pairs) => {
  expect(shown(sentPairs(text))).toEqual(pairs);
});

test.each<[header: string | undefined, pairs: string[][]]>([
  [undefined, []],
  ['a=1', [['a', '1']]],
  [
    ' a+b=1 ;; %61=%62=',
    [
      ['a+b', '1'],
      ['a', '%62='],
    ],
  ],
])('the header Cookie: %s has the pairs %j', (header, pairs) => {
  expect(shown(sentCookies(header))).toEqual(pairs);
});
