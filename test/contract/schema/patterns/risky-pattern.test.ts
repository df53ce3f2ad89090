import { expect, test } from 'vitest';
import { isMatch } from '../../../../src/contract/schema/patterns/is-match.js';
import { mostSteps } from '../../../../src/contract/schema/patterns/risky-pattern.js';
import { readPattern } from '../../../../src/contract/schema/patterns/read-pattern.js';

/** The exponent by which steps grow with the text: they are estimated, and none is taken. */
function exponent(source: string): number {
  const steps = mostSteps(new RegExp(source, 'u'), 'x'.repeat(1000));
  return steps === 0 ? 1 : steps === 2 ** 60 ? Infinity : Math.round(Math.log10(steps) / 3);
}

test.each<[what: string, exponents: Record<string, number>]>([
  ['parts without repetition', { abc: 1, '^[ab]c$': 1, '(ab)c': 1, '': 1, 'a|b': 1 }],
  ['repetitions that end in one place', { '^[a-z]+$': 1, '^a+b+$': 1, '^[a-z]+[0-9]+$': 1, '^(a+)b': 1, '^(?<n>a+)b': 1 }],
  ['repetitions that are looked for from each place', { '[a-z]+$': 2, 'a+b': 2, '\\ba+b': 2, 'a+b|c': 2, 'c|a+b': 2 }],
  ['a repetition at the end, after which nothing fails', { 'a[a-z]*': 1, 'ab{2,}': 1, '[a-z]+': 1 }],
  [
    'repetitions that end in several places',
    { '^a+a$': 2, '^[a-z]+[a-z0-9]+$': 2, '[a-z]+[a-z]+': 3, '^.*a.*b': 3, '.*a.*b': 4 },
  ],
  ['the number of repetitions that count', { '^a{0,4}a$': 1, '^a{0,5}a$': 2, '^a{2,6}a$': 1, '^a{2,7}a$': 2, '^a{10,12}a$': 1 }],
  [
    'quantifiers',
    { '^a*?a$': 2, '^a*?b$': 1, '^a+?b$': 1, '^a??a$': 1, '^a{2,}a$': 2, '^a{2,}?a$': 2, '^a{9}a$': 1, '^a{9}?a$': 1 },
  ],
  [
    'an optional part between',
    { '^a+b?a$': 2, '^a+b+a$': 1, '^a+(?:b)?a$': 2, '^a+(?:b)a$': 1, '^a+(?:b|a)c$': 2, '^a+(?:b|c)a$': 1 },
  ],
  ['edges of words and of texts', { '^a+\\bb': 1, '^a+\\ba': 2, '^a+\\Ba': 2, '^a+^b': 1, '^a+$b': 1 }],
  ['assertions and references', { '^a(?=a)': Infinity, '^a(?!a)': Infinity, '^a(?<=a)': Infinity, '^a(?<!b)': Infinity }],
  ['references to groups', { '^(a)\\1': Infinity, '^(?<n>a)\\k<n>': Infinity, '^(?<name>a)\\k<name>': Infinity }],
  ['one alternative among others', { 'x|^(a+)+$': Infinity, '^(a+)+$|x': Infinity, '^(?:x|(?:a+)+)$': Infinity }],
  [
    'groups that hold repetitions',
    { '^(?:a+b){0,9}$': 1, '^(?:a+b?){0,9}$': Infinity, '^(?:a+){2}$': Infinity, '^(?:a+b|c)*$': 1 },
  ],
  [
    'groups whose alternatives overlap',
    { '^(?:a|b)*c$': 1, '^(?:a|ab){1,9}$': Infinity, '^(?:a|ab){1,4}$': 1, '^(?:a|b|ab)*$': Infinity },
  ],
  [
    'groups whose end overlaps with what follows',
    { '^(?:a|b){0,9}a$': Infinity, '^(?:a|b){0,4}a$': 1, '^(?:a?b){0,9}a$': Infinity },
  ],
  [
    'groups of one length',
    { '^(?:[ab]{3}){0,9}[ab]$': 2, '^(?:[ab]{3}|[cd]){0,9}[ab]$': Infinity, '^(?:(?:ab)){0,9}a$': Infinity },
  ],
  ['escapes', { '^\\u{61}+a$': 2, '^\\u{61}+b$': 1, '^\\u0061+a$': 2, '^\\u0061+b$': 1, '^\\x61+a$': 2, '^\\x61+b$': 1 }],
  [
    'escapes of control characters and classes',
    { '^\\cA+\\x01$': 2, '^\\cA+a$': 1, '^\\p{L}+a$': 2, '^\\p{L}+1$': 1, '^\\P{L}+1$': 2, '^\\p{Lu}+A$': 2, '^\\p{Lu}+a$': 1 },
  ],
  ['brackets with what is a reference elsewhere', { '^[\\\\1]+b$': 1 }],
  ['names of groups', { '^a+(?<name>b)a$': 1 }],
  ['the least number of repetitions', { '^c+a+?c$': 1, '^c+a*?c$': 2 }],
  ['few repetitions of groups that hold some', { '^(?:a+b|ac){0,2}$': Infinity, '^(?:ab|ac){0,2}$': 1 }],
  ['brackets', { '^[\\]a]+\\]$': 2, '^[^\\]a]+\\]$': 1, '^[\\]]+a$': 1, '^[(]+[)]$': 1, '^[a|b]+\\|$': 2, '^[{]+\\{$': 2 }],
  [
    'letters beyond the first',
    { '^[\\u0400-\\u04ff]+[\\u0400-\\u04ff]$': 2, '^[\\u0400-\\u04ff]+[a-z]$': 1, '^[\\u{1f600}-\\u{1f64f}]+[a-z]$': 1 },
  ],
  ['a letter that no sample has', { '^\\u{12345}+\\u{12346}$': 2, '^\\u{12345}+a$': 2 }],
])('the steps for %s are known', (_, exponents) => {
  expect(Object.fromEntries(Object.keys(exponents).map((source) => [source, exponent(source)]))).toEqual(exponents);
});

test('the steps depend on the length of the text, up to a number that is too large anyway', () => {
  const steps = (source: string, length: number): number => mostSteps(new RegExp(source, 'u'), 'x'.repeat(length));
  expect([steps('[a-z]+$', 30), steps('^(a+)+$', 5), steps('^(a+)+$', 60), steps('^(a+)+$', 61)]).toEqual([
    900,
    32,
    2 ** 60,
    2 ** 60,
  ]);
});

test('a text of the description is not matched with what may take long for it', () => {
  const half = 'x'.repeat(999);
  expect([isMatch('^x+$', half), isMatch('^y+$', half), isMatch('(', half)]).toEqual([true, false, false]);
  expect([isMatch('x+$', half), isMatch('x+$', `${half}x`), isMatch('x+$', `${half}xx`)]).toEqual([true, true, false]);
});

test('a text is matched within a time, with what may take long for it', () => {
  const texts = ['a!', `${'a'.repeat(1500)}!`, 'a'.repeat(1500), 'a'.repeat(60_000)];
  expect(texts.map((text, index) => isMatch('[a-z]+!$', text, index === 3 ? 5 : 60_000))).toEqual([true, true, false, false]);
});

const unread = 'it is no regular expression of ECMAScript';

test.each<[pattern: string, read: RegExp | string]>([
  ['^a$', /^a$/u],
  ['\\p{L}', /\p{L}/u],
  ['\\-a\\-', /-a-/u],
  ['[\\-a]', new RegExp('[\\-a]', 'u')],
  ['\\_\\@[\\_\\@]', /_@[_@]/u],
  ['a\\"b', /a"b/u],
  ['\\\\\\_', /\\_/u],
  ['[\\]\\_]x', /[\]_]x/u],
  ['[a\\-z\\_]', new RegExp('[a\\-z_]', 'u')],
  ['[\\\\_\\@]', /[\\_@]/u],
  ['a{', /a{/],
  ['^[a-z-[0-9]', /^[a-z-[0-9]/u],
  ['(', unread],
  ['\\A', unread],
  ['\\Aa{', unread],
  ['\\\\Aa{', /\\Aa{/],
  ['\\p{Nowhere}', unread],
  ['\\u{110000}', unread],
  ['(?i)a', unread],
])('the pattern %s is read as %s', (pattern, read) => {
  expect(readPattern(pattern)).toEqual(read);
  // It is the same object, which keeps what is known of it.
  expect(readPattern(pattern)).toBe(readPattern(pattern));
});
