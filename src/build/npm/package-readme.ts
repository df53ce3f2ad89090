import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { projectDirectory } from '../../command/files/project-directory.js';
import { runCommand } from '../../command/run-command.js';

/** The source of the package's README, relative to the project. */
const source = 'src/build/npm/README.md';

/** Where the repository's README is kept while npm packs: npm takes only the file `README.md`. */
const aside = 'dist/README.md';

/** The README of the package, with links relative to the package's folder. */
export function packageReadme(text: string): string {
  return text.replaceAll(/\]\((\.\.\/[^)#]*)/g, (_, link: string) => `](${posix.normalize(posix.join(dirname(source), link))}`);
}

/** Replaces the README of the repository by the README of the package. */
export async function putPackageReadme(root: string): Promise<void> {
  await copyFile(join(root, 'README.md'), join(root, aside));
  await writeFile(join(root, 'README.md'), packageReadme(await readFile(join(root, source), 'utf8')));
}

/** Puts the README of the repository back. */
export async function putBackReadme(root: string): Promise<void> {
  await rename(join(root, aside), join(root, 'README.md'));
}

// The scripts "prepack" and "postpack" of package.json.
const [, , argument] = process.argv;
if (argument === '--put' || argument === '--back') {
  await runCommand(() => (argument === '--put' ? putPackageReadme : putBackReadme)(projectDirectory()));
}
