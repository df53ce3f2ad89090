/**
 * Keys of the Responses Object: a number covers one status code, a range such as `4XX` a hundred, and `default` each status
 * code that no other key covers.
 */

/** Whether a key is the range of a status code, such as `4XX` for 404. */
export function isRangeOf(key: string, status: number): boolean {
  return key.toUpperCase() === `${String(status).charAt(0)}XX`;
}

/** Whether a key can document a status code: as its number, its range, or `default`. */
export function isStatusOf(key: string, status: number): boolean {
  return key === 'default' || key === String(status) || isRangeOf(key, status);
}

/**
 * The key that documents a status code. The number takes precedence over the range, and the range over `default` (OpenAPI
 * 3.1.1, section 4.8.16).
 *
 * @param keys The keys of a Responses Object.
 * @returns `undefined` if the status code is not documented.
 */
export function responseKey(keys: readonly string[], status: number): string | undefined {
  return (
    keys.find((key) => key === String(status)) ??
    keys.find((key) => isRangeOf(key, status)) ??
    keys.find((key) => key === 'default')
  );
}

/** The status code to send for a key: the number itself, 400 for `4XX`, 500 for `default`. */
export function statusCode(key: string): number {
  if (key === 'default') return 500;
  if (/^[1-5]XX$/i.test(key)) return Number(key.charAt(0)) * 100;
  return Number(key);
}

/**
 * The key of the response to a valid request: the lowest 2XX, else the lowest redirect with a number, else `default`.
 *
 * @returns `undefined` if there is no such key.
 */
export function successKey(keys: string[]): string | undefined {
  const lowest = (pattern: RegExp): string | undefined =>
    keys.filter((key) => pattern.test(key)).sort((one, other) => statusCode(one) - statusCode(other))[0];
  return lowest(/^2(\d\d|XX)$/i) ?? lowest(/^3\d\d$/) ?? keys.find((key) => key === 'default');
}

/** Whether a response with this status can have a body (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5). */
export function hasBody(status: number): boolean {
  return status >= 200 && ![204, 205, 304].includes(status);
}
