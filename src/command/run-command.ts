import { printable } from './printable.js';
import { systemError } from './system-error.js';

/**
 * Runs a command line program to its end.
 *
 * When the program throws, only the message goes to standard error, without a stack trace, and the exit code is 1. When
 * the reader of the output stops first, as `head` does, the process exits without a message.
 *
 * @param main The program. When it returns a promise, the promise settles when the work is done.
 */
export async function runCommand(main: () => Promise<void> | void): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${printable(systemError(error).message)}\n`);
    process.exitCode = 1;
  }
}
