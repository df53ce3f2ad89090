import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Loads the files of the folder before a test does. Otherwise, code that runs while a module loads would count as covered by
// the test that loads it first, and by no other.

async function load(): Promise<void> {
  const folder = resolve('src', process.env.MUTANTS_ROOM ?? '');
  const entries = await readdir(folder, { recursive: true });
  // Programs are left out: they run when they are loaded.
  const modules = entries.filter((entry) => entry.endsWith('.ts') && !entry.endsWith('command.ts'));
  for (const entry of modules) await import(/* @vite-ignore */ pathToFileURL(join(folder, entry)).href);
}

/** Rejects if a file cannot be loaded. Stryker overlooks that, since it counts failed tests, so `loads.ts` is a test for it. */
export const loaded: Promise<void> = load();
await loaded.catch(() => undefined);
