/** The headers of a message, by names in lower case. */
export type Headers = Record<string, string | undefined>;

/** The headers without those of the given names. */
export function without(headers: Headers, ...names: string[]): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
