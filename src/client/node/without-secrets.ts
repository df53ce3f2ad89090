/** A value shorter than this is in many texts by chance, and no secret (NIST SP 800-63B, section 5.1.1.1). */
const shortestSecret = 8;
/** What is larger takes too long to compare: its error is withheld unseen. */
const mostValues = 100_000;
const mostText = 20_000;

/**
 * Makes what was thrown safe to print: some platforms write the whole URL into the message of a failed request.
 *
 * @param cause What was thrown.
 * @param secrets The parameters, the body and the token: strings, or objects that contain them at any depth.
 * @returns The cause itself; or, when one of its texts contains a secret, an error with its `name` and `code` alone.
 */
export function withoutSecrets(cause: unknown, secrets: unknown): unknown {
  const printed = textsOf(cause).join('\n');
  const decoded = decodePercent(printed);
  if (printed.length > mostText) return withheld(cause);
  let values = 0;
  for (const text of valuesOf(secrets)) {
    values += 1;
    if (values > mostValues) return withheld(cause);
    const isLongEnough = text.length >= shortestSecret && text.length <= decoded.length;
    if (isLongEnough && (printed.includes(text) || decoded.includes(text))) return withheld(cause);
  }
  return cause;
}

function withheld(cause: unknown): Error {
  const { name = 'Error', code, cause: inner } = Object(cause) as Partial<NodeJS.ErrnoException>;
  const known = code ?? (Object(inner) as NodeJS.ErrnoException).code;
  const error = new Error('The message is withheld because it may contain values of the request.');
  return Object.assign(error, { name }, known === undefined ? {} : { code: known });
}

/** The texts of what was thrown that a logger prints. A stack repeats the message, and paths of files. */
function textsOf(cause: unknown): string[] {
  return [...stringsIn(cause, (name) => name !== 'stack')];
}

/** The single values in secrets. JSON and forms as text count value by value. */
function* valuesOf(secrets: unknown): Generator<string> {
  for (const text of stringsIn(secrets)) {
    yield text;
    if (/["\s&=]/.test(text)) yield* text.split(/["\s&=]+/);
  }
}

/** Each string in a value, at any depth, without recursion: a body may be nested as deep as memory allows. */
function* stringsIn(root: unknown, isWanted: (name: string) => boolean = () => true): Generator<string> {
  const seen = new Set<unknown>();
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') yield value;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) continue;
    seen.add(value);
    // The message of an error is not enumerable; forms have no properties at all.
    for (const name of Object.getOwnPropertyNames(value)) {
      if (isWanted(name)) waiting.push((value as Record<string, unknown>)[name]);
    }
    if (value instanceof FormData || value instanceof URLSearchParams) waiting.push(...value.values());
  }
}

/** What is percent-encoded in a text, decoded; what does not decode stays. */
function decodePercent(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
