import { dirname } from 'node:path';
import { relativePath } from '../command/files/relative-path.js';
import { rebuild } from '../build/build.js';
import type { BuildInput } from '../build/input.js';
import { RedocFollower } from './redoc-follower.js';
import { watchFolder } from './watch-folder.js';
import { systemError } from '../command/system-error.js';

/** A description that is being watched. */
export interface Watching {
  /** Stops watching, when the build that runs has ended. */
  close(): Promise<void>;
}

/**
 * Builds at once, so that all that a build needs is loaded, and again after each change below the folder of a
 * description. It prints one line for each build. For an invalid state it prints one sentence, and nothing else changes.
 *
 * @param input What to build.
 * @param rebuilt Called after each build that has changed something.
 * @returns When no change is missed any more.
 * @throws Error when the folder cannot be watched.
 */
export async function watchDescription(input: BuildInput, rebuilt: () => Promise<void>): Promise<Watching> {
  const folder = dirname(input.description);
  const folderName = relativePath(input.root, folder);
  const redoc = new RedocFollower();
  let wasInvalid = false;

  async function build(paths: string[], since: number): Promise<void> {
    const isFirst = paths.length === 0;
    try {
      await redoc.stop();
      const { changed: outputs, makeRedocPage } = await rebuild(input);
      if (outputs.length > 0) await rebuilt();
      redoc.start(makeRedocPage);
      const names = paths.map((path) => relativePath(input.root, path));
      if (!isFirst || outputs.length > 0) console.log(report(names, outputs, performance.now() - since, wasInvalid));
      wasInvalid = false;
    } catch (error) {
      // What was read while it was being saved is read again.
      const isBeingSaved = !isFirst && (await watching.changesAgain());
      if (isBeingSaved) return;
      wasInvalid = true;
      console.error(`${systemError(error).message}\nStill serving the last successful build.`);
    }
    if (isFirst) console.log(`Watching ${folderName}/ for changes.`);
  }

  const watching = await watchFolder(folder, {
    changed: build,
    failed: (error) => console.error(`${folderName} is not fully watched: ${error.message}`),
  });
  return {
    close: async (): Promise<void> => {
      await watching.close();
      await redoc.stop();
    },
  };
}

/** Says in a line what has changed, whether that is valid again, what was built of it, and how long it took. */
function report([first, ...others]: string[], outputs: string[], milliseconds: number, wasInvalid: boolean): string {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const named = outputs.filter((path) => !path.startsWith('dist/'));
  const built = [...named, ...(named.length < outputs.length ? ['dist/'] : [])].join(', ');
  const what = built ? `rebuilt ${built}` : 'nothing to rebuild';
  return `${first ? `${first}${more}: ` : ''}${what}${wasInvalid ? ', valid again' : ''} (${(milliseconds / 1000).toFixed(2)} s)`;
}
