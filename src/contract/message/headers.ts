/** What the headers of a message hold, the names in lower case. */
export type Headers = Record<string, string | undefined>;

/** The headers but those of these names. */
export function without(headers: Headers, ...names: string[]): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
