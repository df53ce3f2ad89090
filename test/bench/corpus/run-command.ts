import { execFile } from 'node:child_process';
import { watchMemory, type MemoryWatch } from './memory.js';

/** The time limit of a command, in milliseconds. */
const patience = 300_000;

/** The cost of a command, and why it failed. */
export interface Cost {
  seconds: number;
  /** The memory peak of all its processes together, in megabytes. */
  megabytes: number;
  /** The last line that it printed, if it failed. */
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

/** The last useful line: not a line of a stack trace or the version of Node. */
function lastLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.filter((line) => /\w/.test(line) && !/^(at |Node\.js v|[║╔╚])/.test(line)).at(-1) ?? '';
}
