/**
 * Makes text from outside safe to print. Control characters could move the cursor of a terminal or overwrite its text,
 * so they are replaced by U+FFFD. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- These characters are the ones to replace.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
