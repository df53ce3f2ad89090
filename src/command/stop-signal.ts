/**
 * Waits until the process is asked to end, by SIGINT (Ctrl+C) or SIGTERM.
 * A second signal ends it at once, as if nobody had waited.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
