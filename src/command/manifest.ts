import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from './project-directory.js';

/** What the pages and the samples say of this package. */
export interface Manifest {
  /** What the client is imported from. */
  name: string;
  version: string;
  /** Its commands. */
  bin?: Record<string, string>;
}

/** Reads the package.json of this project. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(projectDirectory(), 'package.json'), 'utf8')) as Manifest;
}
