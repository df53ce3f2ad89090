import { expect, test } from 'vitest';
import { challengeSchemes } from '../../../src/contract/response/challenge.js';

test.each([
  ['Token', ['token']],
  ['Token realm="x"', ['token']],
  ['Bearer realm="send a Token here"', ['bearer']],
  ['Bearer realm="a, Token b", error="x", Token realm=y', ['bearer', 'token']],
  ['Basic realm="a \\" , Token x", charset="UTF-8"', ['basic']],
  ['Negotiate dG9rZW4=, , Digest nonce=1 , qop="auth"', ['negotiate', 'digest']],
  ['realm="x"', []],
  ['', []],
])('%s', (field, schemes) => {
  expect(challengeSchemes(field)).toEqual(schemes);
});
