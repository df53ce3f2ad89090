/** Quotes a word for a POSIX shell, also where it needs none: a reader may put in a value that does. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A command of several lines: each continued by a backslash, the second and later indented. */
export function shellCommand(lines: string[]): string {
  return lines.join(' \\\n  ');
}
