import { expect, it } from 'vitest';
import { hasBody, isStatusOf, responseKey, statusCode, successKey } from '../../src/description/statuses.js';

it('prefers the number to the range to the default', () => {
  const keys = ['default', '4XX', '404'];
  expect(responseKey(keys, 404)).toBe('404');
  expect(responseKey(keys, 409)).toBe('4XX');
  expect(responseKey(keys, 500)).toBe('default');
  expect(responseKey(['200'], 500)).toBeUndefined();
});

it('takes a range for each status in it alone', () => {
  expect(isStatusOf('2xx', 204)).toBe(true);
  expect(isStatusOf('2XX', 404)).toBe(false);
});

it('sends the lowest status of a range, and 500 for the default', () => {
  expect(['200', '4XX', 'default'].map(statusCode)).toEqual([200, 400, 500]);
});

it.each<[string[], string | undefined]>([
  [['201', '200', '302'], '200'],
  [['2XX', '201', '404'], '2XX'],
  [['302', '301', '404', 'default'], '301'],
  [['404', 'default'], 'default'],
  [['default'], 'default'],
  [['404', '3XX'], undefined],
  [[], undefined],
])('of %j a valid request gets %s', (keys, expected) => {
  expect(successKey(keys)).toBe(expected);
});

it.each<[status: number, has: boolean]>([
  [199, false],
  [200, true],
  [203, true],
  [204, false],
  [205, false],
  [206, true],
  [303, true],
  [304, false],
  [305, true],
])('whether %i has a body: %s', (status, has) => {
  expect(hasBody(status)).toBe(has);
});
