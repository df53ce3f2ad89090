import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../command/is-running.js';

const prefix = 'password-reset-build-';

/**
 * Makes a temporary directory for the files of a command, and removes it after the work. It also removes the directories of
 * earlier processes that were killed.
 *
 * @param work The work. It gets the absolute path of the directory.
 */
export async function inTemporaryDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  await removeLeftovers();
  const directory = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function removeLeftovers(): Promise<void> {
  const names = await readdir(tmpdir());
  const left = names.filter((name) => {
    const [, owner] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    return owner !== undefined && !isRunning(Number(owner));
  });
  // Another build may remove the same directory at the same time.
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)));
}
