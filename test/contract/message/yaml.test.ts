import { expect, test } from 'vitest';
import { readYamlText, writeYaml } from '../../../src/contract/message/yaml.js';

test.each<[text: string, value: unknown]>([
  ['12345678901234567891', 12345678901234567891n],
  ['+12345678901234567891', 12345678901234567891n],
  ['-12345678901234567891', -12345678901234567891n],
  ['[1, +2, 0x1F, 1.5, a, "3", 9007199254740992]', [1, 2, 31, 1.5, 'a', '3', 9007199254740992]],
  ['!!int "4"', 4],
  ['0x1FFFFFFFFFFFFFFFF', 2 ** 65],
  ['a: &a { b: 1 }\nc: { <<: *a, d: 2 }', { a: { b: 1 }, c: { b: 1, d: 2 } }],
])('%s is read', (text, value) => {
  expect(readYamlText(text)).toEqual(value);
});

test.each<[value: unknown, text: string]>([
  [{ a: 12345678901234567891n, b: 1, c: 1.5 }, 'a: 12345678901234567891\nb: 1\nc: 1.5\n'],
  [['1', true, null], "- '1'\n- true\n- null\n"],
])('%o is written', (value, text) => {
  expect(writeYaml(value)).toBe(text);
});

test('aliases and levels have a bound', () => {
  const alias = 'a: &a 1\nb: *a\nc: *a';
  expect([readYamlText(alias), readYamlText(alias, 2)]).toEqual([
    { a: 1, b: 1, c: 1 },
    { a: 1, b: 1, c: 1 },
  ]);
  expect(() => readYamlText(alias, 1)).toThrow(/alias/);
  const levels = (count: number): string => '['.repeat(count) + ']'.repeat(count);
  expect(() => readYamlText(levels(519))).not.toThrow();
  expect(() => readYamlText(levels(520))).toThrow(/maxDepth/);
});
