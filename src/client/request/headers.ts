import type { HeadersOptions } from 'openapi-fetch';
import type { NamedOperation } from '../call.js';

type HeaderValue = string | number | boolean | Array<string | number | boolean> | null | undefined;

/** Headers by their names in lower case. `null` removes a header that was added before. */
export type HeaderRecord = Record<string, string | null>;

/**
 * Brings headers into one form, whichever of those of `fetch` and of openapi-fetch they have: a Headers object, pairs,
 * or an object whose values may be lists. `undefined` adds nothing.
 *
 * @throws TypeError when a header cannot have that value. Unlike the message of the platform, this one does not repeat
 *   the value, which may be a secret.
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
 * The headers of a call. Those of the call win over the token, which wins over those of the client.
 *
 * @param clientHeaders The headers among the options of the client.
 * @param callHeaders The headers among the options of the call.
 * @param contentType That of the body; `null` where there is none, or where it comes with the body.
 */
export function headersOf(
  operation: NamedOperation,
  token: string | undefined,
  clientHeaders: HeaderRecord,
  callHeaders: HeaderRecord,
  contentType: string | null,
): HeaderRecord {
  // For V8, Object.assign takes a small part of the time of an object literal with a spread.
  const first: HeaderRecord = { accept: operation.accept || null };
  const headers = Object.assign(first, clientHeaders, tokenHeader(operation, token), callHeaders);
  headers['content-type'] = contentType;
  return headers;
}

/** The header that carries a token; none without a token. */
export function tokenHeader({ credential }: NamedOperation, token: string | undefined): HeaderRecord {
  return credential && token ? headerRecord({ [credential.header]: credential.prefix + token }) : {};
}
