import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/command.js';
import { cacheOf, installIntoCache } from '../support/install-into-cache.js';

// Type-checks everything that "npm test" type-checks, with the newest compiler instead of the project's own.

await installIntoCache('compilers');
const TEST_COMPILER = join(cacheOf('compilers'), 'node_modules/typescript/bin/tsc');
const tests = [
  'test/package/',
  'test/readme/typescript',
  'test/any-description/consumer',
  'test/any-description/values',
  'test/client/body-types',
  'test/build/generate/schema-types',
  'test/build/samples/typescript-samples',
];
const commands = [[TEST_COMPILER], [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...tests]];
for (const args of commands) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, TEST_COMPILER } });
  if (status !== 0) process.exitCode = 1;
}
