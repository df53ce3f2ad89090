/**
 * Prepares the finding of the text of each template of a path, as it is sent.
 *
 * @param template The path of the operation, such as `/reports/{id}.json`.
 * @returns A function that gives the texts of a path by the name of the template; `undefined` where the path is not one of
 *   this template.
 */
export function pathReader(template: string): (path: string) => Map<string, string> | undefined {
  const segments = template.split('/').map(segmentReader);
  return (path) => {
    const sent = path.split('/');
    const texts = new Map<string, string>();
    const isMatch = segments.length === sent.length && segments.every((read, index) => read(sent[index] ?? '', texts));
    return isMatch ? texts : undefined;
  };
}

/**
 * A text byte by byte, so that it can be compared with another one that is encoded differently: one character of `bytes`,
 * and how it was sent.
 */
interface Bytes {
  bytes: string;
  sent: string[];
}

/** Reads one segment. Of the ways to split a text between two templates, the first one holds as little as it can. */
function segmentReader(segment: string): (sent: string, texts: Map<string, string>) => boolean {
  const [start = '', ...rest] = segment
    .split(/\{([^{}]*)\}/)
    .map((part, index) => (index % 2 === 0 ? bytesOf(part).bytes : part));
  const [only = '', end] = rest;
  if (rest.length === 0) return (sent) => sent === segment || bytesOf(sent).bytes === start;
  if (rest.length === 2 && start === '' && end === '') return (sent, texts) => texts.set(only, sent).size > 0;
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
    if (part.length === 3 && part.startsWith('%')) {
      bytes += String.fromCharCode(Number.parseInt(part.slice(1), 16));
      sent.push(part);
      continue;
    }
    const encoded = Buffer.from(part).toString('latin1');
    bytes += encoded;
    // The other bytes of a character that was sent as it is belong to the first.
    sent.push(part, ...Array.from({ length: encoded.length - 1 }, () => ''));
  }
  return { bytes, sent };
}
