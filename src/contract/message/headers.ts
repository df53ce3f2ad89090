/** The headers of a message, by names in lower case. */
export type Headers = Record<string, string | undefined>;

/** The headers without those of the given names. */
export function without(headers: Headers, ...names: string[]): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

/** The value of a header, by a name in any case. Ignores inherited properties, such as `constructor`. */
export function headerOf(headers: Headers, name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(headers, key) ? headers[key] : undefined;
}

/** Whether Node can send a text as the value of a header (RFC 9110, section 5.5). */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
