import { countedJson, NestedTooDeep } from '../message/json.js';
import { violation, type Violation } from '../message/violation.js';
import { readMediaType } from './media-type.js';
import { systemError } from '../../command/system-error.js';

/** A body that was parsed by its own media type. */
export interface Body {
  /** In lower case and without parameters; `undefined` if it is missing or invalid. */
  mediaType: string | undefined;
  /** The decoded text; empty if it cannot be decoded. */
  text: string;
  /** The value of a JSON body; `undefined` for other media types and for invalid JSON. */
  value: unknown;
  /** The number of members in all objects of a JSON body. A duplicate member counts once. 0 for other bodies. */
  members: number;
  /** Why the body cannot be read. */
  violations: Violation[];
}

/**
 * Parses a body by its own media type. The description is not used.
 *
 * @param bytes The decompressed body, at least one byte.
 * @param contentType The `Content-Type` header.
 */
export function readBody(bytes: Uint8Array, contentType: string | undefined): Body {
  const type = readMediaType(contentType);
  const mediaType = type?.essence;
  const label = type?.parameters.get('charset') ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    // A body that is not text may contain any bytes.
    decoder = decoderFor(label, type === undefined || ['json', 'text', 'form'].includes(type.kind));
  } catch {
    return unreadable(
      mediaType,
      violation(['header', 'content-type'], 'charset', 'names a charset that does not exist: send UTF-8.'),
    );
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return unreadable(mediaType, violation(['body'], 'encoding', `is not valid ${decoder.encoding.toUpperCase()}.`));
  }
  if (type?.kind !== 'json') return { mediaType, text, value: undefined, members: 0, violations: [] };
  return { mediaType, text, ...parseJson(text) };
}

/** Shared, because nearly all text is UTF-8, and creating a decoder takes longer than decoding a small body. */
const utf8 = { strict: new TextDecoder('utf-8', { fatal: true }), lenient: new TextDecoder('utf-8') };

function decoderFor(label: string, isStrict: boolean): TextDecoder {
  if (label === 'utf-8') return isStrict ? utf8.strict : utf8.lenient;
  return new TextDecoder(label, { fatal: isStrict });
}

/** JSON nested deeper than this is treated as an attack on recursive code. */
export const deepest = 256;

/**
 * Parses JSON.
 *
 * @returns The value and the number of its members, or violations. These contain no part of the text, which may be secret.
 */
export function parseJson(text: string): { value: unknown; members: number; violations: Violation[] } {
  try {
    const { value, members } = countedJson(text, deepest);
    return { value, members, violations: [] };
  } catch (error) {
    if (error instanceof NestedTooDeep) {
      return unparsed(`is nested deeper than ${deepest} levels.`);
    }
    // The message of the engine may quote the body. Only its position is safe to repeat.
    const position = /at position (\d+)/.exec(systemError(error).message)?.[1];
    const place = position === undefined ? '' : `: there is an error at line ${lineAndColumn(text, Number(position))}`;
    return unparsed(`is not valid JSON${place}.`);
  }
}

function unparsed(what: string): { value: undefined; members: number; violations: Violation[] } {
  return { value: undefined, members: 0, violations: [violation(['body'], 'json', what)] };
}

function lineAndColumn(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

function unreadable(mediaType: string | undefined, problem: Violation): Body {
  return { mediaType, text: '', value: undefined, members: 0, violations: [problem] };
}
