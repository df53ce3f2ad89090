import { createRequire } from 'node:module';
import { InputError } from '../input-error.js';
import { readManifest } from './manifest.js';

const { resolve } = createRequire(import.meta.url);

/**
 * Checks that optional packages are installed. This package does not install them itself, because its client does not need
 * them. Call this before loading a module that imports them.
 *
 * @param user What needs the packages. The error message begins with it.
 * @param names The names of the packages.
 * @throws InputError when one is missing. The message has the command that installs it.
 */
export function demandPackages(user: string, names: readonly string[]): void {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const { peerDependencies } = readManifest();
  const wanted = missing.map((name) => `${name}@${peerDependencies[name] ?? 'latest'}`).join(' ');
  const what = missing.length === 1 ? 'a package that is' : 'packages that are';
  throw new InputError(`${user} needs ${what} not installed: run "npm install --save-dev ${wanted}".`);
}

function isInstalled(name: string): boolean {
  try {
    resolve(name);
    return true;
  } catch {
    return false;
  }
}
