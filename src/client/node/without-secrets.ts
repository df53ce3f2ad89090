/**
 * Makes what was thrown safe to print: some platforms write the whole URL into the message of a failed request.
 *
 * @param cause What was thrown.
 * @param secrets What the caller gave: strings, or objects that hold them at any depth.
 * @returns The cause itself; or, when it repeats a secret, an error with its `name` and `code` alone.
 */
export function withoutSecrets(cause: unknown, secrets: unknown): unknown {
  // A body may be JSON as text: the strings in it count one by one. Shorter ones are in every text.
  const pieces = stringsIn(secrets)
    .flatMap((text) => text.split(/["\s]+/))
    .filter((piece) => piece.length > 2);
  const leaks = stringsIn(cause).some((text) => pieces.some((piece) => text.includes(piece) || text.includes(encoded(piece))));
  return leaks ? withheld(cause) : cause;
}

function withheld(cause: unknown): Error {
  const { name = 'Error', code, cause: inner } = Object(cause) as Partial<NodeJS.ErrnoException>;
  const known = code ?? (Object(inner) as NodeJS.ErrnoException).code;
  const error = new Error('The message is withheld, since it repeats what the call carried.');
  return Object.assign(error, { name }, known === undefined ? {} : { code: known });
}

function stringsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return [];
  seen.add(value);
  const fields = value as Record<string, unknown>;
  // The message of an error is not enumerable; headers and forms have no properties at all.
  const values: unknown[] = Object.getOwnPropertyNames(value).map((name) => fields[name]);
  if (value instanceof Headers || value instanceof FormData || value instanceof URLSearchParams) values.push(...value.values());
  return values.flatMap((one) => stringsIn(one, seen));
}

/** As in a URL; what cannot stand in one, an unpaired surrogate, is left out. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
}
