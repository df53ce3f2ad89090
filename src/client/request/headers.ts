import type { HeadersOptions } from 'openapi-fetch';
import type { Call, NamedOperation } from '../call.js';

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
export function headerRecord(headers: HeadersOptions | undefined): HeaderRecord {
  const record: HeaderRecord = {};
  for (const [name, value] of pairsOf(headers)) {
    if (value === undefined) continue;
    const key = name.toLowerCase();
    if (value === null) {
      record[key] = null;
      continue;
    }
    const text = (Array.isArray(value) ? value.join(', ') : String(value)).trim();
    if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) {
      throw new TypeError(
        `The value of the header "${name}" contains a character that no header can carry, such as a line break.`,
      );
    }
    // Pairs may name a header twice.
    record[key] = record[key] == null ? text : `${record[key]}, ${text}`;
  }
  return record;
}

function pairsOf(headers: HeadersOptions = {}): Iterable<[name: string, value: HeaderValue]> {
  return Symbol.iterator in headers ? (headers as Iterable<[string, string]>) : Object.entries(headers);
}

/**
 * The headers of a call. Those of the call win over the token, which wins over those of the client. The media type
 * of the body is that of the operation, unless the call itself has another.
 *
 * @param clientHeaders The headers among the options of the client.
 * @param callHeaders The headers among the options of the call.
 * @param cookies Cookie parameters, each as `name=value`.
 */
export function headersOf(
  call: Call,
  clientHeaders: HeaderRecord,
  callHeaders: HeaderRecord,
  cookies: string[] = [],
): HeaderRecord {
  const { operation, body, token } = call;
  const contentType = body === undefined ? null : (operation.contentType ?? 'application/json');
  const ofClient: HeaderRecord = Object.assign({}, clientHeaders, { 'content-type': contentType });
  const headers: HeaderRecord = Object.assign(ofClient, tokenHeader(operation, token), callHeaders);
  // The boundary comes with the form.
  if (/^multipart\/form-data$/i.test(headers['content-type'] ?? '')) headers['content-type'] = null;
  if (cookies.length > 0) headers.cookie = [headers.cookie ?? [], cookies].flat().join('; ');
  return headers;
}

/** The header that carries a token; none without a token. */
export function tokenHeader({ credential }: NamedOperation, token: string | undefined): HeaderRecord {
  return credential && token ? headerRecord({ [credential.header]: credential.prefix + token }) : {};
}
