/** Quotes a word for a POSIX shell. It quotes every word, since a reader may replace it by a value that needs quotes. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Joins the lines of a command with a backslash at each line's end. All lines but the first are indented. */
export function shellCommand(lines: string[]): string {
  return lines.join(' \\\n  ');
}
