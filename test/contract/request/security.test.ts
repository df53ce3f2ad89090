import { expect, test } from 'vitest';
import { challenges, securityViolations } from '../../../src/contract/request/security.js';
import type { SecurityScheme } from '../../../src/description/types.js';

const key = (place: string): SecurityScheme => ({ type: 'apiKey', in: place, name: 'X-Key' }) as SecurityScheme;
const http = (scheme: string): SecurityScheme => ({ type: 'http', scheme });
const basic = (text: string): string => Buffer.from(text).toString('base64');

interface Sent {
  headers?: Record<string, string>;
  query?: Record<string, string>;
}

test.each<[what: string, scheme: SecurityScheme, met: Sent[], missing: Sent[], message: string]>([
  [
    'a key in a header',
    key('header'),
    [{ headers: { 'x-key': 'a' } }],
    [{}, { headers: { 'x-key': ' ' } }, { headers: { 'X-Key': 'a' } }, { query: { 'X-Key': 'a' } }],
    'header.x-key must be an API key that is not empty.',
  ],
  [
    'a key in the query',
    key('query'),
    [{ query: { 'X-Key': 'a' } }],
    [{}, { query: { 'X-Key': '' } }, { query: { 'x-key': 'a' } }, { headers: { 'x-key': 'a' } }],
    'query.X-Key must be an API key that is not empty.',
  ],
  [
    'a key in a cookie',
    key('cookie'),
    [{ headers: { cookie: 'X-Key=a' } }, { headers: { cookie: 'a=b; X-Key=c;d=e' } }],
    [{}, { headers: { cookie: 'X-Key=' } }, { headers: { cookie: 'a=b; X-Key= ; c=d' } }, { headers: { cookie: 'Not-X-Key=a' } }],
    'cookie.X-Key must be an API key that is not empty.',
  ],
  [
    'a token',
    http('bearer'),
    [{ headers: { authorization: 'Bearer abc' } }, { headers: { authorization: 'BEARER  a ' } }],
    ['Bearer', 'Bearer ', 'Bearer a b', 'Token a', 'Bearera', 'xBearer a'].map((authorization) => ({
      headers: { authorization },
    })),
    'header.authorization must be "Bearer", a space and the credentials.',
  ],
  [
    'a name and a password',
    http('basic'),
    [{ headers: { authorization: `Basic ${basic('a:b')}` } }, { headers: { authorization: `basic ${basic(':')}` } }],
    [{}, { headers: { authorization: `Basic ${basic('ab')}` } }, { headers: { authorization: 'Basic a:b' } }],
    'header.authorization must be "Basic", a space and the credentials.',
  ],
  [
    'a digest',
    http('digest'),
    [{ headers: { authorization: 'Digest username="a b", nonce="c"' } }],
    [{}, { headers: { authorization: 'Digest ' } }],
    'header.authorization must be "Digest", a space and the credentials.',
  ],
])('of %s, the form is held', (_, scheme, met, missing, message) => {
  const found = ({ headers = {}, query = {} }: Sent): string[] =>
    securityViolations([[scheme]], headers, query).map((one) => `${one.rule}: ${one.message}`);
  expect(met.map(found)).toEqual(met.map(() => []));
  expect(missing.map(found)).toEqual(missing.map(() => [`security: ${message}`]));
});

test('one alternative is enough, of which each scheme is needed', () => {
  const alternatives = [[key('header'), key('query')], [http('bearer')]];
  const messages = (headers: Record<string, string>, query: Record<string, string> = {}): string[] =>
    securityViolations(alternatives, headers, query).map(({ path }) => path.join('.'));
  expect(messages({ 'x-key': 'a' }, { 'X-Key': 'b' })).toEqual([]);
  expect(messages({ authorization: 'Bearer a' })).toEqual([]);
  expect(messages({ 'x-key': 'a' })).toEqual(['query.X-Key', 'header.authorization']);
  expect(messages({})).toEqual(['header.x-key', 'query.X-Key', 'header.authorization']);
  expect([securityViolations([], {}, {}), securityViolations([[]], {}, {})]).toEqual([[], []]);
  expect(securityViolations([[{ type: 'mutualTLS' }]], {}, {})).toEqual([]);
});

test('each scheme is challenged once', () => {
  expect(challenges([[http('bearer')], [http('bearer'), http('basic')]], 'A')).toBe('Bearer realm="A", Basic realm="A"');
  expect(challenges([], 'A')).toBe('');
});
