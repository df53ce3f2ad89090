/** Turns any thrown value into an Error. Errors of the system have a `code`, such as `ENOENT`. */
export function systemError(thrown: unknown): NodeJS.ErrnoException {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
