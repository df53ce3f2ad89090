import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { InputError } from './input-error.js';
import { systemError } from './system-error.js';

/**
 * Runs a command to its end, with the input and the output of this process.
 *
 * @param command The program and its arguments.
 * @param variables What is added to its environment.
 * @param stopped Resolves when this process is asked to end: then the command is, too.
 * @returns Its exit code; as shells have it, 128 and the number of the signal that ended it.
 * @throws InputError when it cannot be started.
 */
export async function runBeside(
  [program = '', ...args]: string[],
  variables: Record<string, string>,
  stopped: Promise<void>,
): Promise<number> {
  // On Windows npm and its like are scripts of a shell.
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
