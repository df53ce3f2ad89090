import { expect, it } from 'vitest';
import { constantNames } from '../../../src/build/generate/constant-names.js';

it.each([
  ['identifiers as they are', { getPet: 'getPet', get_pet: 'get_pet', $get: '$get', größe: 'größe', Array: 'Array' }],
  ['words in camel case', { 'repos/get': 'reposGet', 'add-book': 'addBook', 'get /users/{id}': 'getUsersId', 'a.b c': 'aBC' }],
  [
    'reserved words with an underscore',
    { delete: 'delete_', await: 'await_', eval: 'eval_', then: 'then_', undefined: 'undefined_' },
  ],
  [
    'what the file itself needs with an underscore',
    { Methods: 'Methods_', TypedOperation: 'TypedOperation_', exports: 'exports_' },
  ],
  ['equal names apart, an identifier keeps its own', { 'get-pet': 'getPet_', getPet: 'getPet', 'get pet': 'getPet__' }],
  ['a name for what has no letter', { '1st': '_1st', '/': '_', '💥': '__', 'a"; injected(); "': 'aInjected' }],
])('constants have %s', (_, expected) => {
  expect(Object.fromEntries(constantNames(Object.keys(expected)))).toEqual(expected);
});
