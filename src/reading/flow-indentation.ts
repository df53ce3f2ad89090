import { YAMLException } from 'js-yaml';

/** What such a line begins with. A line that begins with a name tells of a quote that is not closed. */
const flowStart = /["'{}[\],]/;

/** More than any key is indented. */
const indentation = ' '.repeat(200);

/** The most lines that are indented, and the longest time for that in milliseconds: each one costs a parse. */
const mostLines = 1000;
const longest = 2000;

/**
 * Parses YAML, also where js-yaml is stricter than most parsers: it refuses tabs within brackets and braces, and a line in them
 * that is indented less than YAML requires, such as a closing brace in the column of its key, or JSON without indentation. White
 * space there has no meaning.
 *
 * @param parse Parses a text with js-yaml. What it throws may have the error of js-yaml as its `originalError`.
 * @throws What `parse` throws for the text as it is.
 */
export function withFlowIndented<T>(text: string, parse: (text: string) => T): T {
  const deadline = performance.now() + longest;
  let first: unknown;
  let changed: string | undefined = text;
  for (let line = 0; ; line += 1) {
    try {
      return parse(changed);
    } catch (error) {
      first ??= error;
      const { originalError = error } = error as { originalError?: unknown };
      changed = originalError instanceof YAMLException ? withMoreSpace(changed, originalError) : undefined;
      if (changed === undefined || line === mostLines || performance.now() > deadline) throw first;
    }
  }
}

/** Changes the white space where js-yaml asks for more; `undefined` if that would not help. */
function withMoreSpace(text: string, { reason, mark }: YAMLException): string | undefined {
  if (reason !== 'deficient indentation' || !mark || mark.column >= indentation.length) return undefined;
  const { position, column } = mark;
  const start = position - column;
  const line = text.slice(start, position);
  // A tab between the parts of the line, which js-yaml takes for one in its indentation.
  const [tabs] = [...line.matchAll(/(?<=[:,[{-])[ \t]*\t[ \t]*/g)].slice(-1);
  if (tabs) {
    const from = start + tabs.index;
    return text.slice(0, from) + ' '.repeat(tabs[0].length) + text.slice(from + tabs[0].length);
  }
  return flowStart.test(text.charAt(position)) ? text.slice(0, start) + indentation + text.slice(start) : undefined;
}
