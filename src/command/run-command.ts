import { printable } from './printable.js';

/**
 * Runs a command line program to its end.
 *
 * A failure is printed to standard error as its message alone, without a stack
 * trace, and the process ends with exit code 1. When the reader of the output ends first, as `head` does, the process
 * ends in silence.
 *
 * @param main The program; a promise that it gives settles when the work is done.
 */
export async function runCommand(main: () => Promise<void> | void): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${printable(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = 1;
  }
}
