import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './command.js';

/** Where the packages of a folder below `test/` are installed that has a `package.json` of its own. */
export function cacheOf(name: string): string {
  return join(root, 'node_modules/.cache', name);
}

/**
 * Installs the packages of `test/NAME/package.json` into a cache of their own, so that `npm ci` needs not. What is
 * there already stays.
 *
 * @throws Error with what npm said, when it fails.
 */
export async function installIntoCache(name: string): Promise<void> {
  const cache = cacheOf(name);
  const manifest = join(root, 'test', name, 'package.json');
  const installed = join(cache, 'node_modules/installed.json');
  const [wanted, there] = await Promise.all([readFile(manifest, 'utf8'), readFile(installed, 'utf8').catch(() => '')]);
  if (wanted === there) return;
  await mkdir(cache, { recursive: true });
  await cp(manifest, join(cache, 'package.json'));
  // The binaries of some come with scripts that npm runs when it builds a package again.
  for (const args of [['install', '--no-audit', '--no-fund', '--prefer-offline'], ['rebuild']]) {
    const { code, stderr } = await run('npm', args, { cwd: cache });
    if (code !== 0) throw new Error(`npm ${args[0] ?? ''} failed in ${cache}:\n${stderr}`);
  }
  await cp(manifest, installed);
}
