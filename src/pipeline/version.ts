import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from '../description/types.js';

/**
 * Compares the version of the package with that of the description: a release
 * of one is a release of the other.
 *
 * @returns A sentence when they differ.
 */
export async function versionProblems(root: string, description: Description): Promise<string[]> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return version === description.info.version
    ? []
    : [`package.json says version ${version} and the description ${description.info.version}: give both the same.`];
}
