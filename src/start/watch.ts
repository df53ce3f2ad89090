import { dirname } from 'node:path';
import { watch } from 'chokidar';
import { build } from '../build/build.js';
import type { BuildInput } from '../build/input.js';

/** A description that is being watched. */
export interface Watching {
  /** Stops watching, when the build that runs has ended. */
  close(): Promise<void>;
}

/**
 * Builds anew after each change to the folder of a description. A change that
 * comes during a build is built after it; several such changes are built once.
 * An invalid state is told in one sentence, and nothing else changes.
 *
 * @param input What to build.
 * @param built Called after each build that succeeded.
 */
export function watchDescription(input: BuildInput, built: () => Promise<void>): Watching {
  let changed = false;
  let running: Promise<void> | undefined;

  async function buildWhileChanged(): Promise<void> {
    while (changed) {
      changed = false;
      try {
        await build(input);
        await built();
      } catch (error) {
        console.error(`${(error as Error).message}\nThe last good state stays in place.`);
      }
    }
    running = undefined;
  }

  const watcher = watch(dirname(input.description), { ignoreInitial: true, atomic: true }).on('all', () => {
    changed = true;
    running ??= buildWhileChanged();
  });
  return {
    close: async (): Promise<void> => {
      await watcher.close();
      changed = false;
      await running;
    },
  };
}
