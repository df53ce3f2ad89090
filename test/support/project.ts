import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'vitest';
import { root, run } from './command.js';
import { temporaryDirectory } from './temporary-directory.js';

/** The files that a build reads and compares. A copy of them is a project that can be built. */
const parts = [
  'openapi',
  'generated',
  'README.md',
  'redocly.yaml',
  'package.json',
  'test/readers/results.json',
  'test/carriers/results.json',
];

/**
 * Copies the project, without its programs, into a temporary directory that is removed at the end of the test. It takes the
 * context, because concurrent tests have their own contexts.
 */
export async function copyProject(context: Pick<TestContext, 'onTestFinished'>): Promise<string> {
  const directory = await temporaryDirectory(context);
  await copyInto(directory);
  return directory;
}

/** Copies the project, without its programs, into a directory. */
export async function copyInto(directory: string): Promise<void> {
  await Promise.all(parts.map((part) => cp(join(root, part), join(directory, part), { recursive: true })));
}

/** Copies the files of the project that git does not ignore. node_modules is shared. */
export async function copyTracked(directory: string): Promise<void> {
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  const files = stdout.split('\0').filter((file) => file !== '');
  for (const folder of new Set(files.map((file) => dirname(file)))) await mkdir(join(directory, folder), { recursive: true });
  await Promise.all(files.map((file) => cp(join(root, file), join(directory, file)).catch(() => undefined)));
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'), 'junction');
}

/** Replaces a text in a file. Fails if the text is missing. */
export async function edit(path: string, from: string, to: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${path} does not contain "${from}": the test is out of date.`);
  await writeFile(path, before.replace(from, to));
}

/** Reads all files below a directory, to compare two states. */
export async function contents(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')));
  return new Map(files.map((file, index) => [file.slice(directory.length + 1), texts[index] ?? '']));
}
