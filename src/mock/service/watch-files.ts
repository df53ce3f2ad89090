import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Files that are being watched. */
export interface Watching {
  /** Watches these files from now on, instead of the previous ones. */
  follow(files: string[]): void;
  /** Stops watching. */
  close(): void;
}

/** A change is reported after this time without further changes, in milliseconds, since editors save in several steps. */
const pause = 60;

/**
 * Watches files, also those that an editor replaces. It watches the folders of the files, and compares file names.
 *
 * @param files Absolute paths.
 * @param changed Called after a change, and once more when there was another change during the call. Calls never overlap. It
 *   returns whether the files are valid. When they are not, a change of any file in the folders counts, since the description
 *   may need a file that is not watched yet.
 */
export function watchFiles(files: string[], changed: () => Promise<boolean>): Watching {
  const watchers = new Map<string, FSWatcher>();
  let names = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isStale = false;
  let isValid = true;

  async function run(): Promise<void> {
    isRunning = true;
    while (isStale) {
      isStale = false;
      isValid = await changed();
    }
    isRunning = false;
  }

  function notice(name: string | null): void {
    if (isValid && name !== null && !names.has(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isStale = true;
      if (!isRunning) void run();
    }, pause);
  }

  function follow(followed: string[]): void {
    names = new Set(followed.map((file) => basename(file)));
    const folders = new Set(followed.map((file) => dirname(file)));
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      // The watcher must not keep the process alive. That is up to the listening socket.
      const watcher = watch(folder, { persistent: false }, (_, name) => notice(name));
      watcher.on('error', () => watcher.close());
      watchers.set(folder, watcher);
    }
  }

  follow(files);
  return {
    follow,
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
