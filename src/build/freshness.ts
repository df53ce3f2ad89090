import { existsSync } from 'node:fs';
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { outputDirectory } from './outputs.js';

/** The files and folders that a build reads, relative to the project. */
const inputs = ['openapi', 'src', 'redocly.yaml', 'package.json'];

/** Files that exist after each successful build, relative to the project. */
const results = [
  `${outputDirectory}/docs/index.html`,
  `${outputDirectory}/docs/redoc.html`,
  'generated/openapi.yaml',
  'generated/openapi.json',
  'generated/schema.d.ts',
  'generated/operations.ts',
  'generated/each-operation.ts',
  'generated/methods.d.ts',
];

/** Whether all outputs of the build exist in the directory of the project, however old they are. */
export function isBuilt(root: string): boolean {
  return results.every((path) => existsSync(join(root, path)));
}

/** Whether an output of the build is missing in the directory of the project, or an input has changed since the last build. */
export async function needsBuild(root: string): Promise<boolean> {
  if (!isBuilt(root)) return true;
  const read = await Promise.all(inputs.map((path) => newest(join(root, path))));
  return (await modified(join(root, outputDirectory))) < Math.max(...read);
}

/**
 * Records the time of a build as the modification time of the output directory. The files cannot tell it, since a build does
 * not touch a file that stays the same.
 *
 * @param root The project's directory.
 * @param since When the sources were read. Default: now.
 */
export async function markBuilt(root: string, since: Date = new Date()): Promise<void> {
  // utimes takes seconds as a floating-point number, which can be stored as slightly less than a whole millisecond.
  const seconds = (since.getTime() + 0.5) / 1000;
  await utimes(join(root, outputDirectory), seconds, seconds);
}

async function newest(path: string): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  // READMEs do not count, because the build itself writes their tables.
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name));
  return Math.max(...(await Promise.all([path, ...files].map(modified))));
}

async function modified(path: string): Promise<number> {
  return stat(path).then(
    // markBuilt sets times in whole milliseconds.
    ({ mtimeMs }) => Math.floor(mtimeMs),
    () => 0,
  );
}
