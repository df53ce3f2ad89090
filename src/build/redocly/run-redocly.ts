import { systemError } from '../../command/system-error.js';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { InputError } from '../../command/input-error.js';

const program = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** Redocly does not ask the package registry for a newer version of itself, and renders with the faster edition of React. */
const variables = { REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NODE_ENV: 'production' };

/** As for the build itself: `src/build/run.js` says why. */
const engineFlags = process.version.startsWith('v20.') ? ['--interrupt-budget=1000000'] : [];

/**
 * Runs a command of Redocly in a separate process. The process has started when this function returns its promise.
 *
 * @param args The command and its arguments.
 * @param directory The working directory of the process.
 * @param signal Stops the process. Default: the process runs to its end.
 * @throws InputError with the last line that the command printed, when the command fails.
 */
export async function redocly(args: string[], directory: string, signal?: AbortSignal): Promise<void> {
  try {
    const env = { ...process.env, ...variables };
    const command = [...engineFlags, program, ...args];
    await promisify(execFile)(process.execPath, command, { cwd: directory, env, ...(signal && { signal }) });
  } catch (error) {
    const { message, ...rest } = systemError(error);
    throw new InputError(lastSentence('stderr' in rest ? String(rest.stderr) : message));
  }
}

/** The last line with text, which is the error message. The lines before it are banners. */
function lastSentence(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line) && !/^[║╔╚]/.test(line));
  return (lines.at(-1) ?? 'redocly said nothing').replace(/^❌\s*/, '');
}
