import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { systemError } from '../../command/system-error.js';

/** A decompressed body, or why it cannot be decompressed. */
export type Unpacked = { bytes: Uint8Array } | { problem: UnpackingProblem };

/** The coding is not supported, the bytes are invalid, or the decompressed body is too large. */
export type UnpackingProblem = 'unknown' | 'broken' | 'too large';

/** The maximum size of a decompressed body, in bytes. */
export const mostUnpacked: number = 16 * 1024 * 1024;

type Unpack = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);

/** Available since Node 22.15. */
const { zstdDecompress } = zlib as { zstdDecompress?: typeof zlib.brotliDecompress };

const decoders: Record<string, Unpack> = {
  gzip: promisify(zlib.gunzip),
  'x-gzip': promisify(zlib.gunzip),
  // RFC 9110, section 8.4.1.2, requires the zlib format. Many servers send raw deflate instead, and clients accept both.
  deflate: (body, options) =>
    inflate(body, options).catch((error: unknown) => {
      if (isTooLarge(error)) throw systemError(error);
      return inflateRaw(body, options);
    }),
  br: promisify(zlib.brotliDecompress),
  ...(zstdDecompress && { zstd: promisify(zstdDecompress) }),
};

/** The supported codings, as an `Accept-Encoding` header. */
export const knownCodings: string = Object.keys(decoders)
  .filter((coding) => !coding.startsWith('x-'))
  .join(', ');

/**
 * Decompresses a body by its `Content-Encoding` (RFC 9110, section 8.4).
 *
 * @param contentEncoding The header. Default: no coding.
 * @param most The maximum size of the decompressed body, in bytes.
 */
export async function unpackBody(body: Uint8Array, contentEncoding = '', most: number = mostUnpacked): Promise<Unpacked> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  let bytes = body;
  // The last coding was applied last, so it is undone first.
  for (const coding of codings.reverse()) {
    const unpack = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (!unpack) return { problem: 'unknown' };
    // A server may name a coding even if it sends no body.
    if (bytes.length === 0) continue;
    try {
      bytes = await unpack(bytes, { maxOutputLength: most });
    } catch (error) {
      return { problem: isTooLarge(error) ? 'too large' : 'broken' };
    }
  }
  return { bytes };
}

function isTooLarge(error: unknown): boolean {
  return systemError(error).code === 'ERR_BUFFER_TOO_LARGE';
}
