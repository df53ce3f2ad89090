import { expect, it } from 'vitest';
import { cookieText, credentials } from '../../src/requests/credentials.js';
import { describing } from './described.js';

it('a cookie keeps its credential as it is, but for characters that a cookie must not have', () => {
  expect(cookieText("a-Z0!#$%&'()*+-./:<=>?@[]^_`{|}~")).toBe("a-Z0!#$%&'()*+-./:<=>?@[]^_`{|}~");
  expect(cookieText('s%3Aab+c/d==')).toBe('s%3Aab+c/d==');
  expect(cookieText('a b"c,d;e\\f\té😀')).toBe('a%20b%22c%2Cd%3Be%5Cf%09%C3%A9%F0%9F%98%80');
});

it.each<[string, object, unknown[]]>([
  ['a bearer token', { type: 'http', scheme: 'bearer' }, ['header', 'Authorization', 'Bearer <One>', '<One>']],
  [
    'a user name and a password',
    { type: 'http', scheme: 'BASIC' },
    ['header', 'Authorization', 'Basic dXNlcjpwYXNzd29yZA==', 'dXNlcjpwYXNzd29yZA=='],
  ],
  ['a scheme without a name', { type: 'http' }, ['header', 'Authorization', '<One>', '<One>']],
  ['a key', { type: 'apiKey', in: 'query', name: 'key', 'x-example': 'k' }, ['query', 'key', 'k', 'k']],
  [
    'a key that is called basic',
    { type: 'apiKey', in: 'cookie', name: 'key', scheme: 'basic' },
    ['cookie', 'key', '<One>', '<One>'],
  ],
])('the credentials of a scheme: %s', (_, One, [place, name, value, bare]) => {
  const described = describing({}, { securitySchemes: { One, Other: { type: 'mutualTLS' } } }).description;
  expect(credentials(described, [{ One: [], Other: [] }, { Unknown: [] }])).toEqual([{ in: place, name, value, bare }]);
});

it('an operation that asks for none has no credentials', () => {
  expect(credentials(describing({}).description, [])).toEqual([]);
});
