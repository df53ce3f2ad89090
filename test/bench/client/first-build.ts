import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transform } from 'oxc-transform';
import { readManifest } from '../../../src/command/files/manifest.js';
import type { Description } from '../../../src/description/types.js';
import { root, run } from '../../support/command.js';

/** The commit of the first build that the client was measured with. */
const commit = 'e67c8e4';

/** The value of a row that compares with the first build, if it is missing. */
export const noFirstBuild = 'not measured: the history of this clone does not have the first build';

/** The generators of that commit. */
interface Generators {
  renderTypes: (description: Description) => Promise<string>;
  renderOperations: (description: Description, clientModule: string) => string;
}

/**
 * Builds the package as it was at first, from the history of the repository.
 *
 * @param directory An empty directory for the package.
 * @returns The directory; `undefined` if the history does not have the commit. That of a shallow clone does not.
 */
export async function buildFirst(directory: string): Promise<string | undefined> {
  const archive = join(directory, 'first.tar');
  const { code } = await run('git', ['archive', '--output', archive, commit, 'src', 'generated', 'package.json'], { cwd: root });
  if (code !== 0) return undefined;
  await run('tar', ['-xf', archive, '-C', directory]);
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
  const files = await readdir(directory, { recursive: true });
  const modules = files.filter((path) => /^(generated|src\/(client|description|generate))\/.*\.ts$/.test(path));
  await Promise.all(modules.map((path) => compile(directory, path)));
  return directory;
}

async function compile(directory: string, path: string): Promise<void> {
  const text = await readFile(join(directory, path), 'utf8');
  const write = async (name: string, content: string): Promise<void> => {
    await mkdir(dirname(join(directory, 'dist', name)), { recursive: true });
    await writeFile(join(directory, 'dist', name), content);
  };
  if (path.endsWith('.d.ts')) return write(path, text);
  const { code, declaration = '' } = await transform(path, text, { target: 'es2022', typescript: { declaration: {} } });
  await write(path.replace(/ts$/, 'js'), code);
  await write(path.replace(/ts$/, 'd.ts'), declaration);
}

/** Writes the client files of a description with the generators of the first build. */
export async function firstClientFiles(directory: string, description: Description): Promise<Record<string, string>> {
  const { renderTypes } = (await import(join(directory, 'dist/src/generate/schema-file.js'))) as Generators;
  const { renderOperations } = (await import(join(directory, 'dist/src/generate/operations-file.js'))) as Generators;
  return {
    'schema.d.ts': await renderTypes(description),
    'operations.ts': renderOperations(description, readManifest().name),
  };
}
