/** Whether a key of the Responses Object describes a status: the number itself, its range, or `default`. */
export function isStatusOf(key: string, code: number): boolean {
  return key === 'default' || key === String(code) || isRangeOf(key, code);
}

/** Whether a key of the Responses Object is the range that a status is in, as `4XX` for 404. */
export function isRangeOf(key: string, code: number): boolean {
  return key.toUpperCase() === `${String(code)[0]}XX`;
}
