import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Files that are being watched. */
export interface Watching {
  /** Watches these files from now on, in place of those before. */
  follow(files: string[]): void;
  /** Stops watching. */
  close(): void;
}

/** How long nothing may have changed before a change counts as over, in milliseconds: editors save in several steps. */
const pause = 60;

/**
 * Watches files, also those that an editor replaces: what is watched is the folder of each, by the file's name.
 *
 * @param files Absolute paths.
 * @param changed Called after a change, and again when something has changed meanwhile; never twice at a time. It says
 *   whether what it read is valid: until then any file beside the watched ones counts, since one may be missing.
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
      // The listening socket keeps the process alive, or nothing does.
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
