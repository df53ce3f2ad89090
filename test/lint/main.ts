import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/command.js';
import { cacheOf, installIntoCache } from '../support/install-into-cache.js';

// Looks at the layout of the files, at what nothing uses, and at who imports whom. Each tool prints what it finds.

await installIntoCache('lint');
const tools: Array<[name: string, ...args: string[]]> = [
  ['prettier', '--check', '.'],
  ['knip'],
  ['depcruise', 'src', 'generated'],
];
for (const [name, ...args] of tools) {
  const { status } = spawnSync(join(cacheOf('lint'), 'node_modules/.bin', name), args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
