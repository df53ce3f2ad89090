import { MIMEType } from 'node:util';
import { bodyKind, type BodyKind } from '../../description/media-types.js';

/** A parsed `Content-Type`. */
export interface ReadMediaType {
  /** In lower case and without parameters. */
  essence: string;
  /** The parameters by their names in lower case. The values are as written, without quotes. */
  parameters: ReadonlyMap<string, string>;
  /** The kind of its bodies. */
  kind: BodyKind;
}

/** A cache: clients send few different headers, and repeat them. */
const known = new Map<string, ReadMediaType | undefined>();
const mostKnown = 100;

/** Parses a `Content-Type`; `undefined` if it is missing or invalid. */
export function readMediaType(header: string | undefined): ReadMediaType | undefined {
  if (header === undefined) return undefined;
  const before = known.get(header);
  if (before || known.has(header)) return before;
  const read = parsed(header);
  if (known.size < mostKnown) known.set(header, read);
  return read;
}

function parsed(header: string): ReadMediaType | undefined {
  try {
    const { essence, params } = new MIMEType(header);
    return { essence, parameters: new Map(params), kind: bodyKind(essence) };
  } catch {
    return undefined;
  }
}
