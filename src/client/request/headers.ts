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
 * The headers of a call. Those of the call win over the token, which wins over those of the client.
 *
 * @param clientHeaders The headers among the options of the client.
 * @param callHeaders The headers among the options of the call.
 * @param contentType That of the body; `null` where there is none, or where it comes with the body.
 * @param cookies Cookie parameters, each as `name=value`.
 */
export function headersOf(
  { operation, token }: Pick<Call, 'operation' | 'token'>,
  clientHeaders: HeaderRecord,
  callHeaders: HeaderRecord,
  contentType: string | null,
  cookies: string[] = [],
): HeaderRecord {
  // For V8, Object.assign takes a small part of the time of an object literal with a spread.
  const accept = (operation.accept ??= acceptOf(operation));
  const ofClient: HeaderRecord = Object.assign(accept ? { accept } : {}, clientHeaders);
  const headers: HeaderRecord = Object.assign(ofClient, tokenHeader(operation, token), callHeaders);
  headers['content-type'] = contentType;
  if (cookies.length > 0) headers.cookie = [headers.cookie ?? [], cookies].flat().join('; ');
  return headers;
}

/** A longer `Accept` makes browsers ask first whether they may send it (Fetch standard, "CORS-safelisted request-header"). */
const longestAccept = 128;

/** The documented media types of the responses, those of successes first (RFC 9110, section 12.5.1); empty for none. */
function acceptOf({ responses }: NamedOperation): string {
  const typesOf = (start: string): string[] =>
    Object.entries(responses).flatMap(([status, types]) => (status.startsWith(start) ? types : []));
  let accept = '';
  for (const type of new Set([...typesOf('2'), ...typesOf('')])) {
    // A range of suffixes is none of HTTP.
    if (type.includes('*+')) continue;
    const longer = accept ? `${accept}, ${type}` : type;
    if (longer.length > longestAccept) break;
    accept = longer;
  }
  return accept;
}

/** The header that carries a token; none without a token. */
export function tokenHeader({ credential }: NamedOperation, token: string | undefined): HeaderRecord {
  return credential && token ? headerRecord({ [credential.header]: credential.prefix + token }) : {};
}
