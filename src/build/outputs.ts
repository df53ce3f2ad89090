import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { InputError } from '../command/input-error.js';
import { isRunning } from '../command/is-running.js';
import { relativePath } from '../command/files/relative-path.js';
import { systemError } from '../command/system-error.js';

/** The files that a build makes. Each key is a path relative to the project, with slashes; each value is the content. */
export type Outputs = Map<string, string | Uint8Array>;

/** The directory in the project that contains only outputs of the build. */
export const outputDirectory = 'dist';

/**
 * Writes the outputs that differ from the files on disk. It first writes all of them under temporary names in the same
 * directories, and then renames them. So a full disk or an interrupt while writing leaves the previous files intact. It does
 * not touch a file that stays the same, so that programs that watch the file do not react.
 *
 * It writes synchronously, which is faster for hundreds of small files.
 *
 * @param root The project's directory.
 * @param outputs The files to write.
 * @param owned A directory, relative to the project, that contains only outputs. Other files in it are removed. Default: none.
 * @param kept Files in `owned` that are not removed. Default: none.
 * @returns The files that changed, in the order of `outputs`, followed by the files that were removed.
 * @throws InputError that names the first file that cannot be written, and says why.
 */
export function writeOutputs(root: string, outputs: Outputs, owned?: string, kept: string[] = []): string[] {
  const stale = staleOutputs(root, outputs);
  const directories = new Set<string>();
  const written: Array<{ temporary: string; target: string }> = [];
  try {
    for (const path of stale) {
      const content = outputs.get(path) ?? '';
      const target = join(root, path);
      const temporary = `${target}.${process.pid}.tmp`;
      try {
        const directory = dirname(target);
        if (!directories.has(directory)) mkdirSync(directory, { recursive: true });
        directories.add(directory);
        written.push({ temporary, target });
        writeFileSync(temporary, content, { mode: isCommand(content) ? 0o777 : 0o666 });
      } catch (error) {
        throw notWritten(path, systemError(error));
      }
    }
    for (const { temporary, target } of written) renameSync(temporary, target);
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw error;
  }
  const stray = owned === undefined ? [] : strayFiles(root, outputs, owned).filter((path) => !kept.includes(path));
  for (const path of [...stray, ...leftovers(root, outputs)]) rmSync(join(root, path), { force: true });
  return [...stale, ...stray];
}

/** Commands of the package need the executable bit, since they may also run without having been installed by npm. */
function isCommand(content: string | Uint8Array): boolean {
  return Buffer.from(content.slice(0, 2)).equals(Buffer.from('#!'));
}

/** For each error code of the system: why a file cannot be written, and what to do. */
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

/** The error for a file that cannot be written, when no output is in place yet. */
export function notWritten(path: string, error: NodeJS.ErrnoException): Error {
  const obstacle = obstacles[error.code ?? ''];
  if (obstacle === undefined) return error;
  return new InputError(`${path} cannot be written because ${obstacle}, then build again; all files are as before.`);
}

/** Names the temporary files that an earlier build left beside the outputs because it was killed. */
export function leftovers(root: string, outputs: Outputs): string[] {
  const folders = [...new Set([...outputs.keys()].map((path) => dirname(path)))];
  const paths = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => posix.join(folder, name)));
  return paths.filter((path) => {
    const [, target] = /^(.+)\.\d+\.tmp$/.exec(path) ?? [];
    return target !== undefined && outputs.has(target) && !isBeingWritten(path);
  });
}

/** Names the outputs that are missing on disk or differ from what is there. */
export function staleOutputs(root: string, outputs: Outputs): string[] {
  return [...outputs].filter(([path, content]) => !isCurrent(join(root, path), content)).map(([path]) => path);
}

function isCurrent(path: string, content: string | Uint8Array): boolean {
  try {
    return readFileSync(path).equals(typeof content === 'string' ? Buffer.from(content) : content);
  } catch {
    return false;
  }
}

/** Names the files in an output directory that are not outputs, except those that another build is writing. */
export function strayFiles(root: string, outputs: Outputs, owned: string): string[] {
  const directory = join(root, owned);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relativePath(root, join(entry.parentPath, entry.name)))
    .filter((path) => !outputs.has(path) && !isBeingWritten(path))
    .sort();
}

/** Whether a path is the temporary name of a process that is still running. A file of an ended process is of no use. */
function isBeingWritten(path: string): boolean {
  const [, owner] = /\.(\d+)\.tmp$/.exec(path) ?? [];
  return owner !== undefined && isRunning(Number(owner));
}
