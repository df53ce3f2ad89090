/** What was thrown, as the errors of Node are: with a code, such as `ENOENT`, where the system gives one. */
export function systemError(thrown: unknown): NodeJS.ErrnoException {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
