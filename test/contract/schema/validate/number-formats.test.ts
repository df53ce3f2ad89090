import { expect, test } from 'vitest';
import { formatKeywords } from '../../../../src/contract/schema/validate/formats.js';
import { schemasOf, pointer } from '../schemas.js';

const bits = (count: bigint): bigint => 2n ** count;
const float = (2 - 2 ** -23) * 2 ** 127;

test.each<[format: string, least: bigint, most: bigint]>([
  ...[8n, 16n, 32n, 64n].flatMap((count): Array<[string, bigint, bigint]> => [
    [`int${count}`, -bits(count - 1n), bits(count - 1n) - 1n],
    [`uint${count}`, 0n, bits(count) - 1n],
  ]),
  ['double-int', 1n - bits(53n), bits(53n) - 1n],
])('the bounds of %s', (format, least, most) => {
  const schemas = schemasOf({ format });
  const isValid = (value: unknown): boolean => schemas.check(pointer, value, 'request').length === 0;
  expect([least - 1n, least, most, most + 1n].map(isValid)).toEqual([false, true, true, false]);
  expect([0.5, 1, 'x'].map(isValid)).toEqual([false, true, true]);
});

test('the bounds of a float, and formats that say nothing', () => {
  expect(formatKeywords('float')).toEqual({ minimum: -float, maximum: float });
  expect(['double', 'unknown', 'constructor', 'email'].map(formatKeywords)).toEqual([{}, {}, {}, { format: 'email' }]);
});
