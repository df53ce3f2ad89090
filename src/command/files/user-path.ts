import { resolve } from 'node:path';
import { projectDirectory } from './project-directory.js';

/**
 * Reads a path as who gave it means it: relative to where they stand. The scripts of this project run in its folder,
 * wherever npm was called, and npm says where that was.
 *
 * @param path A path or a URL; a URL stays as it is.
 */
export function userPath(path: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { INIT_CWD: calledIn } = environment;
  const isOwnScript = calledIn !== undefined && process.cwd() === projectDirectory() && calledIn !== process.cwd();
  return isOwnScript && !/^[a-z][a-z\d+.-]+:/i.test(path) ? resolve(calledIn, path) : path;
}
