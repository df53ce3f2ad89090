import { describe, expect, it } from 'vitest';
import * as browser from '../../../src/client/browser.js';
import { createClient, type ClientOptions } from '../../../src/client/index.js';
import { empty, observedFetch } from '../observed-fetch.js';

const init = { body: { email: 'jweir@projectthanos.com' } };
const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };

const forms: Array<[form: string, headers: NonNullable<ClientOptions['headers']>, sent: string]> = [
  ['an object', { 'X-Tag': 'a' }, 'a'],
  ['an object with a list', { 'X-Tag': ['a', 'b'] }, 'a, b'],
  ['an object with a number', { 'X-Tag': 7 }, '7'],
  ['a Headers object', new Headers({ 'x-tag': 'a' }), 'a'],
  ['pairs', [['X-Tag', 'a']], 'a'],
  [
    'pairs with a name twice',
    [
      ['X-Tag', 'a'],
      ['x-tag', 'b'],
    ],
    'a, b',
  ],
];

describe.each(forms)('headers as %s', (_, headers, expected) => {
  it('are sent once, of a client, of a call and by raw', async () => {
    const { fetch, requests } = observedFetch(empty(404));
    await createClient({ baseUrl: 'http://api.test', fetch, headers }).resetPassword(init);
    await createClient({ baseUrl: 'http://api.test', fetch }).resetPassword({ ...init, headers });
    await createClient({ baseUrl: 'http://api.test', fetch, headers }).resetPassword({ ...init, headers });
    await createClient({ baseUrl: 'http://api.test', fetch, headers }).raw.POST('/api/organizations/reset-password/', init);
    expect(requests.map((request) => request.headers.get('x-tag'))).toEqual([expected, expected, expected, expected]);
    expect(requests.map((request) => request.headers.get('0'))).toEqual([null, null, null, null]);
  });
});

it('a header of a call wins over the token, and null removes it', async () => {
  const { fetch, requests } = observedFetch(empty(204));
  const api = createClient({ baseUrl: 'http://api.test', fetch, token: 'abc' });
  await api.validatePasswordReset({ params, headers: { Authorization: 'Token other' } });
  await api.validatePasswordReset({ params, headers: { authorization: null } });
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Token other', null]);
});

describe.each([
  ['Node', createClient],
  ['a browser or an edge runtime', browser.createClient],
])('on %s, a value that no header can carry', (_, create) => {
  const secret = 'a0f17278bed479ee\nx';

  it('is refused without the value, as a token', async () => {
    const api = create({ baseUrl: 'http://api.test', token: secret, ...observedFetch(empty(204)) });
    await expect(api.validatePasswordReset({ params })).rejects.toThrow(
      'The value of the header "Authorization" contains a character that no header can carry, such as a line break.',
    );
  });

  it('is refused without the value, as a header', () => {
    expect(() => create({ baseUrl: 'http://api.test', headers: { 'X-Key': secret } })).toThrow(
      /^The value of the header "X-Key" contains a character that no header can carry, such as a line break\.$/,
    );
  });
});
