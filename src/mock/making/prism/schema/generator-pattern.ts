/** So many characters of a class of Unicode are enough to make texts. */
const mostMembers = 12;

/** The blank, and the last character before the surrogates. */
const [firstCode, lastCode] = [0x20, 0xd7ff];

const token =
  /\\k<([^>]+)>|\\([pP]\{[^}]*\})|\\u\{([\da-fA-F]+)\}|\\[^]|\(\?<([\p{L}_$][\p{L}\p{N}_$]*)>|\(\?<([=!])|\((?!\?)|[[\]]/gu;

/** What the groups of the token capture. */
type Captured = [
  reference: string | undefined,
  unicodeClass: string | undefined,
  codePoint: string | undefined,
  name: string | undefined,
  before: string | undefined,
];

/**
 * A pattern as the generator of texts knows patterns: without classes of Unicode, code points in braces, names of groups and
 * what has to stand before.
 *
 * @param pattern A pattern that is valid with the flag `u`.
 * @returns A pattern of which some texts match the given one; not each of them has to.
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
    // What has to stand before is written where nothing does; the generator passes over what has to follow.
    if (before !== undefined) return offset === 0 && before === '=' ? '(?:' : '(?=';
    if (unicodeClass === undefined) return found;
    const members = membersOf(unicodeClass);
    // Of a class in brackets, the generator takes no characters beyond ASCII.
    return isInClass ? members.join('') : `(?:${members.join('|')})`;
  });
}

const known = new Map<string, string[]>();

/** The first characters of a class, each as a pattern has it. */
function membersOf(unicodeClass: string): string[] {
  const before = known.get(unicodeClass);
  if (before) return before;
  const set = new RegExp(`^\\${unicodeClass}$`, 'u');
  const members: string[] = [];
  for (let code = firstCode; code <= lastCode && members.length < mostMembers; code += 1) {
    const character = String.fromCharCode(code);
    if (set.test(character)) members.push(character.replace(/[$()*+./?[\\\]^{|}-]/, '\\$&'));
  }
  known.set(unicodeClass, members);
  return members;
}
