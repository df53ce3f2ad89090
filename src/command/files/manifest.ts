import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { objectOf, type Json } from '../../description/json-value.js';
import { packageDirectory, projectDirectory } from './project-directory.js';

/** The fields of a `package.json` that the docs and the code samples use. */
export interface Manifest {
  /** The name that code imports the client from. */
  name: string;
  /** The commands of the package: name to script. */
  bin?: Record<string, string>;
}

/** The fields of this project's own `package.json`. */
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
 * Reads the package.json of the project that a file belongs to: the nearest one in its directory or above.
 *
 * @returns `undefined` when there is none, or when it has no name.
 */
export function manifestOf(file: string): Manifest | undefined {
  const directory = packageDirectory(dirname(resolve(file)));
  const { name, bin } = directory === undefined ? {} : readPackage(directory);
  return typeof name !== 'string' ? undefined : { name, ...(bin !== undefined && { bin: textsOf(bin) }) };
}

function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(objectOf(value)).map(([key, text]) => [key, String(text)]));
}
