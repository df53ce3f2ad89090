import { InputError } from '../../command/input-error.js';
import { readPackage } from '../../command/files/manifest.js';
import { projectDirectory } from '../../command/files/project-directory.js';
import { runCommand } from '../../command/run-command.js';

// The script "prepublishOnly" of package.json. "npm publish --dry-run" runs it, too.
await runCommand(() => {
  if (readPackage(projectDirectory()).repository === undefined) {
    throw new InputError(
      'package.json has no "repository", which npm needs for provenance, and takes homepage and bugs from: run "npm pkg set repository=github:OWNER/NAME".',
    );
  }
});
