import { expect, test } from 'vitest';
import { generatorPattern } from '../../../../../src/mock/making/prism/schema/generator-pattern.js';

test.each([
  ['^[a-z]+\\d\\\\$', '^[a-z]+\\d\\\\$'],
  ['^\\u{61}\\u{1F600}$', '^a😀$'],
  ['^(?<year>\\d)-\\k<year>$', '^(\\d)-\\1$'],
  ['(\\d)(?<b>a)(?:x)(?<größe>c)\\k<größe>\\k<b>', '(\\d)(a)(?:x)(c)\\3\\2'],
  ['[(](?<b>a)\\k<b>', '[(](a)\\2'],
  ['\\((?<b>a)\\k<b>', '\\((a)\\1'],
  ['(?<=x)y', '(?:x)y'],
  ['(?<!x)y', '(?=x)y'],
  ['a(?<=x)y', 'a(?=x)y'],
  ['a(?=x)(?!y)', 'a(?=x)(?!y)'],
  ['\\p{Sc}', '(?:\\$|¢|£|¤|¥|֏|؋|߾|߿|৲|৳|৻)'],
  ['[\\p{Nd}x]\\p{Script=Ogham}', '[0123456789\u0660\u0661x](?:\u1680|ᚁ|ᚂ|ᚃ|ᚄ|ᚅ|ᚆ|ᚇ|ᚈ|ᚉ|ᚊ|ᚋ)'],
  ['\\P{L}', '(?: |!|"|#|\\$|%|&|\'|\\(|\\)|\\*|\\+)'],
  ['[\\]\\p{Ps}]', '[\\]\\(\\[\\{༺༼᚛‚„⁅⁽₍⌈]'],
  ['\\p{Zl}', '(?:\u2028)'],
  ['\\p{Emoji_Presentation}', '(?:⌚|⌛|⏩|⏪|⏫|⏬|⏰|⏳|◽|◾|☔|☕)'],
])('the pattern %s is written as %s', (pattern, written) => {
  expect(generatorPattern(pattern)).toBe(written);
});
