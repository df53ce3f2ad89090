import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../support/command.js';
import { contents, copyProject, edit } from '../support/project.js';

/** Each way in which a project goes stale, and the files that must be named. */
const changes: Array<{ name: string; make: (project: string) => Promise<void>; names: string[] }> = [
  {
    name: 'a generated file that was edited by hand',
    make: (project) => appendFile(join(project, 'generated/schema.d.ts'), '// mine\n'),
    names: ['generated/schema.d.ts'],
  },
  {
    name: 'a generated file that is missing',
    make: (project) => rm(join(project, 'generated/operations.ts')),
    names: ['generated/operations.ts'],
  },
  {
    name: 'a description that was changed and not built',
    make: (project) => edit(join(project, 'openapi/components/parameters/ResetToken.yaml'), 'name: token', 'name: reset'),
    names: ['generated/openapi.yaml', 'generated/openapi.json', 'generated/schema.d.ts'],
  },
  {
    name: 'a version of the package that is not that of the description',
    make: (project) => edit(join(project, 'package.json'), '"version": "1.0.0"', '"version": "1.0.1"'),
    names: ['package.json'],
  },
];

describe.concurrent('npm run check', () => {
  it('accepts the project as it is', async () => {
    const { code, stderr } = await runProgram('src/build/main.ts', ['--check'], { cwd: await copyProject() });
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it.each(changes)('names $name, with exit code 1, and writes nothing', async ({ make, names }) => {
    const project = await copyProject();
    await make(project);
    const before = await contents(project);

    const { code, stderr } = await runProgram('src/build/main.ts', ['--check'], { cwd: project });

    const named = stderr.trimEnd().split('\n').map((line) => line.split(' ')[0]);
    expect(named).toEqual(expect.arrayContaining(names));
    expect(code).toBe(1);
    expect(await contents(project)).toEqual(before);
  });
});
