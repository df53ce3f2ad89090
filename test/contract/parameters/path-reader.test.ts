import { expect, test } from 'vitest';
import { pathReader } from '../../../src/contract/parameters/path-reader.js';

test.each<[template: string, path: string, texts: Record<string, string> | undefined]>([
  ['/a', '/a', {}],
  ['/a', '/%61', {}],
  ['/a%zz', '/a%zz', {}],
  ['/a', '/b', undefined],
  ['/a', '/ab', undefined],
  ['/a', '/ä', undefined],
  ['/a', '/a/b', undefined],
  ['/a/b', '/a', undefined],
  ['/a/', '/a', undefined],
  ['/{id}', '/7%2F8', { id: '7%2F8' }],
  ['/{id}', '/', { id: '' }],
  ['/{a}/{b}', '/1/2', { a: '1', b: '2' }],
  ['/{a}.json', '/x.json', { a: 'x' }],
  ['/{a}.json', '/.json', { a: '' }],
  ['/{a}.json', '/x.xml', undefined],
  ['/{a}.json', '/json', undefined],
  ['/x{a}', '/xy', { a: 'y' }],
  ['/{größe}', '/1', { größe: '1' }],
  ['/x{größe}', '/x1', { größe: '1' }],
  ['/x{a}', '/yx', undefined],
  ['/x{a}x', '/x', undefined],
  ['/x{a}x', '/xx', { a: '' }],
  ['/{a}-{b}', '/1-2-3', { a: '1', b: '2-3' }],
  ['/{a}-{b}', '/-1-2', { a: '-1', b: '2' }],
  ['/{a}-{b}', '/12', undefined],
  ['/{a}{b}', '/12', { a: '1', b: '2' }],
  ['/ä{a}', '/%C3%A4b', { a: 'b' }],
  ['/ä{a}', '/äb', { a: 'b' }],
  ['/%C3%A4{a}', '/äb', { a: 'b' }],
  ['/{a}ö', '/%20ä€%C3%B6', { a: '%20ä€' }],
  ['/{a}!', '/%2!', { a: '%2' }],
  ['/{a}!', '/👍!', { a: '👍' }],
])('by the template %s, the path %s has the texts %o', (template, path, texts) => {
  const found = pathReader(template)(path);
  expect(found && Object.fromEntries(found)).toEqual(texts);
});
