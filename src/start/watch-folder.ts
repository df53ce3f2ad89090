import { once } from 'node:events';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';
import { systemError } from '../command/system-error.js';

/** A folder that is being watched. */
export interface FolderWatch {
  /** Whether something has changed that was not reported yet; waits until a save in several steps is over. */
  changesAgain(): Promise<boolean>;
  /** Stops watching, when the report that is being worked on has ended. */
  close(): Promise<void>;
}

/** What a watched folder reports to. */
export interface FolderChanges {
  /**
   * Called at once with no path, and then after each change with the paths that changed and when the first of them did
   * (as of `performance.now()`). Never called twice at a time: what changes meanwhile is reported together, afterwards.
   */
  changed: (paths: string[], since: number) => Promise<void>;
  /** Called when a part of the folder cannot be watched. */
  failed: (error: Error) => void;
}

/**
 * How long nothing may have changed before a change is reported, in milliseconds. Editors that save in several steps
 * are done by then. Chokidar reports only one change of a file within 50 ms, so what is read must be older than that.
 */
const pause = 60;

/**
 * Watches every file below a folder, also those that an editor replaces. READMEs do not count.
 *
 * @returns When no change is missed any more.
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
