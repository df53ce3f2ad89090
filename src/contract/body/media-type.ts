import { MIMEType } from 'node:util';
import { bodyKind, type BodyKind } from '../../description/media-types.js';

/** A `Content-Type` as it is read. */
export interface ReadMediaType {
  /** In lower case and without parameters. */
  essence: string;
  /** The parameters by their names in lower case; the values as they are written, without quotes. */
  parameters: ReadonlyMap<string, string>;
  /** What the bodies of the media type are. */
  kind: BodyKind;
}

/** Clients send few different fields, and send each again and again. */
const known = new Map<string, ReadMediaType | undefined>();
const mostKnown = 100;

/** Reads a `Content-Type`; `undefined` where there is none, or it is no media type. */
export function readMediaType(header: string | undefined): ReadMediaType | undefined {
  if (header === undefined) return undefined;
  if (known.has(header)) return known.get(header);
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
