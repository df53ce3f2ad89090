import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../command/input-error.js';
import { isRunning } from '../command/is-running.js';
import { relativePath } from '../command/files/relative-path.js';

/** The files that a build makes: path relative to the project, with slashes, to content. */
export type Outputs = Map<string, string | Uint8Array>;

/**
 * Puts files in place. All of them are first written beside their places under
 * temporary names, and renamed when the last one is written: a full disk or an
 * interrupt while writing leaves the previous files whole.
 *
 * @param root The project's directory.
 * @param outputs What to write.
 * @param owned A directory, relative to the project, that holds outputs only: what is no output is removed. Default: none.
 * @throws InputError that names the first file that cannot be written, and says why.
 */
export async function writeOutputs(root: string, outputs: Outputs, owned?: string): Promise<void> {
  const written: Array<{ temporary: string; path: string }> = [];
  try {
    // One after the other: side by side, the bytes of all texts are in memory at once.
    for (const [path, content] of outputs) {
      const target = join(root, path);
      const temporary = `${target}.${process.pid}.tmp`;
      try {
        await mkdir(dirname(target), { recursive: true });
        written.push({ temporary, path: target });
        await writeFile(temporary, content, { mode: isCommand(content) ? 0o777 : 0o666 });
      } catch (error) {
        throw notWritten(path, error as NodeJS.ErrnoException);
      }
    }
    await allSettled(written, ({ temporary, path }) => rename(temporary, path));
  } finally {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
  }
  const stray = owned === undefined ? [] : await strayFiles(root, outputs, owned);
  await allSettled([...stray, ...(await leftovers(root, outputs))], (path) => rm(join(root, path), { force: true }));
}

/** A command of the package is called by its name, also where npm has not installed it. */
function isCommand(content: string | Uint8Array): boolean {
  return Buffer.from(content.slice(0, 2)).equals(Buffer.from('#!'));
}

/** What keeps a file from being written, by the code of the system, and what to do. */
const obstacles: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space',
  EDQUOT: 'the disk quota is used up: free some space',
  EFBIG: 'it is larger than the system allows: raise the limit for files',
  EROFS: 'the disk is read-only: choose another directory',
  EACCES: 'you may not write there: change the permissions',
  EPERM: 'you may not write there: change the permissions',
  EEXIST: 'a file has the name of its directory: move that file',
  ENOTDIR: 'a file has the name of its directory: move that file',
};

/** The error for a file that cannot be written, before any is in its place. */
export function notWritten(path: string, error: NodeJS.ErrnoException): Error {
  const obstacle = obstacles[error.code ?? ''];
  if (obstacle === undefined) return error;
  return new InputError(`${path} cannot be written because ${obstacle}, then build again; all files are as before.`);
}

/** Names the temporary files that a build which was killed has left beside the outputs. */
export async function leftovers(root: string, outputs: Outputs): Promise<string[]> {
  const folders = [...new Set([...outputs.keys()].map((path) => dirname(path)))];
  const names = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(root, folder)).catch((): string[] => []);
      return entries.map((name) => (folder === '.' ? name : `${folder}/${name}`));
    }),
  );
  return names.flat().filter((path) => {
    const [, target] = /^(.+)\.\d+\.tmp$/.exec(path) ?? [];
    return target !== undefined && outputs.has(target) && !isBeingWritten(path);
  });
}

/** Names the outputs that are missing on disk or differ from what is there. */
export async function staleOutputs(root: string, outputs: Outputs): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, content] of outputs) {
    const present = await readFile(join(root, path)).catch(() => undefined);
    if (!present || !Buffer.from(content).equals(present)) stale.push(path);
  }
  return stale;
}

/** Names the files in a directory of outputs that are none, and that no other build is writing. */
export async function strayFiles(root: string, outputs: Outputs, owned: string): Promise<string[]> {
  const names = await filesBelow(join(root, owned)).catch(() => []);
  return names.map((name) => `${owned}/${name}`).filter((path) => !outputs.has(path) && !isBeingWritten(path));
}

/** Whether a path is a temporary name of a process that still runs; what an ended one has left is of no use. */
function isBeingWritten(path: string): boolean {
  const [, owner] = /\.(\d+)\.tmp$/.exec(path) ?? [];
  return owner !== undefined && isRunning(Number(owner));
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relativePath(directory, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Works on all items side by side, and fails only when no work is under way any more: nothing is written after a failure.
 *
 * @throws What the first of the items that failed has thrown.
 */
async function allSettled<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const endings = await Promise.allSettled(items.map(work));
  const failed = endings.find((ending) => ending.status === 'rejected');
  if (failed) throw failed.reason as Error;
}
