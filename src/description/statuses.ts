/**
 * How a key of the Responses Object describes statuses: a number for one status, a range such as `4XX` for a hundred,
 * `default` for every status that no other key describes.
 */

/** Whether a key is the range that a status is in, as `4XX` is for 404. */
export function isRangeOf(key: string, status: number): boolean {
  return key.toUpperCase() === `${String(status).charAt(0)}XX`;
}

/** Whether a key can describe a status: as its number, its range, or `default`. */
export function isStatusOf(key: string, status: number): boolean {
  return key === 'default' || key === String(status) || isRangeOf(key, status);
}

/**
 * The key that describes a status: its number before its range before `default`, as the specification has it.
 *
 * @param keys The keys of a Responses Object.
 * @returns `undefined` where the status is not documented.
 */
export function responseKey(keys: readonly string[], status: number): string | undefined {
  return (
    keys.find((key) => key === String(status)) ??
    keys.find((key) => isRangeOf(key, status)) ??
    keys.find((key) => key === 'default')
  );
}

/** The status that is sent for a key: the number itself, 400 for `4XX`, 500 for `default`. */
export function statusCode(key: string): number {
  if (key === 'default') return 500;
  if (/^[1-5]XX$/i.test(key)) return Number(key.charAt(0)) * 100;
  return Number(key);
}

/** Whether a response with this status can have a body (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5). */
export function hasBody(status: number): boolean {
  return status >= 200 && ![204, 205, 304].includes(status);
}
