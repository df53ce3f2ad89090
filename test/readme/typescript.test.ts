import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, run } from '../support/command.js';
import { typeProblems, type TypeProblem } from '../support/type-check.js';
import { readmeBlocks } from './blocks.js';

const blocks = (await readmeBlocks())
  .filter(({ language }) => language === 'ts')
  .map((block, index) => ({ ...block, file: `block-${index}.test.ts` }));

let project: string;
let problems: TypeProblem[];
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'password-reset-readme-'));
  await installPackage();
  for (const { file, code } of blocks) await writeFile(join(project, file), code);
  // All blocks are one program. Each block is a module.
  const files = blocks.map(({ file }) => file);
  problems = await typeProblems(project, files, { moduleDetection: 'force', types: ['node'], skipLibCheck: true });
});
afterAll(() => rm(project, { recursive: true, force: true }));

describe('a TypeScript block', () => {
  it.for(blocks)('of $readme under "$heading" type-checks ($file)', ({ file }) => {
    expect(problems.filter((problem) => problem.file === file)).toEqual([]);
  });
});

it('each TypeScript block with tests in it passes them', async () => {
  const files = blocks.filter(({ code }) => code.includes("from 'vitest'")).map(({ file }) => file);
  expect(files).not.toEqual([]);
  const { code, stdout } = await run(join(root, 'node_modules/.bin/vitest'), [
    'run',
    '--root',
    project,
    '--testTimeout=60000',
    '--hookTimeout=60000',
    // Loads Prism once, not for each file.
    '--pool=threads',
    '--no-isolate',
    '--maxWorkers=1',
    ...files,
  ]);
  expect(code, stdout).toBe(0);
});

/** Creates a project with this package and the other packages that the blocks use. */
async function installPackage(): Promise<void> {
  const installed = join(root, 'node_modules');
  const names = (await readdir(installed)).filter((name) => !name.startsWith('.') && name !== '@projectthanos');
  await mkdir(join(project, 'node_modules/@projectthanos'), { recursive: true });
  await symlink(root, join(project, 'node_modules/@projectthanos/password-reset'), 'junction');
  for (const name of names) await symlink(join(installed, name), join(project, 'node_modules', name), 'junction');
  // It exports the same as playwright-core, and also contains the test runner.
  await symlink(join(installed, 'playwright-core'), join(project, 'node_modules/playwright'), 'junction');
}
