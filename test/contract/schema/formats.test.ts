import { expect, test } from 'vitest';
import { textFormats } from '../../../src/contract/schema/validate/formats.js';
import { found } from './schemas.js';

/** Valid and invalid texts of a format. */
const formats: Array<[format: string, right: string[], wrong: string[]]> = [
  ['date', ['2024-02-29'], ['2023-02-29', '2024-1-1', '20240101', '2024-01-01T00:00:00Z', '']],
  [
    'date-time',
    [
      ...['2024-01-01T00:00:00Z', '2024-01-01t00:00:00.123+05:30', '2024-01-01T00:00:59.99999999999999999999Z'],
      ...['1998-12-31T23:59:60Z', '1998-12-31T23:59:60.5z', '1999-01-01T00:29:60+00:30'],
    ],
    [
      ...['2024-01-01 00:00:00Z', '2024-01-01T00:00:00', '2024-01-01T24:00:00Z', '2024-01-01T00:00:00+0530', '2024-01-01T00:00Z'],
      ...['2024-01-01T24:59:60+01:00', '2024-01-01T25:59:60+02:00', '2024-01-01T23:89:60+00:30', '2024-01-01T30:00:00Z'],
      ...['x2024-01-01T00:00:00Z', '2024-01-01T00:00:00Zx', '2024-01-01T00:00:59.12.5Z', '2024-01-01T00:00:00+05:3'],
    ],
  ],
  [
    'time',
    ['10:00:00Z', '10:00:00.5-08:00', '19:00:00z', '23:59:59.99999999999999999999Z', '23:59:60Z'],
    [
      ...['10:00:00', '25:00:00Z', '10:00Z', '10:00:00+0800', '24:59:60+01:00', '25:59:60+02:00', '23:89:60+00:30'],
      ...['x10:00:00Z', '10:00:00Zx', '10:00:00.12.5Z', '10:00:00Z+01:00'],
    ],
  ],
  [
    'duration',
    [
      ...['P1D', 'PT1H30M', 'P1W', 'P1Y2M3DT4H5M6S', 'P10W', 'P10Y10M10D', 'P10Y10M', 'P10Y', 'P10M10D', 'P10M', 'P10D'],
      ...['PT10H10M10S', 'PT10H10M', 'PT10H', 'PT10M10S', 'PT10M', 'PT10S', 'P10YT10S'],
    ],
    [
      ...['1D', 'P', 'PT', 'P1D2H', 'P1Y2D', 'PT1H2S', 'P1W2D', 'xP1D', 'P1Dx', 'P1W1', 'P1DT', 'P1H', 'PT1D', 'P-1D', 'P1.5D'],
      ...['PxM', 'P1MxD', 'PxD', 'PTxH', 'PTxM', 'PT1MxS', 'PTxS'],
    ],
  ],
  ['http-date', ['Sun, 06 Nov 1994 08:49:37 GMT'], ['1994-11-06T08:49:37Z', 'Sun, 6 Nov 1994 08:49:37 GMT']],
  [
    'email',
    [
      ...['a+b@example.com', '"a b"@x.org', 'a@[127.0.0.1]', 'a@[IPv6:::1]', 'a@[ipv6:1::AB]', 'root@localhost', 'a.b@c-d'],
      ...['"a\\"b"@x.org', '"@[300.0.0.1]"@x.org', '""@x.org'],
    ],
    [
      ...['a', 'a.b', 'a@[300.0.0.1]', 'a@', '@b.co', '@b', 'a b@c.de', 'a@b..co', 'a@b.', 'a@-b', 'a@b@c'],
      ...['a@[IPv6:1::2::3]', 'a@[127.0.0.1].org', 'a@[127.0.0.1', 'a"b"@x.org', '"a"b@x.org', '"a"b"@x.org', '"ä"@x.org'],
    ],
  ],
  ['idn-email', ['ä@bücher.example', 'jürgen@a.b'], ['ä', 'ä@', 'a b@c.de', '@a.b', 'ä@a@b', 'ä@a b', 'ä@a.']],
  [
    'uuid',
    ['123e4567-e89b-12d3-a456-426614174000', '123E4567-E89B-12D3-A456-426614174000'],
    [
      ...['123e4567e89b12d3a456426614174000', 'urn:uuid:123e4567-e89b-12d3-a456-426614174000'],
      ...['123e4567-e89b-12d3-a456-4266141740000', '123e4567-e89b-12d3-a456-42661417400g'],
    ],
  ],
  ['uri', ['https://a.b/c?d#e', 'urn:x:y', 'http://[::1]:80/'], ['/rel', 'a b', '//host', 'http://x/\\y', '']],
  ['uri-reference', ['/rel', '#x', '?q', 'http://a'], ['a b', '\\\\x', '%zz']],
  ['iri', ['http://ä.example/ö'], ['/rel', 'http://a b', '']],
  ['iri-reference', ['/ö', '#x'], ['a b', '\\x']],
  [
    'url',
    ['https://a.b/c', 'http://localhost:3000/', 'http://10.0.0.1/', 's3://bucket/key', 'a+b-c.d://x'],
    ['x', 'www.x.y', 'localhost:80', 'http://a b/', ' http://a.b/', '1a://b', 'http:/a'],
  ],
  ['hostname', ['a.b', 'localhost', 'a-b.c'], ['-a.b', 'a_b', 'a..b', '', 'a.b:80', 'a.']],
  ['idn-hostname', ['bücher.example'], ['a b', 'a/b', '', '-a', 'ä..b', 'ä.', 'ü'.repeat(60)]],
  ['ipv4', ['1.2.3.4'], ['1.2.3', '256.1.1.1', '01.2.3.4', '1.2.3.4/24']],
  ['ipv6', ['::1', '::ffff:1.2.3.4'], ['1::2::3', '12345::', '::1%eth0']],
  ['byte', ['aGk=', ''], ['a', 'aGk', '!!!!']],
  ['base64url', ['aGk', 'a_b-'], ['a+b/', 'a b']],
  ['json-pointer', ['', '/a/b~0'], ['a', '/~2']],
  ['regex', ['^a+$'], ['(', '[']],
  ['char', ['a', '👍'], ['ab', '']],
  ['decimal', ['1.50', '-3', '+12.5', '120'], ['x', '1e3', '', '1.', '.5', '1.5.5', '- 3']],
  ['media-range', ['text/*', 'application/json; q=0.5'], ['json', 'a/b/c']],
  ...['password', 'binary', 'commonmark', 'phone'].map((format): [string, string[], string[]] => [format, ['x', ''], []]),
];

test.each(formats)('a text of the format %s', (format, right, wrong) => {
  const schema = { type: 'string', format };
  expect(right.flatMap((text) => found(schema, text))).toEqual([]);
  expect(wrong.filter((text) => found(schema, text).length === 0)).toEqual([]);
});

test.each<[format: string, right: Array<number | bigint>, wrong: Array<number | bigint>]>([
  ['float', [3.4e38, 0.1], [3.5e38, -1e300]],
  ['double', [1e308], []],
  ['double-int', [2 ** 53 - 1], [2n ** 53n + 1n, 0.5]],
  ['int32', [2 ** 31 - 1], [2 ** 31, 0.5]],
])('a number of the format %s', (format, right, wrong) => {
  const schema = { type: 'number', format };
  expect(right.flatMap((number) => found(schema, number))).toEqual([]);
  expect(wrong.filter((number) => found(schema, number).length === 0)).toEqual([]);
});

test.each(['iri', 'iri-reference', 'url', 'idn-hostname', 'idn-email'])(
  'a text of the format %s is right however often',
  (format) => {
    const check = textFormats.get(format);
    const [, [text] = []] = formats.find(([name]) => name === format) ?? [];
    const right = Array.from({ length: 10_000 }, () => typeof check === 'function' && check(String(text) as never));
    expect(right).not.toContain(false);
  },
);
