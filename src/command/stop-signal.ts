/**
 * Waits until the process is asked to end, by SIGINT (Ctrl+C) or SIGTERM.
 *
 * Later signals change nothing: on Ctrl+C the terminal sends one and npm, which
 * started the program, passes on its own.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
}
