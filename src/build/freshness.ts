import { existsSync } from 'node:fs';
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { outputDirectory } from './outputs.js';

/** What a build reads, relative to the project. */
const inputs = ['openapi', 'src', 'redocly.yaml', 'package.json'];

/** What a build writes last, and what it writes beside: all of them are there after a build that succeeded. */
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

/**
 * Whether everything that the build makes is there, however old.
 *
 * @param root The project's directory.
 */
export function isBuilt(root: string): boolean {
  return results.every((path) => existsSync(join(root, path)));
}

/**
 * Whether something that the build makes is missing, or was made from something older than what is there now.
 *
 * @param root The project's directory.
 */
export async function needsBuild(root: string): Promise<boolean> {
  if (!isBuilt(root)) return true;
  const read = await Promise.all(inputs.map((path) => newest(join(root, path))));
  return (await modified(join(root, outputDirectory))) < Math.max(...read);
}

/**
 * Notes that everything is built: in the time of the directory of outputs, since a file that a build leaves as it is keeps
 * its own.
 *
 * @param root The project's directory.
 * @param since When the sources were read. Default: now.
 */
export async function markBuilt(root: string, since: Date = new Date()): Promise<void> {
  // The time is set in seconds as a float, which can be stored as slightly less than a whole millisecond.
  const seconds = (since.getTime() + 0.5) / 1000;
  await utimes(join(root, outputDirectory), seconds, seconds);
}

async function newest(path: string): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  // The build itself writes the tables of the READMEs.
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name));
  return Math.max(...(await Promise.all([path, ...files].map(modified))));
}

async function modified(path: string): Promise<number> {
  return stat(path).then(
    // Times are set in whole milliseconds.
    ({ mtimeMs }) => Math.floor(mtimeMs),
    () => 0,
  );
}
