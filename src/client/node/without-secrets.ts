/** Shorter values occur in many texts by chance, and are not secrets (NIST SP 800-63B, section 5.1.1.1). */
const shortestSecret = 8;
/** A longer error text is withheld without a check. */
const mostText = 20_000;
/**
 * Bounds the comparison, so that a large body does not block the event loop. Beyond `mostWork`, the error is withheld. Each
 * value costs `workPerValue`; a value that is compared also costs the length of the error text.
 */
const mostWork = 20_000_000;
const workPerValue = 100;

/**
 * Makes an error safe to print: some platforms put the whole URL into the message of a failed request.
 *
 * @param cause The value that was thrown.
 * @param secrets The parameters, the body and the token: strings, or objects that contain them at any depth.
 * @returns The cause itself. If one of its texts contains a secret, an error with only its `name` and `code`.
 */
export function withoutSecrets(cause: unknown, secrets: unknown): unknown {
  const printed = printedText(cause);
  if (printed === undefined) return withheld(cause);
  const decoded = decodePercent(printed);
  let work = 0;
  for (const value of valuesOf(secrets)) {
    work += workPerValue;
    if (typeof value === 'string' && value.length >= shortestSecret) {
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

/** The texts of an error that a logger prints; `undefined` when they are too long to compare. */
function printedText(cause: unknown): string | undefined {
  let printed = '';
  for (const value of leavesOf(cause, printedNames)) {
    if (typeof value === 'string') printed += `${value}\n`;
    if (printed.length > mostText) return undefined;
  }
  return printed;
}

/** The single values in secrets. A text is also split into its values, as in JSON or a form. */
function* valuesOf(secrets: unknown): Generator {
  for (const value of leavesOf(secrets, sentNames)) {
    yield value;
    if (typeof value !== 'string') continue;
    yield* partsOf(value);
  }
}

/**
 * The parts of a text between separators, if it has any. The pattern matches only the separators: a pattern that matches a part of several MB
 * exceeds the stack.
 */
function* partsOf(text: string): Generator<string> {
  let start = 0;
  for (const { index } of text.matchAll(/["\s&=]/g)) {
    if (index > start) yield text.slice(start, index);
    start = index + 1;
  }
  if (start > 0) yield text.slice(start);
}

/**
 * The names of the properties that a logger prints. The message is not enumerable, so all own names count. The stack only
 * repeats the message and adds file paths.
 */
function printedNames(value: object): string[] {
  return Object.getOwnPropertyNames(value).filter((name) => name !== 'stack');
}

/** The names of the members that are sent. A generator, so that the search can stop at its bound before all names are listed. */
function* sentNames(value: object): Generator<string> {
  for (const name in value) if (Object.hasOwn(value, name)) yield name;
}

/**
 * Yields each single value inside a value, at any depth. It does not recurse, since a body may be nested very deeply.
 *
 * @param namesOf The names of the members of an object to visit.
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

/** Decodes percent-encoding in a text. Parts that cannot be decoded stay as they are. */
function decodePercent(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
