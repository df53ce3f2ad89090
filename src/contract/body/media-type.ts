import { MIMEType } from 'node:util';
import { bodyKind, type BodyKind } from '../../description/media-types.js';
import { onceForFirst } from '../../description/once-for.js';

/** A parsed `Content-Type`. */
export interface ReadMediaType {
  /** In lower case and without parameters. */
  essence: string;
  /** The parameters by their names in lower case. The values are as written, without quotes. */
  parameters: ReadonlyMap<string, string>;
  /** The kind of its bodies. */
  kind: BodyKind;
}

/** Parses a `Content-Type`; `undefined` if it is missing or invalid. */
export function readMediaType(header: string | undefined): ReadMediaType | undefined {
  return header === undefined ? undefined : parsed(header);
}

/** Clients send few different headers, and repeat them. */
const parsed = onceForFirst(100, (header: string): ReadMediaType | undefined => {
  try {
    const { essence, params } = new MIMEType(header);
    return { essence, parameters: new Map(params), kind: bodyKind(essence) };
  } catch {
    return undefined;
  }
});
