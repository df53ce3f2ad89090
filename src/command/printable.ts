/**
 * Makes text that others wrote safe to print: a control character could move the cursor of a terminal, or rewrite what
 * it shows. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- These are the characters that are meant.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
