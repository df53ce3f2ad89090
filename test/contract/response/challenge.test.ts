import { expect, test } from 'vitest';
import type { SecurityScheme } from '../../../src/description/types.js';
import { challengeSchemes, challengeViolations } from '../../../src/contract/response/challenge.js';

test.each([
  ['Token', ['token']],
  ['Token realm="x"', ['token']],
  ['Bearer realm="send a Token here"', ['bearer']],
  ['Bearer realm="a, Token b", error="x", Token realm=y', ['bearer', 'token']],
  ['Basic realm="a \\" , Token x", charset="UTF-8"', ['basic']],
  ['Negotiate dG9rZW4=, , Digest nonce=1 , qop="auth"', ['negotiate', 'digest']],
  ['realm="x"', []],
  ['Digest a=1, realm = "x"', ['digest']],
  ['@, Token, Other@', ['token']],
  ['Basic\trealm="x"', ['basic']],
  ['', []],
])('%s', (field, schemes) => {
  expect(challengeSchemes(field)).toEqual(schemes);
});

test.each<[field: string | undefined, schemes: Array<Partial<SecurityScheme>>, message: string | undefined]>([
  [undefined, [], 'header.www-authenticate is missing: a 401 carries a challenge (RFC 9110, section 11.6.1).'],
  [
    '',
    [{ type: 'http', scheme: 'bearer' }],
    'header.www-authenticate is missing: a 401 carries a challenge (RFC 9110, section 11.6.1).',
  ],
  ['Other', [], undefined],
  ['Other', [{ type: 'apiKey', in: 'header', name: 'X-Key' }], undefined],
  ['Other', [{ type: 'apiKey', in: 'header', name: 'X-Key', 'x-authorization-scheme': 'Token' }], undefined],
  ['Other', [{ type: 'apiKey', in: 'header', name: 'Authorization' }], undefined],
  ['Other', [{ type: 'mutualTLS' }], undefined],
  ['BEARER realm="a"', [{ type: 'http', scheme: 'bearer' }], undefined],
  [
    'Basic, Other',
    [
      { type: 'http', scheme: 'bearer' },
      { type: 'http', scheme: 'basic' },
    ],
    undefined,
  ],
  [
    'Other',
    [
      { type: 'http', scheme: 'bearer' },
      { type: 'http', scheme: 'basic' },
      { type: 'apiKey', in: 'header', name: 'X-Key' },
    ],
    'header.www-authenticate does not name the authentication scheme Bearer or Basic.',
  ],
  [
    'Other',
    [{ type: 'apiKey', in: 'header', name: 'authorization', 'x-authorization-scheme': 'Token' }],
    'header.www-authenticate does not name the authentication scheme Token.',
  ],
])('of the challenge %s to %o, %s is said', (field, schemes, message) => {
  const found = challengeViolations([schemes as SecurityScheme[]], field);
  expect(found.map((one) => one.message)).toEqual(message === undefined ? [] : [message]);
  expect(found.every(({ rule }) => rule === (field ? 'challenge' : 'required'))).toBe(true);
});
