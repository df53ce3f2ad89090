import { expect, it } from 'vitest';
import { cookieText } from '../../src/requests/credentials.js';

it('a cookie keeps its credential as it is, but for characters that a cookie must not have', () => {
  expect(cookieText("a-Z0!#$%&'()*+-./:<=>?@[]^_`{|}~")).toBe("a-Z0!#$%&'()*+-./:<=>?@[]^_`{|}~");
  expect(cookieText('s%3Aab+c/d==')).toBe('s%3Aab+c/d==');
  expect(cookieText('a b"c,d;e\\f\té😀')).toBe('a%20b%22c%2Cd%3Be%5Cf%09%C3%A9%F0%9F%98%80');
});
