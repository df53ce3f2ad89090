import { expect, it } from 'vitest';
import { isStatusOf, responseKey, statusCode } from '../../src/description/statuses.js';

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
