import { once } from 'node:events';
import { basename, dirname, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';
import { rebuild } from '../pipeline/build.js';
import type { BuildInput } from '../pipeline/input.js';
import { RedoclyProcess } from '../redocly/redocly-process.js';

/** A description that is being watched. */
export interface Watching {
  /** Stops watching, when the build that runs has ended. */
  close(): Promise<void>;
}

/**
 * How long nothing may have changed before a build begins, in milliseconds. Who saves in several steps is done by then;
 * and chokidar tells only one change of a file within 50, so what is read must be older than that.
 */
const pause = 60;

/**
 * Builds at once, so that all that a build needs is loaded, and again after each change below the folder of a
 * description. What changes during a build is built after it; several such changes are built once. Each build is told
 * in one line. An invalid state is told in one sentence, and nothing else changes.
 *
 * @param input What to build.
 * @param rebuilt Called after each build that has changed something.
 * @returns When no change is missed any more.
 * @throws Error when the folder cannot be watched.
 */
export async function watchDescription(input: BuildInput, rebuilt: () => Promise<void>): Promise<Watching> {
  const folder = dirname(input.description);
  const changed = new Set<string>();
  let firstChange = 0;
  let lastChange = 0;
  let closed = false;
  let running: Promise<void> | undefined;

  const watcher = watch(folder, { ignoreInitial: true, atomic: true, ignored: (path) => basename(path) === 'README.md' });
  await once(watcher, 'ready');
  const redocly = new RedoclyProcess();

  async function build(names: string[], since: number): Promise<void> {
    try {
      const outputs = await rebuild(input, redocly);
      if (outputs.length > 0) await rebuilt();
      if (names.length > 0 || outputs.length > 0) console.log(report(names, outputs, performance.now() - since));
    } catch (error) {
      // What was read while it was being saved is read again.
      await wait(2 * pause);
      if (changed.size > 0 || closed) return;
      console.error(`${(error as Error).message}\nThe last good state stays in place.`);
    }
  }

  async function buildWhileChanged(): Promise<void> {
    while (changed.size > 0 && !closed) {
      for (let quiet = 0; quiet < pause; quiet = performance.now() - lastChange) await wait(pause - quiet);
      const names = [...changed].map((path) => relative(input.root, path));
      changed.clear();
      await build(names, firstChange);
    }
    running = undefined;
  }

  watcher
    .on('all', (_, path) => {
      lastChange = performance.now();
      if (changed.size === 0) firstChange = lastChange;
      changed.add(path);
      running ??= buildWhileChanged();
    })
    .on('error', (error) => console.error(`${relative(input.root, folder)} is not fully watched: ${(error as Error).message}`));
  running = build([], performance.now()).then(() => {
    console.log(`Watching ${relative(input.root, folder)}/ for changes.`);
    return buildWhileChanged();
  });

  return {
    close: async (): Promise<void> => {
      closed = true;
      await watcher.close();
      await running;
      redocly.close();
    },
  };
}

/** Says in a line what has changed, what was built of it, and how long it took. */
function report([first, ...others]: string[], outputs: string[], milliseconds: number): string {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const named = outputs.filter((path) => !path.startsWith('dist/'));
  const built = [...named, ...(named.length < outputs.length ? ['dist/'] : [])].join(', ');
  const what = built ? `rebuilt ${built}` : 'nothing to rebuild';
  return `${first ? `${first}${more}: ` : ''}${what} (${(milliseconds / 1000).toFixed(2)} s)`;
}
