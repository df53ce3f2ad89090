/** The time that npm may take to pass a signal on, in milliseconds. */
const grace = 200;

/**
 * Waits until SIGINT (Ctrl+C) or SIGTERM asks the process to end.
 *
 * On Ctrl+C the process gets two signals: one from the terminal, and one that npm passes on. If the second one arrived
 * while the process is shutting down, it would kill the process and change its exit code. So this also waits for the second one.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => void setTimeout(resolve, grace);
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
