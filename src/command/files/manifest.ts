import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { objectOf, type Json } from '../../description/json-value.js';
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

/** Reads the package.json of a directory. Its fields are not validated. */
export function readPackage(directory: string): Json {
  return objectOf(JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')));
}

/** Reads the package.json of this project. */
export function readManifest(): OwnManifest {
  const { name, version, bin, peerDependencies } = readPackage(projectDirectory());
  return { name: String(name), version: String(version), bin: textsOf(bin), peerDependencies: textsOf(peerDependencies) };
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
  const { name, bin } = readPackage(directory);
  return typeof name !== 'string' ? undefined : { name, ...(bin !== undefined && { bin: textsOf(bin) }) };
}

function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(objectOf(value)).map(([key, text]) => [key, String(text)]));
}
