/**
 * Makes a cause safe to print. Some platforms write the whole URL into the message of a failed request.
 *
 * @param cause What was thrown.
 * @param secrets What the caller gave: strings, or objects that hold them at any depth.
 * @returns The cause itself; or, when it repeats a secret, an error with its `name` and `code` alone.
 */
export function withoutSecrets(cause: unknown, secrets: unknown): unknown {
  // A body may be JSON as text: the strings in it count one by one.
  const pieces = stringsIn(secrets).flatMap((text) => text.split(/["\s]+/)).filter((piece) => piece.length > 2);
  const leaks = stringsIn(cause).some((text) => pieces.some((piece) => text.includes(piece) || text.includes(encoded(piece))));
  return leaks ? withheld(cause) : cause;
}

/** An error with nothing of another but its `name` and `code`. */
function withheld(cause: unknown): Error {
  const { name = 'Error', code } = cause as { name?: string; code?: string };
  return Object.assign(new Error('The message is withheld, since it may repeat what the call carried.'), { name, code });
}

function stringsIn(value: unknown, seen: Set<unknown> = new Set()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  // The message of an error is not enumerable.
  return Object.getOwnPropertyNames(value).flatMap((name) => stringsIn((value as Record<string, unknown>)[name], seen));
}

/** As in a URL; what cannot stand in one, an unpaired surrogate, is left out. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
}
