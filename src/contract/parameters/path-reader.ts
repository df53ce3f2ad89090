/**
 * Prepares a reader that finds the text of each template expression in a path.
 *
 * @param template The path of the operation, such as `/reports/{id}.json`.
 * @returns A function that returns the texts, as sent, by the name of their expression; `undefined` if the path does not match.
 */
export function pathReader(template: string): (path: string) => Map<string, string> | undefined {
  const segments = template.split('/').map(segmentReader);
  return (path) => {
    const sent = path.split('/');
    const texts = new Map<string, string>();
    const isMatch = segments.every((read) => {
      const segment = sent.shift();
      return segment !== undefined && read(segment, texts);
    });
    return isMatch && sent.length === 0 ? texts : undefined;
  };
}

/**
 * A text split into bytes, so that it can be compared with a text in another encoding. `sent` has, for each character of
 * `bytes`, the text as sent.
 */
interface Bytes {
  bytes: string;
  sent: string[];
}

/**
 * Reads one segment. If a text can be split between two expressions in several ways, the first one gets as little as possible.
 */
function segmentReader(segment: string): (sent: string, texts: Map<string, string>) => boolean {
  const [start = '', ...rest] = segment
    .split(/\{([^{}]*)\}/)
    .map((part, index) => (index % 2 === 0 ? bytesOf(part).bytes : part));
  const [only = '', end] = rest;
  if (rest.length === 0) return (sent) => bytesOf(sent).bytes === start;
  // Most segments are one expression, and need no bytes.
  if (rest.length === 2 && start === '' && end === '') return (sent, texts) => Boolean(texts.set(only, sent));
  return (text, texts) => {
    const { bytes, sent } = bytesOf(text);
    if (!bytes.startsWith(start)) return false;
    let from = start.length;
    for (let index = 0; index < rest.length; index += 2) {
      const [name = '', literal = ''] = rest.slice(index, index + 2);
      const isLast = index + 2 === rest.length;
      const to = isLast ? bytes.length - literal.length : bytes.indexOf(literal, from + 1);
      if (to < from || !bytes.startsWith(literal, to)) return false;
      texts.set(name, sent.slice(from, to).join(''));
      from = to + literal.length;
    }
    return true;
  };
}

function bytesOf(text: string): Bytes {
  const sent: string[] = [];
  let bytes = '';
  for (const [part] of text.matchAll(/%[\dA-Fa-f]{2}|./gsu)) {
    if (part.length === 3) {
      bytes += String.fromCharCode(Number.parseInt(part.slice(1), 16));
      sent.push(part);
      continue;
    }
    const encoded = Buffer.from(part).toString('latin1');
    bytes += encoded;
    // A character that was sent unencoded belongs to its first byte; its other bytes get an empty text.
    sent.push(part, ...Array<string>(encoded.length - 1).fill(''));
  }
  return { bytes, sent };
}
