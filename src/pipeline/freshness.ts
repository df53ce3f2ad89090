import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a build reads, relative to the project. */
const inputs = ['openapi', 'src', 'redocly.yaml', 'package.json'];

/** What a build writes last, and what it writes beside: all of them are there after a build that succeeded. */
const results = [
  'dist/docs/index.html',
  'generated/openapi.yaml',
  'generated/openapi.json',
  'generated/schema.d.ts',
  'generated/operations.ts',
];

/**
 * Whether everything that the build makes is there, however old.
 *
 * @param root The project's directory.
 */
export async function isBuilt(root: string): Promise<boolean> {
  return (await oldestResult(root)) > 0;
}

/**
 * Whether something that the build makes is missing, or older than what it is made from.
 *
 * @param root The project's directory.
 */
export async function needsBuild(root: string): Promise<boolean> {
  const read = await Promise.all(inputs.map((path) => newest(join(root, path))));
  return (await oldestResult(root)) < Math.max(...read);
}

/** When the oldest of the results was made; 0 when one is missing. */
async function oldestResult(root: string): Promise<number> {
  return Math.min(...(await Promise.all(results.map((path) => modified(join(root, path))))));
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
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
