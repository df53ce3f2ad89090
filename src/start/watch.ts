import { dirname } from 'node:path';
import { relativePath } from '../command/files/relative-path.js';
import { rebuild } from '../build/build.js';
import type { BuildInput } from '../build/input.js';
import { RedocFollower } from './redoc-follower.js';
import { watchFolder } from './watch-folder.js';
import { systemError } from '../command/system-error.js';

/** A description that is being watched. */
export interface Watching {
  /** Stops watching. Resolves when the current build has ended. */
  close(): Promise<void>;
}

/**
 * Builds at once, which also loads all modules of the build, and again after each change below the folder of a
 * description. It prints one line for each build. When the description is invalid, it prints one sentence and changes
 * no file.
 *
 * @param rebuilt Called after each build that changed an output.
 * @returns Resolves when the watch is complete; from then on it misses no change.
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
      // The build may have read a file while it was being saved. The next build reads it again.
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

/** Says in one line what changed, what was built, whether the description is valid again, and how long the build took. */
function report([first, ...others]: string[], outputs: string[], milliseconds: number, wasInvalid: boolean): string {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const named = outputs.filter((path) => !path.startsWith('dist/'));
  const built = [...named, ...(named.length < outputs.length ? ['dist/'] : [])].join(', ');
  const what = built ? `rebuilt ${built}` : 'nothing to rebuild';
  return `${first ? `${first}${more}: ` : ''}${what}${wasInvalid ? ', valid again' : ''} (${(milliseconds / 1000).toFixed(2)} s)`;
}
