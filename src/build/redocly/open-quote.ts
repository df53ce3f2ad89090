import { createRequire } from 'node:module';
import { isList, isObject } from '../../description/json-value.js';

const load = createRequire(import.meta.url);

/**
 * Finds a quote that is not closed on its line. A YAML parser fails later in the text, and reports that later place.
 *
 * @param text The YAML that could not be parsed.
 * @param line The line where the parser failed, counted from 1.
 * @returns The line and column, counted from 1, of the last such quote up to that line; `undefined` when there is none.
 */
export function openQuoteBefore(text: string, line: number): { line: number; col: number } | undefined {
  const places = [...quotedTexts(text)]
    .filter(({ source }) => source.includes('\n') || source.length === 1 || source.at(-1) !== source[0])
    .map(({ offset }) => {
      const before = text.slice(0, offset).split('\n');
      return { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
    });
  return places.filter((place) => place.line <= line).at(-1);
}

function* quotedTexts(text: string): Generator<{ offset: number; source: string }> {
  // This package has many files, and only an invalid description needs them. So it is loaded here.
  const { Parser } = load('yaml') as typeof import('yaml');
  const pending: unknown[] = Array.from<unknown>(new Parser().parse(text));
  for (let token = pending.shift(); token !== undefined; token = pending.shift()) {
    if (isList(token)) pending.unshift(...token);
    if (!isObject(token)) continue;
    const { type, offset, source } = token;
    const isQuoted = type === 'double-quoted-scalar' || type === 'single-quoted-scalar';
    if (isQuoted && typeof offset === 'number' && typeof source === 'string') yield { offset, source };
    else pending.unshift(...Object.values(token));
  }
}
