import { expect, it } from 'vitest';
import { httpie } from '../../../src/build/samples/httpie.js';

const request = {
  ...{ operationId: 'a', method: 'GET', server: 'https://a.example', url: 'https://a.example/a', query: [], search: '' },
  ...{ body: undefined, parameters: [], token: undefined, successWithBody: undefined },
};

it.each<[name: string, value: string, item: string]>([
  ['X-Full', 'a b', "X-Full:'a b'"],
  ['X-Zero', '0', "X-Zero:'0'"],
  // With only a colon, HTTPie omits a header that it sets by default.
  ['X-Empty', '', 'X-Empty\\;'],
  ['x.dotted', 'a', "'x.dotted':'a'"],
  ["x'quoted", "it's", `'x'\\''quoted':'it'\\''s'`],
])('the header %s with the value "%s" is the item %s', (name, value, item) => {
  expect(httpie({ ...request, headers: [[name, value]] })?.split(' \\\n  ')[1]).toBe(item);
});
