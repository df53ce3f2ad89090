import { expect, it } from 'vitest';
import { isBelow, parseBaseUrl } from '../../../src/client/request/base-url.js';

it.each<[string | null | undefined, string | undefined, string, string]>([
  ['https://a.example', undefined, 'https://a.example', '/'],
  ['HTTP://A.example:80/v1/', undefined, 'http://a.example', '/v1/'],
  ['/v1', 'https://a.example/other', 'https://a.example', '/v1/'],
])('the base URL %s, on %s, is that of %s and the path %s', (text, base, origin, pathname) => {
  const url = parseBaseUrl(text, base);
  expect(url).toEqual({ href: origin + pathname.slice(0, -1), origin, pathname });
  expect(isBelow(url, url.href)).toBe(true);
});

it.each<[string | null | undefined, string | undefined, string]>([
  [undefined, undefined, 'is missing'],
  [null, undefined, 'is missing'],
  [' ', undefined, 'is missing'],
  ['/v1', undefined, 'does not begin with http:// or https://'],
  ['v1', 'https://a.example', 'does not begin with http:// or https://'],
  ['xhttp://a.example', undefined, 'does not begin with http:// or https://'],
  ['https://user@a.example', undefined, 'contains a user name or a password'],
  ['https://:secret@a.example', undefined, 'contains a user name or a password'],
  ['https://a.example?', undefined, 'contains a query or a fragment'],
  ['https://a.example#', undefined, 'contains a query or a fragment'],
])('the base URL %s, on %s, %s', (text, base, problem) => {
  expect(() => parseBaseUrl(text, base)).toThrow(
    `The baseUrl of createClient ${problem}: use an absolute URL such as "https://api.example.com".`,
  );
});
