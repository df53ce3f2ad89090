import type { HeadersOptions } from 'openapi-fetch';
import type { NamedOperation } from '../call.js';

type HeaderValue = string | number | boolean | Array<string | number | boolean> | null | undefined;

/** Headers by their names in lower case. `null` removes a header that was added before. */
export type HeaderRecord = Record<string, string | null>;

/**
 * Converts headers to one form. It takes all forms of `fetch` and openapi-fetch: a Headers object, pairs, or an object whose
 * values may be lists. `undefined` adds nothing.
 *
 * @throws TypeError when a header cannot carry a value. Unlike the message of the platform, this message does not repeat the
 *   value, which may be a secret.
 */
export function headerRecord(headers: HeadersOptions = {}): HeaderRecord {
  const record: HeaderRecord = {};
  const pairs: Iterable<[string, HeaderValue]> = Symbol.iterator in headers ? headers : Object.entries(headers);
  for (const [name, value] of pairs) {
    if (value === undefined) continue;
    const key = name.toLowerCase();
    const text = value === null ? value : (Array.isArray(value) ? value.join(', ') : String(value)).trim();
    if (text !== null && /[^\t\x20-\x7e\x80-\xff]/.test(text)) {
      throw new TypeError(
        `The value of the header "${name}" contains a character that no header can carry, such as a line break.`,
      );
    }
    // Pairs may name a header twice.
    record[key] = text === null || record[key] == null ? text : `${record[key]}, ${text}`;
  }
  return record;
}

/**
 * The headers of a call. Its own headers override the token, and the token overrides the headers of the client.
 *
 * @param clientHeaders The headers among the options of the client.
 * @param callHeaders The headers among the options of the call.
 * @param contentType The media type of the body. `null` if there is no body, or if `fetch` sets the header.
 */
export function headersOf(
  operation: NamedOperation,
  token: string | undefined,
  clientHeaders: HeaderRecord,
  callHeaders: HeaderRecord,
  contentType: string | null,
): HeaderRecord {
  // In V8, Object.assign is much faster than an object literal with a spread.
  const first: HeaderRecord = { accept: operation.accept || null };
  const headers = Object.assign(first, clientHeaders, tokenHeader(operation, token), callHeaders);
  headers['content-type'] = contentType;
  return headers;
}

/** The header that carries a token. Empty without a token, or if the operation requires none. */
export function tokenHeader({ credential }: NamedOperation, token: string | undefined): HeaderRecord {
  return credential && token ? headerRecord({ [credential.header]: credential.prefix + token }) : {};
}
