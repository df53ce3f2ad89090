import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Description } from '../../description/types.js';
import { runRedoc } from './build-docs.js';
import { redocly } from './run-redocly.js';

const program = pathToFileURL(createRequire(import.meta.url).resolve('@redocly/cli/lib/index.js')).href;

/** A page of nothing: to build it loads all that the page of a description needs. */
const nothing: Description = { openapi: '3.1.0', info: { title: 'Nothing', version: '0' }, paths: {} };

/** Redocly in a process that stays: from its second command on it takes a fifth of the time. */
export class RedoclyProcess {
  readonly #once: boolean;
  #child: ChildProcess | undefined;
  #loaded: Promise<unknown> = Promise.resolve();

  /** @param once Whether the process ends after its first command, since no other will come. Default: it stays. */
  constructor({ once = false }: { once?: boolean } = {}) {
    this.#once = once;
  }

  /** Loads Redocly while others work, so that the first command takes no longer than those after it. */
  load(): void {
    // A command that cannot be run says so itself.
    this.#loaded = runRedoc(nothing, '', this.#run).catch(() => undefined);
  }

  /**
   * Runs a command like `redocly`; one at a time.
   *
   * @param args The command and its arguments.
   * @param directory The working directory of the command.
   * @throws InputError with the last sentence that the command printed, when it fails.
   */
  readonly run: typeof redocly = async (args, directory) => {
    await this.#loaded;
    await this.#run(args, directory, this.#once);
    if (this.#once) this.close();
  };

  /** Ends the process. */
  close(): void {
    this.#child?.kill();
    this.#child = undefined;
  }

  /** @param isLast Whether the process ends by itself after the command: this one may be too busy to end it. */
  readonly #run = async (args: string[], directory: string, isLast = false): Promise<void> => {
    if ((await this.#ask(args, directory, isLast)) === 0) return;
    // The reason may be this way to run it, and if not, the stock command says it.
    this.close();
    await redocly(args, directory);
  };

  async #ask(args: string[], directory: string, isLast: boolean): Promise<unknown> {
    const child = (this.#child ??= fork(fileURLToPath(new URL('redocly-program.js', import.meta.url)), [program], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
    }));
    const ended = new AbortController();
    try {
      const response = Promise.race([
        once(child, 'message', { signal: ended.signal }),
        // Comes after the last message, which the end of the process may not.
        once(child, 'disconnect', { signal: ended.signal }).then(() => ['ended']),
      ]);
      child.send({ args, directory, isLast });
      const [code] = (await response) as unknown[];
      return code;
    } catch (error) {
      return error;
    } finally {
      ended.abort();
    }
  }
}
