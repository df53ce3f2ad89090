import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redocly } from './run-redocly.js';
import type { Description } from '../../description/types.js';
import { toJson, toYaml } from './bundle.js';
import { inTemporaryDirectory } from './temporary-directory.js';
import { systemError } from '../../command/system-error.js';

/** The description of the last release. It is a file, since a shallow clone has no history. */
const released = 'generated/released.yaml';

/**
 * Asks `redocly diff` whether the version of a description is high enough for the changes since the last release
 * (https://semver.org).
 *
 * @param root The project's directory.
 * @param description The bundled description with code samples.
 * @returns One sentence when the version is too low or the descriptions cannot be compared, else an empty list.
 */
export async function releaseProblems(root: string, description: Description): Promise<string[]> {
  // An unchanged description needs no new version, and the command is slow.
  const before = await readFile(join(root, released), 'utf8').catch(() => '');
  if (before === toYaml(description)) return [];
  return inTemporaryDirectory(async (directory) => {
    const revision = join(directory, 'openapi.json');
    await writeFile(revision, toJson(description));
    try {
      await redocly(['diff', released, revision, '--check-version', '--fail-on=none'], root);
      return [];
    } catch (error) {
      return [sentence(systemError(error).message, description.info.version)];
    }
  });
}

/** Writes the sentence. The output of `redocly diff` has the required version in parentheses. */
function sentence(finding: string, version: string): string {
  const [, required] = /\((\d+\.\d+\.\d+)\)/.exec(finding) ?? [];
  return required
    ? `The description changed since the last release, but info.version is ${version}. These changes require at least ${required}; "npx redocly diff ${released} generated/openapi.yaml" lists them.`
    : `The description cannot be compared with ${released}: ${finding}`;
}
