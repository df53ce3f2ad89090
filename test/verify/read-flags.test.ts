import { expect, test } from 'vitest';
import { readServer, readTimeout } from '../../src/verify/read-flags.js';

test.each([
  [undefined, /^--server is missing: give the URL of the API/],
  ['staging', /^--server is no URL of a server/],
  ['ftp://host', /^--server is no URL of a server/],
  ['https://me:secret@host', /^--server holds a user name or a password: give credentials in the file of --values\.$/],
])('the server %s is refused in one sentence', (text, message) => {
  expect(() => readServer(text)).toThrow(message);
});

test('the server is read without the slash at its end', () => {
  expect(['http://h', 'https://h/a/b/', 'http://h:80/a//'].map(readServer)).toEqual(['http://h', 'https://h/a/b', 'http://h/a/']);
});

test('a timeout is a number of milliseconds', () => {
  expect([undefined, '1', '20', '999999'].map(readTimeout)).toEqual([10_000, 1, 20, 999_999]);
  for (const text of ['0', '1000000', '01', '-1', '1.5', '1s', 'x1', '']) {
    expect(() => readTimeout(text)).toThrow('--timeout is no number of milliseconds: give one from 1 to 999999.');
  }
});
