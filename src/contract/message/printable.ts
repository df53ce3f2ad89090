/** Makes a text of a client safe for one line of the log: it must not start another line or move the cursor. */
export function printable(text: string): string {
  const shown = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?');
  return shown.length > 500 ? `${shown.slice(0, 500)}…` : shown;
}

/** Makes a path safe to show: printable, and without a query, which may contain secrets. */
export function shownPath(path: string): string {
  // A question mark that was encoded by mistake also begins a query.
  return printable(path.replace(/(\?|%3f|%253f|;).*/is, ''));
}
