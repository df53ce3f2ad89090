import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/command.js';
import { cacheOf, installIntoCache } from '../support/install-into-cache.js';

// Checks the format of the files, unused code and the imports between folders. The arguments name the tools. Each prints its
// findings.

await installIntoCache('lint');
const argumentsOf: Record<string, string[]> = { prettier: ['--check', '.'], knip: [], depcruise: ['src', 'generated'] };
for (const tool of process.argv.slice(2)) {
  const args = argumentsOf[tool] ?? [];
  const { status } = spawnSync(join(cacheOf('lint'), 'node_modules/.bin', tool), args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
