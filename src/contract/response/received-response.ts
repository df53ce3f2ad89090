import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Headers } from '../message/headers.js';

/** A response as it came from a server. */
export interface ReceivedResponse {
  status: number;
  /** The names in lower case; several fields of one name are joined with a comma and a space. */
  headers: Headers;
  /** As it was sent; `undefined` when it is too large to be held to the description. */
  body: Uint8Array | undefined;
}

/** More bytes than this are not unpacked. */
const mostBytes = 16 * 1024 * 1024;

const decoders: Record<string, (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * Undoes the `Content-Encoding` of a body.
 *
 * @returns The bytes; `'unknown'` for a coding that Node 20 cannot undo, `'broken'` for bytes that are not of that coding.
 */
export async function decodedBody(body: Uint8Array, contentEncoding = 'identity'): Promise<Uint8Array | 'unknown' | 'broken'> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  let decoded = body;
  // The last coding was applied last (RFC 9110, section 8.4).
  for (const coding of codings.reverse()) {
    const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (!decode) return 'unknown';
    try {
      decoded = await decode(decoded, { maxOutputLength: mostBytes });
    } catch {
      return 'broken';
    }
  }
  return decoded;
}
