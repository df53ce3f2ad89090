import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The directory of this project, or of the installed package, as an absolute path: the nearest one above this file with a
 * `package.json`. This works for the source file and for the compiled file.
 */
export function projectDirectory(): string {
  return packageDirectory(dirname(fileURLToPath(import.meta.url))) ?? process.cwd();
}

/** The nearest directory with a `package.json`: the given one, or one above it. `undefined` when there is none. */
export function packageDirectory(directory: string): string | undefined {
  if (existsSync(join(directory, 'package.json'))) return directory;
  return dirname(directory) === directory ? undefined : packageDirectory(dirname(directory));
}
