import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../src/command/run-command.js';
import { addOperation } from './add-operation.js';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

// Adds an operation to a copy of the project, as described in CONTRIBUTING, and runs all tests there except those of our own
// facts.
await runCommand(async () => {
  const project = await mkdtemp(join(tmpdir(), 'password-reset-operation-'));
  try {
    await addOperation(project);
    // Some tests get the files of the project from git.
    for (const command of ['git init --quiet', 'npm run build', 'npm run check', 'npx vitest run --exclude "test/own/**"']) {
      const child = spawn(command, { cwd: project, shell: true, stdio: 'inherit' });
      const [code] = (await once(child, 'close')) as [number | null];
      if (code !== 0) throw new Error(`With another operation, "${command}" fails: make the tests above derive what they need.`);
    }
  } finally {
    await rm(project, { recursive: true, force: true });
  }
});
