import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, run } from '../support/command.js';
import { readmeBlocks } from './blocks.js';

const blocks = (await readmeBlocks('ts')).map(({ heading, code }, index) => ({ heading, code, file: `block-${index}.test.ts` }));

let project: string;
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'password-reset-readme-'));
  await mkdir(join(project, 'node_modules/@projectthanos'), { recursive: true });
  await symlink(root, join(project, 'node_modules/@projectthanos/password-reset'));
  for (const name of ['vitest', '@types', 'openapi-fetch'])
    await symlink(join(root, 'node_modules', name), join(project, 'node_modules', name));
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
  for (const { file, code } of blocks) await writeFile(join(project, file), code);
});
afterAll(() => rm(project, { recursive: true, force: true }));

describe('README.md has TypeScript', () => {
  it.for(blocks)('under "$heading" that type-checks ($file)', ({ file }) => {
    const program = ts.createProgram([join(project, file)], {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      types: ['node'],
      typeRoots: [join(project, 'node_modules/@types')],
      skipLibCheck: true,
    });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(problems).toEqual([]);
  });

  it.for(blocks.filter(({ code }) => code.includes("from 'vitest'")))(
    'under "$heading" whose tests pass ($file)',
    async ({ file }) => {
      const { code, stdout } = await run(join(root, 'node_modules/.bin/vitest'), ['run', '--root', project, file]);
      expect(code, stdout).toBe(0);
    },
  );
});
