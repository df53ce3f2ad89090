import path from 'node:path';

/**
 * Finds the path from a directory to a file, with slashes on every system: as the keys of outputs and messages have it.
 *
 * @param directory The directory, absolute.
 * @param file The file, absolute.
 * @param system How the system writes paths. Default: that of this machine.
 */
export function relativePath(directory: string, file: string, system: Pick<typeof path, 'relative' | 'sep'> = path): string {
  return system.relative(directory, file).replaceAll(system.sep, '/');
}
