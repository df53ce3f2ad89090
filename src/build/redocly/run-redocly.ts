import { systemError } from '../../command/system-error.js';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { InputError } from '../../command/input-error.js';

const program = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** Redocly asks the package registry for a newer version of itself unless it is told not to. */
const quiet = { REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/**
 * Runs a command of Redocly in a process of its own, which is started before this returns.
 *
 * @param args The command and its arguments.
 * @param directory The working directory of the process.
 * @param signal Ends the process. Default: it ends by itself.
 * @throws InputError with the last sentence that the command printed, when it fails.
 */
export async function redocly(args: string[], directory: string, signal?: AbortSignal): Promise<void> {
  try {
    const env = { ...process.env, ...quiet };
    await promisify(execFile)(process.execPath, [program, ...args], { cwd: directory, env, ...(signal && { signal }) });
  } catch (error) {
    const { message, ...rest } = systemError(error);
    throw new InputError(lastSentence('stderr' in rest ? String(rest.stderr) : message));
  }
}

/** The last line that says something: what stands before it are the banners of the command. */
function lastSentence(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line) && !/^[║╔╚]/.test(line));
  return (lines.at(-1) ?? 'redocly said nothing').replace(/^❌\s*/, '');
}
