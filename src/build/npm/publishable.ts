import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../command/input-error.js';
import { projectDirectory } from '../../command/files/project-directory.js';
import { runCommand } from '../../command/run-command.js';

// The script "prepublishOnly" of package.json, which "npm publish --dry-run" runs, too.
await runCommand(async () => {
  const manifest = JSON.parse(await readFile(join(projectDirectory(), 'package.json'), 'utf8')) as { repository?: unknown };
  if (manifest.repository === undefined) {
    throw new InputError(
      'package.json has no "repository", which npm needs for provenance, and takes homepage and bugs from: run "npm pkg set repository=github:OWNER/NAME".',
    );
  }
});
