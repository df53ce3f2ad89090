import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../support/command.js';

/** How long a command may take, in milliseconds. */
const patience = 300_000;

/** What a command cost, and why it failed. */
export interface Cost {
  seconds: number;
  /** The peak memory of all its processes together, in megabytes. */
  megabytes: number;
  /** The last line that it printed, where it failed. */
  failure: string | undefined;
}

/**
 * Runs a command of Node.js to its end and measures it.
 *
 * @param command The program and its arguments.
 * @param directory A directory for a temporary file.
 * @param cwd The working directory. Default: that directory, so that no configuration of this project is found.
 */
export async function runCommand([program = '', ...args]: string[], directory: string, cwd: string = directory): Promise<Cost> {
  const memory = join(directory, 'peak-memory');
  await rm(memory, { force: true });
  const start = performance.now();
  const failure = await new Promise<string | undefined>((resolve) => {
    const env = {
      ...process.env,
      NODE_OPTIONS: `--import=${root}test/bench/corpus/peak-memory.js`,
      PEAK_MEMORY_FILE: memory,
      CI: 'true',
    };
    execFile(program, args, { cwd, env, timeout: patience, maxBuffer: 1e9, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      if (!error) resolve(undefined);
      else
        resolve(error.killed ? `It took more than ${patience / 1000} s.` : lastLine(stderr) || lastLine(stdout) || error.message);
    });
  });
  const seconds = (performance.now() - start) / 1000;
  const peaks = await readFile(memory, 'utf8').catch(() => '');
  const kilobytes = peaks.split('\n').reduce((sum, line) => sum + Number(line), 0);
  return { seconds, megabytes: kilobytes / 1024, failure };
}

/** The last line that says something: a stack trace and the version of Node do not. */
function lastLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.filter((line) => /\w/.test(line) && !/^(at |Node\.js v|[║╔╚])/.test(line)).at(-1) ?? '';
}
