import type { HeadersOptions } from 'openapi-fetch';
import type { ClientOperation } from '../types/description.js';

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
    const text = value === null ? value : [value].flat().join(', ').trim();
    if (/[^\t\x20-\x7e\x80-\xff]/.test(`${text}`)) {
      throw new TypeError(
        `The value of the header "${name}" contains a character that no header can carry, such as a line break.`,
      );
    }
    // Pairs may name a header twice.
    record[key] = text === null || record[key] == null ? text : `${record[key]}, ${text}`;
  }
  return record;
}

/** The header that carries a token. `undefined` without a token, or if the operation requires none. */
export function tokenHeader({ credential }: ClientOperation, token: string | undefined): HeaderRecord | undefined {
  return credential && token ? headerRecord({ [credential.header]: credential.prefix + token }) : undefined;
}
