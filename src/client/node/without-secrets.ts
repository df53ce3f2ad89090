/** A value shorter than this is in many texts by chance, and no secret (NIST SP 800-63B, section 5.1.1.1). */
const shortestSecret = 8;
/** A longer text of an error is withheld unseen. */
const mostText = 20_000;
/**
 * How much is compared before the error is withheld, so that a large body does not block the event loop: the characters
 * of the error, once for each value that they are compared with, and a share for each value that is looked at.
 */
const mostWork = 20_000_000;
const workPerValue = 100;

/**
 * Makes what was thrown safe to print: some platforms write the whole URL into the message of a failed request.
 *
 * @param cause What was thrown.
 * @param secrets The parameters, the body and the token: strings, or objects that contain them at any depth.
 * @returns The cause itself; or, when one of its texts contains a secret, an error with its `name` and `code` alone.
 */
export function withoutSecrets(cause: unknown, secrets: unknown): unknown {
  const printed = printedText(cause);
  if (printed === undefined) return withheld(cause);
  const decoded = decodePercent(printed);
  let work = 0;
  for (const value of valuesOf(secrets)) {
    work += workPerValue;
    if (isComparable(value, printed)) {
      work += printed.length + decoded.length;
      if (printed.includes(value) || decoded.includes(value)) return withheld(cause);
    }
    if (work > mostWork) return withheld(cause);
  }
  return cause;
}

function withheld(cause: unknown): Error {
  const { name = 'Error', code, cause: inner }: Partial<NodeJS.ErrnoException> = cause instanceof Error ? cause : {};
  const known = code ?? (inner instanceof Error && 'code' in inner ? inner.code : undefined);
  const error = new Error('The message is withheld because it may contain values of the request.');
  return Object.assign(error, { name }, known === undefined ? {} : { code: known });
}

/** The texts of what was thrown that a logger prints; `undefined` when they are too long to compare. */
function printedText(cause: unknown): string | undefined {
  let printed = '';
  for (const value of leavesOf(cause, printedNames)) {
    if (typeof value === 'string') printed += `${value}\n`;
    if (printed.length > mostText) return undefined;
  }
  return printed;
}

function isComparable(value: unknown, printed: string): value is string {
  return typeof value === 'string' && value.length >= shortestSecret && value.length <= printed.length;
}

/** The single values in secrets. JSON and forms as text count value by value. */
function* valuesOf(secrets: unknown): Generator {
  for (const value of leavesOf(secrets, sentNames)) {
    yield value;
    if (typeof value !== 'string') continue;
    yield* partsOf(value);
  }
}

/** What stands between separators, which are searched one by one: to match a part of 5 MB exceeds the stack. */
function* partsOf(text: string): Generator<string> {
  let start = 0;
  for (const { index } of text.matchAll(/["\s&=]/g)) {
    if (index > start) yield text.slice(start, index);
    start = index + 1;
  }
  if (start < text.length) yield text.slice(start);
}

/** The names of what a logger prints of an error. Its message is not enumerable; its stack repeats that, and paths of files. */
function printedNames(value: object): string[] {
  return Object.getOwnPropertyNames(value).filter((name) => name !== 'stack');
}

/** The names of what is sent of an object, one by one, so that the search ends at its bound before all are listed. */
function* sentNames(value: object): Generator<string> {
  for (const name in value) if (Object.hasOwn(value, name)) yield name;
}

/**
 * Each value in a value, at any depth, without recursion: a body may be nested as deep as memory allows.
 *
 * @param namesOf The names of the members of an object that count.
 */
function* leavesOf(root: unknown, namesOf: (value: object) => Iterable<string>): Generator {
  const seen = new Set<unknown>();
  const open: Array<Iterator<unknown>> = [[root].values()];
  for (let values = open.at(-1); values; values = open.at(-1)) {
    const next = values.next();
    const value: unknown = next.value;
    if (next.done) open.pop();
    else if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) yield value;
    else if (!seen.has(value)) {
      seen.add(value);
      open.push(membersOf(value, namesOf));
    }
  }
}

function* membersOf(value: object, namesOf: (value: object) => Iterable<string>): Generator {
  if (Array.isArray(value) || value instanceof FormData || value instanceof URLSearchParams) yield* value.values();
  else for (const name of namesOf(value)) yield Reflect.get(value, name);
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
