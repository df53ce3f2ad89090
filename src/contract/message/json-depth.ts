/**
 * Tells without parsing that JSON nests too deep. The engine takes a time that grows with the square of the depth, so what
 * nests deep must not reach it; but to look at each character of all JSON takes half as long as to parse it. So only JSON
 * with very many lists and objects is looked at.
 */
export function isSlowToParse(text: string, deepest: number): boolean {
  if (text.length <= mostUnnoticed) return false;
  const openings = countUpTo(mostUnnoticed, text, '[') + countUpTo(mostUnnoticed, text, '{');
  return openings > mostUnnoticed && depth(text) > deepest;
}

/** JSON that nests as deep as this is parsed in a time that nobody notices. */
const mostUnnoticed = 20_000;

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
    // Of a bracket and a brace, one bit differs.
    else if ((code | 0x20) === opening) most = Math.max(most, (current += 1));
    else if ((code | 0x20) === closing) current -= 1;
  }
  return most;
}
