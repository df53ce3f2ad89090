import { expect, test } from 'vitest';
import { httpViolations } from '../../../src/contract/response/http-violations.js';

const head = { status: 200, headers: {}, setCookies: [], repeated: [] };
const date = 'Wed, 21 Oct 2026 07:28:00 GMT';

test.each([
  [{ status: 206 }, 'header.content-range is missing: a 206 has one (RFC 9110, section 15.3.7).'],
  [{ status: 405 }, 'header.allow is missing: a 405 has one (RFC 9110, section 15.5.6).'],
  [{ status: 407 }, 'header.proxy-authenticate is missing: a 407 has one (RFC 9110, section 15.5.8).'],
  [{ status: 426 }, 'header.upgrade is missing: a 426 has one (RFC 9110, section 15.5.22).'],
  [{ repeated: ['etag'] }, 'header.etag stands twice, with two values (RFC 9110, section 5.3).'],
  [{ status: 204, headers: { 'content-length': '5' } }, 'header.content-length says that content follows'],
  [{ status: 204, headers: { 'transfer-encoding': 'chunked' } }, 'header.transfer-encoding says that content follows'],
])('what HTTP demands is an error: %o', (given, message) => {
  const rule = 'repeated' in given ? 'repeated' : given.status === 204 ? 'no-content' : 'required';
  expect(httpViolations({ ...head, ...given })).toEqual([
    expect.objectContaining({ severity: 'Error', rule, message: expect.stringContaining(message) as string }),
  ]);
});

test.each([
  [{ status: 302 }, 'header.location is missing: a 302 should have one'],
  [{ status: 416 }, 'header.content-range is missing: a 416 should have one'],
  [{ headers: { etag: 'abc' } }, 'header.etag must be in quotes'],
  [{ headers: { date: '2026-10-21T07:28:00Z' } }, 'header.date must be a date of HTTP'],
  [{ headers: { 'last-modified': 'yesterday' } }, 'header.last-modified must be a date of HTTP'],
  [{ headers: { 'retry-after': '2 minutes' } }, 'header.retry-after must be a number of seconds or a date of HTTP'],
  [{ headers: { age: '-1' } }, 'header.age must be a number of seconds'],
  [{ headers: { allow: 'GET POST' } }, 'header.allow must be a list of methods'],
  [{ headers: { location: '/a b' } }, 'header.location must be an encoded URL'],
  [{ headers: { 'content-location': '/ä' } }, 'header.content-location must be an encoded URL'],
  [{ headers: { link: '/next; rel=next' } }, 'header.link must be a list of links'],
  [{ setCookies: ['just a text'] }, 'header.set-cookie must begin with a name'],
  [{ setCookies: ['a=b; Expires=tomorrow'] }, 'header.set-cookie must have a date of HTTP'],
  [{ setCookies: ['a=b; SameSite=None'] }, 'header.set-cookie has "SameSite=None" without "Secure"'],
])('what it asks for is a warning: %o', (given, message) => {
  expect(httpViolations({ ...head, ...given })).toEqual([
    expect.objectContaining({ severity: 'Warning', message: expect.stringContaining(message) as string }),
  ]);
});

test.each([
  { status: 204, headers: { 'content-length': '0' } },
  { status: 206, headers: { 'content-type': 'multipart/byteranges; boundary=x' } },
  { status: 302, headers: { location: '../other?a=%C3%A4#b' } },
  { status: 405, headers: { allow: '' } },
  { headers: { etag: 'W/"a"', age: '3', date, 'last-modified': date, 'retry-after': '120', expires: '0' } },
  {
    headers: { 'retry-after': date, allow: 'GET, HEAD , POST', link: '<https://example.com/?p=2>; rel="next", </1>; rel=first' },
  },
  {
    setCookies: [
      'a=b; Path=/; HttpOnly',
      `c=; Expires=${date}`,
      'd=e; expires=Wed, 21-Oct-2026 07:28:00 GMT; SameSite=None; Secure',
    ],
  },
])('nothing is said of %o', (given) => {
  expect(httpViolations({ ...head, ...given })).toEqual([]);
});

/** What is said of the form of each header. */
const sentences: Record<string, string> = {
  age: 'must be a number of seconds (RFC 9111, section 5.1).',
  allow: 'must be a list of methods (RFC 9110, section 10.2.1).',
  'content-location': 'must be an encoded URL (RFC 9110, section 8.7).',
  date: 'must be a date of HTTP (RFC 9110, section 5.6.7).',
  etag: 'must be in quotes (RFC 9110, section 8.8.3).',
  'last-modified': 'must be a date of HTTP (RFC 9110, section 5.6.7).',
  link: 'must be a list of links, each in <> (RFC 8288, section 3).',
  location: 'must be an encoded URL (RFC 9110, section 10.2.2).',
  'retry-after': 'must be a number of seconds or a date of HTTP (RFC 9110, section 10.2.3).',
};
const right: Array<[name: string, values: string[]]> = [
  ['age', ['0', '12']],
  ['allow', ['', 'GET', 'GET,POST', 'GET , M-SEARCH']],
  ['content-location', ['', "/a;b?c=%20#d!$&'()*+,@~[1]"]],
  ['date', [date, 'Sun, 06 Nov 1994 08:49:37 GMT']],
  ['last-modified', [date]],
  ['etag', ['"a"', 'W/"a"', '""']],
  ['link', ['', ' <a>', '</a>; rel=x, </b>']],
  ['location', ['https://a.example/b']],
  ['retry-after', ['0', '120', date]],
];
const wrong: Array<[name: string, values: string[]]> = [
  ['age', ['', 'a1', '1a', '1.5']],
  ['allow', ['GET POST', ',GET', 'GET,', 'GET;']],
  ['content-location', ['/a b', '/a"', '<a>', ' /a', '/a\\b']],
  [
    'date',
    ['wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 1 Oct 2026 07:28:00 GMT', `x${date}`, `${date}x`, 'Wed, 21 Oct 26 07:28:00 GMT'],
  ],
  ['last-modified', ['2026-10-21']],
  ['etag', ['a', 'w/"a"', 'x"a"', '"a"x', '"a b"', '"a"b"']],
  ['link', ['a', '</a', '<a b>', '<<a>', 'x<a>']],
  ['location', ['/ä']],
  ['retry-after', ['1.5', '-1', '1x', 'soon']],
];

test.each([
  ...right.map(([name, values]) => ({ name, values, is: 'right' })),
  ...wrong.map(([name, values]) => ({ name, values, is: 'wrong' })),
])('these values of $name are $is: $values', ({ name, values, is }) => {
  const said = values.map((value) =>
    httpViolations({ ...head, headers: { [name]: value } }).map(({ path, rule, message }) => [...path, rule, message]),
  );
  const expected = [['header', name, 'form', `header.${name} ${sentences[name]}`]];
  expect(said).toEqual(values.map(() => (is === 'right' ? [] : expected)));
});

test.each([
  [206, 'content-range', 'Error', '15.3.7'],
  ...[301, 302, 303, 307, 308].map((status) => [status, 'location', 'Warning', '15.4'] as const),
  [405, 'allow', 'Error', '15.5.6'],
  [407, 'proxy-authenticate', 'Error', '15.5.8'],
  [416, 'content-range', 'Warning', '15.5.17'],
  [426, 'upgrade', 'Error', '15.5.22'],
] as const)('a %i without %s: %s', (status, name, severity, section) => {
  const found = httpViolations({ ...head, status });
  const message = `header.${name} is missing: a ${status} ${severity === 'Error' ? 'has' : 'should have'} one (RFC 9110, section ${section}).`;
  expect(found).toEqual([{ path: ['header', name], rule: 'required', severity, message }]);
  const form = { allow: 'GET' }[name as string] ?? 'a';
  expect(httpViolations({ ...head, status, headers: { [name]: form } })).toEqual([]);
});

test.each([
  ['a=b', []],
  [' a=', []],
  ['=b', ['must begin with a name, "=" and a value (RFC 6265, section 4.1).']],
  ['a b=c', ['must begin with a name, "=" and a value (RFC 6265, section 4.1).']],
  ['', ['must begin with a name, "=" and a value (RFC 6265, section 4.1).']],
  ['a=b; EXPIRES= tomorrow ', ['must have a date of HTTP in "Expires" (RFC 6265, section 4.1).']],
  ['a=b; expires=', ['must have a date of HTTP in "Expires" (RFC 6265, section 4.1).']],
  ['a=b; SameSite=none', ['has "SameSite=None" without "Secure": browsers drop the cookie.']],
  ['a=b; samesite= NONE; secure', []],
  ['a=b; samesite= NONE ', ['has "SameSite=None" without "Secure": browsers drop the cookie.']],
  ['a=b; SameSite=Lax', []],
])('of the cookie %j, %o is said', (field, messages) => {
  const found = httpViolations({ ...head, setCookies: [field] });
  expect(found.map(({ message }) => message)).toEqual(messages.map((one) => `header.set-cookie ${one}`));
  expect(found.map(({ severity, rule }) => [severity, rule])).toEqual(messages.map(() => ['Warning', 'form']));
});

test.each<[status: number, headers: Record<string, string>, names: string[]]>([
  [204, { 'content-length': '5' }, ['content-length']],
  [204, { 'transfer-encoding': 'chunked', 'content-length': '0' }, ['transfer-encoding']],
  [204, { 'content-length': '0' }, []],
  [204, {}, []],
  [200, { 'content-length': '5' }, []],
  [206, { 'content-type': 'Multipart/ByteRanges; boundary=a' }, []],
  [206, { 'content-type': 'multipart/byterangesx' }, ['content-range']],
  [206, { 'content-type': 'x multipart/byteranges' }, ['content-range']],
])('a %i with %o lacks or has too much: %o', (status, headers, names) => {
  expect(httpViolations({ ...head, status, headers }).map(({ path }) => path[1])).toEqual(names);
});
