import { readPackage } from '../command/files/manifest.js';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isScalar, parseDocument } from 'yaml';
import { InputError } from '../command/input-error.js';
import { runCommand } from '../command/run-command.js';
import { build, checkVersions } from './build.js';
import { ownInput } from './input.js';

// The script "version" of package.json. npm runs it after it has raised the version there, and then commits the result.
await runCommand(async () => {
  const input = ownInput(process.cwd());
  const version = String(readPackage(input.root).version);
  await replaceText(input.description, (text) => withVersion(text, version));
  await replaceText(join(input.root, 'CHANGELOG.md'), (text) => withHeading(text, version));
  const description = await build(input);
  const problems = await checkVersions(input.root, description);
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  await copyFile(join(input.root, 'generated/openapi.yaml'), join(input.root, 'generated/released.yaml'));
});

async function replaceText(path: string, replace: (text: string) => string): Promise<void> {
  await writeFile(path, replace(await readFile(path, 'utf8')));
}

/** Sets `info.version` of a description; everything else stays as it was written. */
function withVersion(description: string, version: string): string {
  const node = parseDocument(description).getIn(['info', 'version'], true);
  if (!isScalar(node) || !node.range) throw new InputError('The description has no info.version: add it.');
  const [start, end] = node.range;
  return `${description.slice(0, start)}${version}${description.slice(end)}`;
}

/** Moves the unreleased changes of a changelog below a heading with the version and today's date. */
function withHeading(changelog: string, version: string): string {
  if (changelog.includes(`\n## [${version}]`)) return changelog;
  const today = new Date().toISOString().slice(0, 10);
  const [, changes = ''] = /\n## \[Unreleased\]\n([^]*?)(?=\n## |$)/.exec(changelog) ?? [];
  if (changes.trim() === '') throw new InputError('CHANGELOG.md has nothing under "Unreleased": list what changed there first.');
  return changelog.replace('\n## [Unreleased]\n', `\n## [Unreleased]\n\n## [${version}] - ${today}\n`);
}
