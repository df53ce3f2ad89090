/** A text of a client for a line of the log: nothing in it may start another line or move the cursor. */
export function printable(text: string): string {
  if (isPlain(text)) return text;
  const shown = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?');
  return shown.length > 500 ? `${shown.slice(0, 500)}…` : shown;
}

/** A path that may be shown: printable, and without what may be a query, which holds secrets. */
export function shownPath(path: string): string {
  if (isPlain(path)) return path;
  // A question mark that was encoded by mistake begins a query all the same.
  return printable(path.replace(/(\?|%3f|%253f|;).*$/is, ''));
}

/** Whether a text may be shown as it is, as nearly every path and method. */
function isPlain(text: string): boolean {
  return /^[\w/{}.~-]{0,500}$/.test(text);
}
