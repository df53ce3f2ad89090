import { expect, test } from 'vitest';
import { CharacterSets, firstOf, united, type Following } from '../../../../src/contract/schema/patterns/character-sets.js';
import { alternativesOf } from '../../../../src/contract/schema/patterns/pattern-terms.js';

test.each<[some: Following, others: Following, isApart: boolean]>([
  [['a'], ['b'], true],
  [['a'], ['a'], false],
  [['a', 'b'], ['c', 'b'], false],
  [['a', 'b'], ['c', 'd'], true],
  [['[ab]'], ['[bc]'], false],
  [['[a-z]'], ['x'], false],
  [['[a-z]'], ['1'], true],
  [[], ['a'], true],
  [[], 'anything', true],
  ['anything', ['a'], false],
  // A set of which no sample is a member may have any.
  [['\\u{12345}'], ['a'], false],
  [['[\\u{600}-\\u{6ff}]'], ['[\\u{600}-\\u{7ff}]'], false],
  [['[\\u{600}-\\u{6ff}]'], ['[\\u{700}-\\u{7ff}]'], true],
  [['[\\u{100000}-\\u{10ffff}]'], ['[\\u{600}-\\u{6ff}]'], true],
  [['\\u{24f}'], ['\\u{24e}'], true],
])('%j and %j are apart: %s', (some, others, isApart) => {
  const sets = new CharacterSets('u');
  expect([sets.areApart(some, others), sets.areApart(others, some)]).toEqual([isApart, isApart]);
});

test.each<[source: string, first: Following]>([
  ['abc', ['a']],
  ['', ['next']],
  ['a?b', ['a', 'b']],
  ['a*', ['a', 'next']],
  ['^\\ba', ['a']],
  ['$a', []],
  ['(?=a)b', 'anything'],
  ['(?:a|b?)c', ['a', 'b', 'c']],
  ['(?:a|b){0,2}c', ['a', 'b', 'c']],
  ['(?:a|(?!b)){0,2}c', 'anything'],
])('%s begins with %j', (source, first) => {
  const [terms = []] = alternativesOf(source);
  expect(firstOf(terms, 0, () => ['next'])).toEqual(first);
});

test('sets are united, each once', () => {
  expect([united([['a'], ['b', 'a']]), united([['a'], 'anything']), united([])]).toEqual([['a', 'b'], 'anything', []]);
});
