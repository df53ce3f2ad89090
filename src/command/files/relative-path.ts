import path from 'node:path';

/**
 * Finds the path from a directory to a file. It has slashes on every system, because messages and the keys of outputs do.
 *
 * @param system The path functions of a system. Default: those of this machine.
 */
export function relativePath(directory: string, file: string, system: Pick<typeof path, 'relative' | 'sep'> = path): string {
  return system.relative(directory, file).replaceAll(system.sep, '/');
}
