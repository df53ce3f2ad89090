import { onceForFirst } from '../../../../description/once-for.js';

/** The number of characters that are taken from a Unicode class. This is enough to make texts. */
const mostMembers = 12;

/** The space, and the last character before the surrogates. */
const [firstCode, lastCode] = [0x20, 0xd7ff];

const token =
  /\\k<([^>]+)>|\\([pP]\{[^}]*\})|\\u\{([\da-fA-F]+)\}|\\[^]|\(\?<([\p{L}_$][\p{L}\p{N}_$]*)>|\(\?<([=!])|\((?!\?)|[[\]]/gu;

/** The captured groups of `token`. */
type Captured = [
  reference: string | undefined,
  unicodeClass: string | undefined,
  codePoint: string | undefined,
  name: string | undefined,
  before: string | undefined,
];

/**
 * Rewrites a pattern for the text generator. The generator does not know Unicode classes, code points in braces, named groups
 * and lookbehind.
 *
 * @param pattern A pattern that is valid with the flag `u`.
 * @returns A pattern for which some generated texts match the given pattern, but not always all of them.
 */
export function generatorPattern(pattern: string): string {
  const groups: string[] = [];
  for (const [found, , , , name] of pattern.matchAll(token)) if (found === '(' || name !== undefined) groups.push(name ?? '');
  let isInClass = false;
  return pattern.replaceAll(token, (found: string, ...parts: [...Captured, offset: number]) => {
    const [reference, unicodeClass, codePoint, name, before, offset] = parts;
    if (found === '[') isInClass = true;
    if (found === ']') isInClass = false;
    if (reference !== undefined) return `\\${groups.indexOf(reference) + 1}`;
    if (codePoint !== undefined) return String.fromCodePoint(Number.parseInt(codePoint, 16));
    if (name !== undefined) return '(';
    // A lookbehind at the start becomes text. Elsewhere it becomes a lookahead, which the generator ignores.
    if (before !== undefined) return offset === 0 && before === '=' ? '(?:' : '(?=';
    if (unicodeClass === undefined) return found;
    const members = membersOf(unicodeClass);
    // Outside brackets, the members are alternatives, because the generator takes only ASCII characters from brackets.
    return isInClass ? members.join('') : `(?:${members.join('|')})`;
  });
}

/** The first characters of a Unicode class, escaped for a pattern. */
const membersOf = onceForFirst(Infinity, (unicodeClass: string): string[] => {
  const set = new RegExp(`^\\${unicodeClass}$`, 'u');
  const members: string[] = [];
  for (let code = firstCode; code <= lastCode && members.length < mostMembers; code += 1) {
    const character = String.fromCharCode(code);
    if (set.test(character)) members.push(character.replace(/[$()*+./?[\\\]^{|}-]/, '\\$&'));
  }
  return members;
});
