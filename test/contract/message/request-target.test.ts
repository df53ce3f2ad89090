import { expect, test } from 'vitest';
import { readTarget, type RequestTarget } from '../../../src/contract/message/request-target.js';

test.each<[target: string, read: Partial<RequestTarget>]>([
  ['/a/b', { path: '/a/b' }],
  ['/', { path: '/' }],
  ['', { path: '/' }],
  ['?a=1', { path: '/', search: '?a=1', query: { a: '1' } }],
  ['a/', { path: 'a/' }],
  ['/a?b=1&b=2&c=%20d&b=3', { path: '/a', search: '?b=1&b=2&c=%20d&b=3', query: { b: ['1', '2', '3'], c: ' d' } }],
  ['/a?', { path: '/a' }],
  ['/a#b?c=1', { path: '/a' }],
  ['/a?b=1#c#d', { path: '/a', search: '?b=1', query: { b: '1' } }],
  ['/a?b=?', { path: '/a', search: '?b=?', query: { b: '?' } }],
  ['http://x.example/a?b=1', { path: '/a', search: '?b=1', query: { b: '1' } }],
  ['HTTPS://x.example/', { path: '/' }],
  ['https://x.example', { path: '/' }],
  ['https://x.example?a=1', { path: '/', search: '?a=1', query: { a: '1' } }],
  ['https://x.example#a', { path: '/' }],
  ['/a?b=http://x.example/', { path: '/a', search: '?b=http://x.example/', query: { b: 'http://x.example/' } }],
  ['/xhttp://x.example/a%20b', { path: '/xhttp://x.example/a%20b' }],
  ['/%zz?%zz=1', { path: '/%zz', search: '?%zz=1', query: { '%zz': '1' }, malformed: 'path' }],
  ['/a?b=%zz', { path: '/a', search: '?b=%zz', query: { b: '%zz' }, malformed: 'query' }],
])('%s is read', (target, read) => {
  expect(readTarget(target)).toEqual({ search: '', query: {}, malformed: undefined, ...read });
});

test('names that objects have by birth are parameters', () => {
  const { query } = readTarget('/a?__proto__=1&constructor=2&__proto__=3');
  expect(Object.entries(query)).toEqual([
    ['__proto__', ['1', '3']],
    ['constructor', '2'],
  ]);
});
