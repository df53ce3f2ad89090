/** Whether a text may be the name of a header (RFC 9110, section 5.1). */
export function isFieldName(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(text);
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
