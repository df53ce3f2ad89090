import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { root, runProgram } from '../support/command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

it('sources that cannot be bundled are reported without a stack trace', async (context) => {
  const project = await temporaryDirectory(context);
  await mkdir(join(project, 'src/build'), { recursive: true });
  await cp(join(root, 'src/build/run.js'), join(project, 'src/build/run.js'));
  await writeFile(join(project, 'src/build/main.ts'), 'const = 1;\n');
  await writeFile(join(project, 'package.json'), '{ "type": "module" }\n');
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'));
  const { code, stderr } = await runProgram(relative(root, join(project, 'src/build/run.js')));
  expect(code).toBe(1);
  expect(stderr).toContain('Expected identifier but found "="');
  expect(stderr).not.toMatch(/^ +at /m);
});
