/** Escapes of letters that JavaScript knows; without the flag `u` any other letter would stand for itself. */
const foreignEscape = /(?<!\\)(?:\\\\)*\\(?![bBcdDfknprsStuvwWxP])[A-Za-z]/;

/** An escape that Unicode patterns refuse although it means the character itself. */
const needlessEscape = /\\([^A-Za-z0-9\s^$\\.*+?()[\]{}|/-])/g;

const known = new Map<string, RegExp | string>();

/** So many patterns are kept. */
const mostKnown = 10_000;

/**
 * Reads a `pattern` as a regular expression with Unicode, as JSON Schema asks (2020-12 core, section 6.4); without where
 * that alone makes it valid, as nearly all patterns outside of JavaScript are written.
 *
 * @returns The expression, or why it is none.
 */
export function readPattern(pattern: string): RegExp | string {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const read = compiled(pattern);
  if (known.size < mostKnown) known.set(pattern, read);
  return read;
}

function compiled(pattern: string): RegExp | string {
  const attempts = [
    () => new RegExp(pattern, 'u'),
    () => new RegExp(withoutNeedlessEscapes(pattern), 'u'),
    () => (foreignEscape.test(pattern) || /\\[pPuk]\{/.test(pattern) ? undefined : new RegExp(pattern)),
  ];
  for (const attempt of attempts) {
    try {
      const found = attempt();
      if (found) return found;
    } catch {
      // The next attempt may succeed.
    }
  }
  return 'it is no regular expression of ECMAScript';
}

/** A hyphen means itself outside of brackets, and may be escaped in them. */
function withoutNeedlessEscapes(pattern: string): string {
  return pattern.replaceAll(/\\[^]|\[(?:\\[^]|[^\]\\])*\]/g, (part) =>
    part.startsWith('[') ? part.replaceAll(/\\[^]/g, plain) : part === '\\-' ? '-' : plain(part),
  );
}

function plain(escape: string): string {
  return escape.replace(needlessEscape, '$1');
}
