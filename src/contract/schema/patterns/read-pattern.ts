import { onceForFirst } from '../../../description/once-for.js';

/** An escaped letter that JavaScript does not know. Without the flag `u`, it would silently match the letter itself. */
const foreignEscape = /(?<!\\)(?:\\\\)*\\(?![bBcdDfknprsStuvwWxP])[A-Za-z]/;

/** An escape that the flag `u` forbids, although it means the character itself. */
const needlessEscape = /\\([^A-Za-z0-9\s^$\\.*+?()[\]{}|/-])/g;

/**
 * Compiles a `pattern` with the flag `u`, as JSON Schema recommends (2020-12 core, section 6.4). If it is valid only without
 * the flag, like many patterns written for other languages, it is compiled without.
 *
 * @returns The expression, or the reason why it is invalid.
 */
export const readPattern: (pattern: string) => RegExp | string = onceForFirst(10_000, (pattern) => {
  const attempts = [
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
});

/** An escaped hyphen is allowed in brackets. Outside of them, the escape is removed. */
function withoutNeedlessEscapes(pattern: string): string {
  return pattern.replaceAll(/\\[^]|\[(?:\\[^]|[^\]\\])*\]/g, (part) =>
    part.startsWith('[') ? part.replaceAll(/\\[^]/g, plain) : part === '\\-' ? '-' : plain(part),
  );
}

function plain(escape: string): string {
  return escape.replace(needlessEscape, '$1');
}
