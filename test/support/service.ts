import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'vitest';
import { program, root, type Start } from './command.js';

/** A program of the project that runs until it gets a signal. */
export class Service {
  output = '';
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Starts a TypeScript program of the project. It is killed at the end of the test if it is still running. */
  static start(
    context: Pick<TestContext, 'onTestFinished'>,
    path: string,
    args: string[],
    { cwd = root, env = {} }: Start = {},
  ): Service {
    const child = spawn(...program(path, args), { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    context.onTestFinished(() => void child.kill('SIGKILL'));
    return new Service(child);
  }

  /** Waits until the output, from a position on, matches a pattern. */
  async says(pattern: RegExp, from = 0): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.output.slice(from));
      if (match) return match;
      if (this.#child.exitCode !== null) throw new Error(`The program ended with ${this.#child.exitCode}:\n${this.output}`);
      const heard = new AbortController();
      const options = { signal: heard.signal };
      await Promise.race([
        once(this.#child.stdout!, 'data', options),
        once(this.#child.stderr!, 'data', options),
        once(this.#child, 'close', options),
      ]);
      heard.abort();
    }
  }

  /** Sends a signal. Returns the exit code, or null if the signal itself ended the program. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const closed = once(this.#child, 'close');
    this.#child.kill(signal);
    const [code] = (await closed) as [number | null];
    return code;
  }
}
