import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './command.js';

/** The cache for the packages of a folder below `test/` that has its own `package.json`. */
export function cacheOf(name: string): string {
  return join(root, 'node_modules/.cache', name);
}

/**
 * Installs the packages of `test/NAME/package.json` into their own cache, so that `npm ci` does not install them. Does nothing
 * if they are installed already.
 *
 * @throws Error with the output of npm when it fails.
 */
export async function installIntoCache(name: string): Promise<void> {
  const cache = cacheOf(name);
  const manifest = join(root, 'test', name, 'package.json');
  const installed = join(cache, 'node_modules/installed.json');
  const [wanted, there] = await Promise.all([readFile(manifest, 'utf8'), readFile(installed, 'utf8').catch(() => '')]);
  if (wanted === there) return;
  await mkdir(cache, { recursive: true });
  await cp(manifest, join(cache, 'package.json'));
  // Some packages get their binaries from install scripts, which `npm rebuild` runs.
  for (const args of [['install', '--no-audit', '--no-fund', '--prefer-offline'], ['rebuild']]) {
    const { code, stderr } = await run('npm', args, { cwd: cache });
    if (code !== 0) throw new Error(`npm ${args[0] ?? ''} failed in ${cache}:\n${stderr}`);
  }
  await cp(manifest, installed);
}
