import { expect, test } from 'vitest';
import { readPreferences } from '../../../src/mock/making/prefer.js';

test.each<[string | undefined, object]>([
  [undefined, {}],
  ['', {}],
  ['code=404', { code: 404 }],
  ['CODE=100', { code: 100 }],
  ['code = 599', { code: 599 }],
  ['code="404"', { code: 404 }],
  ['code=404; example=a', { code: 404, example: 'a' }],
  ['example="a b, \\"c\\"", code=404', { code: 404, example: 'a b, "c"' }],
  ['example=a, example=b', { example: 'a' }],
  ['example=', {}],
  ['dynamic=true, seed=1', { dynamic: true, seed: '1' }],
  ['dynamic=false, undocumented=true, disconnect=false', { dynamic: false, undocumented: true, disconnect: false }],
  ['respond-async, wait=10', {}],
  ['x-code=404, xcode=404', {}],
  ['=a, ==, "code"', {}],
  ['code', {}],
])('the header %s asks for %j', (header, expected) => {
  expect(readPreferences(header, {})).toEqual(expected);
});

test.each(['code=099', 'code=600', 'code=40', 'code=4040', 'code=x', 'code=', 'code=4e2'])('%s is refused', (header) => {
  expect(() => readPreferences(header, {})).toThrow('"code" must be a three-digit status');
});

test.each(['dynamic', 'undocumented', 'disconnect'])('%s is true or false', (name) => {
  for (const value of ['yes', '1', '', 'TRUE']) {
    expect(() => readPreferences(`${name}=${value}`, {})).toThrow(`"${name}" must be true or false`);
  }
});

test('without the header, parameters of the query are read', () => {
  const query = { __code: '404', __example: ['a', 'b'], code: '200', __nothing: 'x' };
  expect(readPreferences(undefined, query)).toEqual({ code: 404 });
  expect(readPreferences('example=c', query)).toEqual({ example: 'c' });
});
