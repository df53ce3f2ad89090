/** A text of a client for a line of the log: nothing in it may start another line or move the cursor. */
export function printable(text: string): string {
  const shown = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?');
  return shown.length > 500 ? `${shown.slice(0, 500)}…` : shown;
}
