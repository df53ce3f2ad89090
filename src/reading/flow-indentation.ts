import { YAMLException } from 'js-yaml';

/** What such a line begins with. A line that begins with a name tells of a quote that is not closed. */
const flowStart = /["'{}[\],]/;

/** More than any key is indented. */
const indentation = ' '.repeat(200);

/** The most lines that are indented, and the longest time for that in milliseconds: each one costs a parse. */
const mostLines = 1000;
const longest = 2000;

/**
 * Parses YAML, also where a line within brackets or braces is indented less than YAML requires, such as a closing brace in the
 * column of its key, or JSON without indentation. Many parsers accept that: white space at the start of such a line has no
 * meaning.
 *
 * @param parse Parses a text with js-yaml. What it throws may have the error of js-yaml as its `originalError`.
 * @throws What `parse` throws for the text as it is.
 */
export function withFlowIndented<T>(text: string, parse: (text: string) => T): T {
  const deadline = performance.now() + longest;
  let first: unknown;
  let indented = text;
  for (let line = 0; ; line += 1) {
    try {
      return parse(indented);
    } catch (error) {
      first ??= error;
      const { originalError = error } = error as { originalError?: unknown };
      const { reason, mark } = originalError instanceof YAMLException ? originalError : {};
      const isLast = line === mostLines || performance.now() > deadline;
      const isFlow = mark && mark.column < indentation.length && flowStart.test(indented.charAt(mark.position));
      if (reason !== 'deficient indentation' || !isFlow || isLast) throw first;
      const start = mark.position - mark.column;
      indented = indented.slice(0, start) + indentation + indented.slice(start);
    }
  }
}
