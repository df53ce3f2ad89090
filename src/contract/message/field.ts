/** The source of a regular expression for a token (RFC 9110, section 5.6.2): a method, the name of a header, a scheme. */
export const token = "[\\w!#$%&'*+.^`|~-]+";

/** A date of HTTP (RFC 9110, section 5.6.7). */
export const httpDate: RegExp =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

const fieldName = new RegExp(`^${token}$`);

/** Whether a text may be the name of a header (RFC 9110, section 5.1). */
export function isFieldName(text: string): boolean {
  return fieldName.test(text);
}

/**
 * Makes a text a valid value of a header (RFC 9110, section 5.5). Percent-encodes each byte that is not a visible ASCII
 * character, a blank or a tab.
 */
export function fieldValue(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e]/gu, (character) => {
    const bytes = [...Buffer.from(character)];
    return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  });
}
