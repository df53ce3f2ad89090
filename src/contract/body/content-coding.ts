import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { systemError } from '../../command/system-error.js';

/** A body without its codings, or why it could not be unpacked. */
export type Unpacked = { bytes: Uint8Array } | { problem: UnpackingProblem };

/** The coding is not known here, the bytes are not of it, or they are more than `mostUnpacked` without it. */
export type UnpackingProblem = 'unknown' | 'broken' | 'too large';

/** More bytes than this are not unpacked. */
export const mostUnpacked: number = 16 * 1024 * 1024;

type Unpack = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);

const decoders: Record<string, Unpack> = {
  gzip: promisify(zlib.gunzip),
  'x-gzip': promisify(zlib.gunzip),
  // Many servers leave the zlib format out that RFC 9110, section 8.4.1.2, asks for, and each client takes both.
  deflate: async (body, options) => inflate(body, options).catch((error: unknown) => orThrow(error, inflateRaw(body, options))),
  br: promisify(zlib.brotliDecompress),
};

/** The codings that can be undone here, as `Accept-Encoding` lists them. */
export const knownCodings = 'gzip, deflate, br';

/**
 * Undoes the `Content-Encoding` of a body (RFC 9110, section 8.4).
 *
 * @param contentEncoding The header field. Default: none, and the body stays as it is.
 * @param most How many bytes there may be at most, unpacked.
 */
export async function unpackBody(body: Uint8Array, contentEncoding = '', most: number = mostUnpacked): Promise<Unpacked> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  let bytes = body;
  // The last coding was applied last.
  for (const coding of codings.reverse()) {
    const unpack = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (!unpack) return { problem: 'unknown' };
    // A server that has no body to pack may send none, and name the coding all the same.
    if (bytes.length === 0) continue;
    try {
      bytes = await unpack(bytes, { maxOutputLength: most });
    } catch (error) {
      return { problem: isTooLarge(error) ? 'too large' : 'broken' };
    }
  }
  return { bytes };
}

/** What was broken was not of the other form either, unless it was too large. */
function orThrow(error: unknown, other: Promise<Buffer>): Promise<Buffer> {
  if (isTooLarge(error)) throw systemError(error);
  return other;
}

function isTooLarge(error: unknown): boolean {
  return systemError(error).code === 'ERR_BUFFER_TOO_LARGE';
}
