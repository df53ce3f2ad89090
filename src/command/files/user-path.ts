import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectDirectory } from './project-directory.js';

/**
 * Resolves a path from the user against the user's current folder. npm runs the scripts of this project in the project's
 * folder. The variable `INIT_CWD` has the folder in which the user called npm.
 *
 * @param path A path or a URL. The URL of a file becomes its path; any other URL stays unchanged.
 */
export function userPath(path: string, environment: NodeJS.ProcessEnv = process.env): string {
  if (/^file:\/\//i.test(path)) return fileURLToPath(path);
  const { INIT_CWD: calledIn } = environment;
  const isOwnScript = calledIn !== undefined && process.cwd() === projectDirectory() && calledIn !== process.cwd();
  return isOwnScript && !/^[a-z][a-z\d+.-]+:/i.test(path) ? resolve(calledIn, path) : path;
}
