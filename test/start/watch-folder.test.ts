import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, type TestContext } from 'vitest';
import { watchFolder, type FolderWatch } from '../../src/start/watch-folder.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** The ways in which editors save a file. */
const waysToSave: Array<{ name: string; save: (path: string, text: string) => Promise<void> }> = [
  { name: 'writes it in place', save: (path, text) => writeFile(path, text) },
  {
    name: 'writes another file and renames it',
    save: async (path, text) => {
      await writeFile(`${path}.tmp`, text);
      await rename(`${path}.tmp`, path);
    },
  },
  {
    name: 'deletes it and creates it',
    save: async (path, text) => {
      await rm(path);
      await writeFile(path, text);
    },
  },
  {
    name: 'keeps a backup while it writes, as vim does',
    save: async (path, text) => {
      await rename(path, `${path}~`);
      await writeFile(path, text);
      await rm(`${path}~`);
    },
  },
];

/** A watched folder with one file, `token.yaml`, and the reported changes. */
class Watched {
  readonly reports: string[][] = [];
  #waiting: Array<() => void> = [];

  private constructor(readonly folder: string) {}

  static async start(context: Pick<TestContext, 'onTestFinished'>, working?: () => Promise<void>): Promise<Watched> {
    const watched = new Watched(await temporaryDirectory(context));
    await writeFile(watched.path('token.yaml'), 'saved 0 times');
    const watching: FolderWatch = await watchFolder(watched.folder, {
      changed: async (paths) => {
        watched.reports.push(paths.map((path) => basename(path)));
        for (const resolve of watched.#waiting.splice(0)) resolve();
        await working?.();
      },
      failed: (error) => {
        throw error;
      },
    });
    context.onTestFinished(() => watching.close());
    return watched;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Makes a change, and waits until a file is reported. */
  async reported(name: string, change: () => Promise<void>): Promise<void> {
    const before = this.reports.length;
    await change();
    while (!this.reports.slice(before).flat().includes(name)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

describe.concurrent('a watched folder', () => {
  it('is reported at once, with no path', async (context) => {
    expect((await Watched.start(context)).reports).toEqual([[]]);
  });

  it.for(waysToSave)('reports each of three saves of an editor that $name', async ({ save }, context) => {
    const watched = await Watched.start(context);
    for (const times of [1, 2, 3]) {
      await watched.reported('token.yaml', () => save(watched.path('token.yaml'), `saved ${times} times`));
      // Real saves are at least this far apart.
      await wait(200);
    }
  });

  it('reports a new file, and one that is removed', async (context) => {
    const watched = await Watched.start(context);
    await watched.reported('email.yaml', () => writeFile(watched.path('email.yaml'), 'new'));
    await watched.reported('email.yaml', () => rm(watched.path('email.yaml')));
  });

  it('reports 100 rapid saves together, and what is saved during a report after it, never two at a time', async (context) => {
    let atATime = 0;
    const most: number[] = [];
    const watched = await Watched.start(context, async () => {
      most.push((atATime += 1));
      await wait(100);
      atATime -= 1;
    });
    for (let times = 1; times <= 100; times += 1) await writeFile(watched.path('token.yaml'), `saved ${times} times`);
    await watched.reported('token.yaml', () => writeFile(watched.path('token.yaml'), 'saved at last'));
    expect(Math.max(...most)).toBe(1);
    expect(watched.reports.length).toBeLessThan(50);
  });

  it('does not report a README', async (context) => {
    const watched = await Watched.start(context);
    await writeFile(watched.path('README.md'), 'words');
    await watched.reported('token.yaml', () => writeFile(watched.path('token.yaml'), 'saved'));
    expect(watched.reports.flat()).not.toContain('README.md');
  });
});
