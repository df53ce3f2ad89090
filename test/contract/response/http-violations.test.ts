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
  expect(httpViolations({ ...head, ...given })).toEqual([
    expect.objectContaining({ severity: 'Error', message: expect.stringContaining(message) as string }),
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
