import { once } from 'node:events';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';
import { systemError } from '../command/system-error.js';

/** A folder that is being watched. */
export interface FolderWatch {
  /** Whether there is a change that was not reported yet. Waits first, until a save in several steps is over. */
  changesAgain(): Promise<boolean>;
  /** Stops watching. Resolves when the current call of `changed` has ended. */
  close(): Promise<void>;
}

/** Callbacks for a watched folder. */
export interface FolderChanges {
  /**
   * Called once at the start without paths, and then after each change, with the changed paths and the time of the first
   * change (as of `performance.now()`). Calls never overlap: changes during a call are reported together, afterwards.
   */
  changed: (paths: string[], since: number) => Promise<void>;
  /** Called when a part of the folder cannot be watched. */
  failed: (error: Error) => void;
}

/**
 * A change is reported when the folder has been quiet for this long, in milliseconds. By then an editor that saves in
 * several steps is done. It must exceed 50 ms: within that time Chokidar reports only one change of a file.
 */
const pause = 60;

/**
 * Watches every file below a folder except READMEs. It also sees files that an editor replaces.
 *
 * @returns Resolves when the watch is complete; from then on it misses no change.
 */
export async function watchFolder(folder: string, { changed, failed }: FolderChanges): Promise<FolderWatch> {
  const paths = new Set<string>();
  let firstChange = 0;
  let lastChange = 0;
  let closed = false;
  let running: Promise<void> | undefined;

  const watcher = watch(folder, { ignoreInitial: true, atomic: true, ignored: (path) => basename(path) === 'README.md' });
  await once(watcher, 'ready');

  async function reportChanges(): Promise<void> {
    while (paths.size > 0 && !closed) {
      for (let quiet = 0; quiet < pause; quiet = performance.now() - lastChange) await wait(pause - quiet);
      const settled = [...paths];
      paths.clear();
      await changed(settled, firstChange);
    }
    running = undefined;
  }

  watcher
    .on('all', (_, path) => {
      lastChange = performance.now();
      if (paths.size === 0) firstChange = lastChange;
      paths.add(path);
      running ??= reportChanges();
    })
    .on('error', (error) => failed(systemError(error)));
  running = changed([], performance.now()).then(reportChanges);

  return {
    changesAgain: async () => {
      await wait(2 * pause);
      return paths.size > 0 || closed;
    },
    close: async () => {
      closed = true;
      await watcher.close();
      await running;
    },
  };
}
