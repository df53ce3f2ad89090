/**
 * Detects without parsing that JSON is nested too deeply. The parse time grows with the square of the depth, so deep JSON must
 * not reach the parser. A full scan takes half as long as parsing, so only JSON with very many lists and objects is scanned.
 *
 * @param mostUnnoticed JSON with at most this many opening brackets is parsed quickly, however deep it is.
 */
export function isSlowToParse(text: string, deepest: number, mostUnnoticed: number = 20_000): boolean {
  // A short text cannot contain that many.
  if (text.length <= mostUnnoticed) return false;
  const openings = countUpTo(mostUnnoticed, text, '[') + countUpTo(mostUnnoticed, text, '{');
  return openings > mostUnnoticed && depth(text) > deepest;
}

function countUpTo(most: number, text: string, character: string): number {
  let count = 0;
  for (let index = text.indexOf(character); index >= 0 && count <= most; index = text.indexOf(character, index + 1)) count += 1;
  return count;
}

const backslash = 0x5c;
const quote = 0x22;
const opening = 0x7b;
const closing = 0x7d;

function depth(text: string): number {
  let current = 0;
  let most = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === backslash) index += 1;
    else if (code === quote) inString = !inString;
    else if (inString) continue;
    // The codes of a bracket and of a brace differ in one bit.
    else if ((code | 0x20) === opening) most = Math.max(most, (current += 1));
    else if ((code | 0x20) === closing) current -= 1;
  }
  return most;
}
