import { expect, test } from 'vitest';
import { connectionFailure } from '../../src/command/connection-failure.js';

const late = 'the server did not respond in time';

test.each<[code: string, reason: string]>([
  ['ECONNREFUSED', 'the connection was refused'],
  ['ENOTFOUND', 'the name of the host is not known'],
  ['EAI_AGAIN', 'the name of the host is not known'],
  ['ECONNRESET', 'the connection was cut off before the response ended'],
  ['EPIPE', 'the connection was cut off before the response ended'],
  ['ETIMEDOUT', late],
  ['HPE_INVALID_CONSTANT', 'it is not valid HTTP (HPE_INVALID_CONSTANT)'],
  ...['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO'].map(
    (code): [string, string] => [code, `the TLS connection failed (${code})`],
  ),
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the TLS connection failed (UNABLE_TO_VERIFY_LEAF_SIGNATURE)'],
  ['UNABLE_TO_GET_ISSUER_LOCALLY', 'the TLS connection failed (UNABLE_TO_GET_ISSUER_LOCALLY)'],
  ['EHOSTUNREACH', 'the connection failed (EHOSTUNREACH)'],
])('%s: %s', (code, reason) => {
  expect(connectionFailure(Object.assign(new Error('of Node'), { code }))).toBe(reason);
});

test('a time limit is said as such, and what has no code in its own words', () => {
  expect(connectionFailure(new DOMException('of Node', 'TimeoutError'))).toBe(late);
  expect(connectionFailure(new Error('of Node'))).toBe('of Node');
});
