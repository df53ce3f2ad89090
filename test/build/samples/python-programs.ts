import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Ending } from '../../support/command.js';

/** A Python process that stays alive with loaded modules, since loading them takes longer than most programs. */
export class PythonPrograms {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Starts the process. It ends with the tests.
   *
   * @param python The interpreter.
   * @param modules The modules to load.
   * @param env The environment of all its programs.
   */
  constructor(python: string, modules: string[], env: NodeJS.ProcessEnv) {
    const program = fileURLToPath(new URL('python-programs.py', import.meta.url));
    this.#child = spawn(python, [program, ...modules], { env, stdio: ['pipe', 'pipe', 'inherit'] as unknown as 'pipe' });
    this.#lines = createInterface(this.#child.stdout);
  }

  /** Runs a program to its end. Programs run one at a time. */
  run(program: string, args: string[], directory: string): Promise<Ending> {
    const ending = this.#last.then(() => this.#run(program, args, directory));
    this.#last = ending.catch(() => undefined);
    return ending;
  }

  async #run(program: string, args: string[], directory: string): Promise<Ending> {
    const [stdout, stderr] = [join(directory, 'stdout'), join(directory, 'stderr')];
    const line = once(this.#lines, 'line');
    this.#child.stdin.write(`${JSON.stringify({ program, args, directory, stdout, stderr })}\n`);
    const [code] = (await line) as [string];
    return { code: Number(code), stdout: await readFile(stdout, 'utf8'), stderr: await readFile(stderr, 'utf8') };
  }
}
