import { createRequire } from 'node:module';
import { InputError } from '../input-error.js';
import { readManifest } from './manifest.js';

const { resolve } = createRequire(import.meta.url);

/**
 * Sees to it that packages are there which this one does not bring, since its client does without them. To be called before
 * a module that imports them is loaded.
 *
 * @param user What needs them, as the beginning of a sentence.
 * @throws InputError when one is missing, with the command that installs it.
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
