/** How long npm may take to pass a signal on, in milliseconds. */
const grace = 200;

/**
 * Waits until the process is asked to end, by SIGINT (Ctrl+C) or SIGTERM.
 *
 * On Ctrl+C the terminal sends one signal and npm, which started the program,
 * passes on its own. The second must not meet a process that has ended its
 * work and is on its way out: it would end it with an exit code that says so.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => void setTimeout(resolve, grace);
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
