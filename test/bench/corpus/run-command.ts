import { execFile } from 'node:child_process';
import { watchMemory, type MemoryWatch } from './memory.js';

/** How long a command may take, in milliseconds. */
const patience = 300_000;

/** What a command cost, and why it failed. */
export interface Cost {
  seconds: number;
  /** The most memory that all its processes together had at one time, in megabytes. */
  megabytes: number;
  /** The last line that it printed, where it failed. */
  failure: string | undefined;
}

/**
 * Runs a command to its end and measures it.
 *
 * @param command The program and its arguments.
 * @param cwd The working directory.
 */
export async function runCommand([program = '', ...args]: string[], cwd: string): Promise<Cost> {
  const start = performance.now();
  let memory: MemoryWatch | undefined;
  const failure = await new Promise<string | undefined>((resolve) => {
    const options = {
      cwd,
      env: { ...process.env, CI: 'true' },
      timeout: patience,
      maxBuffer: 1e9,
      killSignal: 'SIGKILL',
    } as const;
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) resolve(undefined);
      else
        resolve(error.killed ? `It took more than ${patience / 1000} s.` : lastLine(stderr) || lastLine(stdout) || error.message);
    });
    memory = child.pid === undefined ? undefined : watchMemory(child.pid);
  });
  return { seconds: (performance.now() - start) / 1000, megabytes: memory?.end() ?? 0, failure };
}

/** The last line that says something: a stack trace and the version of Node do not. */
function lastLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.filter((line) => /\w/.test(line) && !/^(at |Node\.js v|[║╔╚])/.test(line)).at(-1) ?? '';
}
