import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectDirectory } from './project-directory.js';

/** What the pages and the samples say of this package. */
export interface Manifest {
  /** What the client is imported from. */
  name: string;
  /** Its commands. */
  bin?: Record<string, string>;
}

/** What the package.json of this project says besides. */
export interface OwnManifest extends Manifest {
  version: string;
  peerDependencies: Record<string, string>;
}

/** Reads the package.json of this project. */
export function readManifest(): OwnManifest {
  return JSON.parse(readFileSync(join(projectDirectory(), 'package.json'), 'utf8')) as OwnManifest;
}

/**
 * Reads the package.json of the project that a file belongs to: the nearest at or above its directory.
 *
 * @returns `undefined` where there is none, or none that has a name.
 */
export function manifestOf(file: string): Manifest | undefined {
  let directory = dirname(resolve(file));
  while (!existsSync(join(directory, 'package.json'))) {
    if (dirname(directory) === directory) return undefined;
    directory = dirname(directory);
  }
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Partial<Manifest>;
  return manifest.name === undefined ? undefined : { name: manifest.name, ...(manifest.bin && { bin: manifest.bin }) };
}
