import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { InputError } from './input-error.js';
import { systemError } from './system-error.js';

/**
 * Runs a command and waits for its end. The command shares standard input and output with this process.
 *
 * @param command The program and its arguments.
 * @param variables Environment variables to add to those of this process.
 * @param stopped Resolves when this process is asked to end; the command then gets SIGTERM.
 * @returns The exit code. For a command that a signal ended, 128 plus the number of the signal, as in a shell.
 * @throws InputError when the command cannot be started.
 */
export async function runBeside(
  [program = '', ...args]: string[],
  variables: Record<string, string>,
  stopped: Promise<void>,
): Promise<number> {
  // On Windows, npm and similar commands are scripts that need a shell.
  const shell = process.platform === 'win32';
  const child = spawn(program, args, { stdio: 'inherit', shell, env: { ...process.env, ...variables } });
  void stopped.then(() => child.kill('SIGTERM'));
  try {
    await once(child, 'close');
    const { exitCode, signalCode } = child;
    return exitCode ?? 128 + (signalCode === null ? 0 : constants.signals[signalCode]);
  } catch (error) {
    const { code = '' } = systemError(error);
    throw new InputError(`The command "${program}" cannot be started (${code}): correct it after "--".`);
  }
}
