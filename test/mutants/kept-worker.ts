import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolRunnerInitializer, PoolWorker, WorkerRequest } from 'vitest/node';

/** The thread that is kept. */
let kept: Worker | undefined;

/** Ends the thread, so that the next tests run in a new one, with new modules. */
export async function endWorker(): Promise<void> {
  const thread = kept;
  kept = undefined;
  await thread?.terminate();
}

/** Whether a thread with loaded modules waits for tests. */
export function isWorkerKept(): boolean {
  return kept !== undefined;
}

/**
 * Runs tests in one thread from run to run, where Vitest would start another one for each. So the modules of the project stay
 * loaded, and only those of the tests are loaded again.
 */
export const keptWorkers: PoolRunnerInitializer = {
  name: 'kept',
  createPoolWorker: ({ distPath, env, execArgv }): PoolWorker => {
    const isNew = kept === undefined;
    kept ??= new Worker(join(distPath, 'workers/threads.js'), { env, execArgv, stdout: true, stderr: true });
    const thread = kept;
    let config: unknown;
    let isRunning = false;
    const listeners = new Set<(response: object) => void>();
    const respond = (type: 'started' | 'stopped'): void => {
      for (const listener of listeners) setImmediate(listener, { __vitest_worker_response__: true, type });
    };
    thread.on('message', ({ type }: { type?: string }) => {
      if (type === 'testfileFinished') isRunning = false;
    });
    return {
      name: 'kept',
      on: (event, callback) => {
        if (event === 'message') listeners.add(callback);
        thread.on(event, callback);
      },
      off: (event, callback) => {
        listeners.delete(callback);
        thread.off(event, callback);
      },
      send: (message: WorkerRequest) => {
        if (message.type === 'start') ({ config } = message.context);
        if (message.type === 'stop') respond('stopped');
        else if (message.type === 'start' && !isNew) respond('started');
        else if (message.type === 'run') {
          isRunning = true;
          // The thread has the settings of its start, and those of this run are others.
          thread.postMessage({ ...message, context: { ...message.context, config } });
        } else thread.postMessage(message);
      },
      deserialize: (data) => data,
      start: () => Promise.resolve(),
      stop: async () => {
        for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event);
        if (isRunning && thread === kept) await endWorker();
      },
    };
  },
};
