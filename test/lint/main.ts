import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/command.js';
import { cacheOf, installIntoCache } from '../support/install-into-cache.js';

// Looks at the layout of the files, at what nothing uses, and at who imports whom. The arguments are the commands, a tool and what it
// takes each; each prints what it finds.

await installIntoCache('lint');
for (const command of process.argv.slice(2)) {
  const [tool = '', ...args] = command.split(' ');
  const { status } = spawnSync(join(cacheOf('lint'), 'node_modules/.bin', tool), args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
