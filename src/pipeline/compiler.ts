import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectDirectory } from '../command/project-directory.js';
import type { tasks } from './compiler-worker.js';

type Tasks = typeof tasks;

/** What goes to the thread: a task, its input, and a number to know its answer by. */
export interface Request {
  id: number;
  task: keyof Tasks;
  input: unknown;
}

/** What comes back. */
export interface Answer {
  id: number;
  value?: unknown;
  error?: Error;
}

/**
 * The TypeScript compiler in a thread of its own. To load it takes as long as
 * to load and bundle the description: side by side the build has both sooner.
 */
export class Compiler {
  readonly #worker: Worker;
  #sent = 0;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();

  constructor() {
    const program = join(projectDirectory(), 'src/run.js');
    // openapi-typescript prints each complaint before it throws it: once is enough.
    this.#worker = new Worker(program, { argv: ['pipeline/compiler-worker.ts'], stderr: true });
    this.#worker.stderr.resume();
    this.#worker.on('message', ({ id, value, error }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(error);
      else waiting?.resolve(value);
    });
    this.#worker.on('error', (error: Error) => {
      for (const { reject } of this.#waiting.values()) reject(error);
    });
  }

  /** Runs a task in the thread. */
  run<Name extends keyof Tasks>(task: Name, input: Parameters<Tasks[Name]>[0]): ReturnType<Tasks[Name]> {
    const id = (this.#sent += 1);
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, task, input } satisfies Request);
    }) as ReturnType<Tasks[Name]>;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
