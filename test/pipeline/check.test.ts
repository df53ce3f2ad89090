import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, check } from '../../src/pipeline/build.js';
import { ownInput } from '../../src/pipeline/input.js';
import { runProgram } from '../support/command.js';
import { contents, copyProject, edit } from '../support/project.js';

/** Each way in which a project goes stale, and the files that must be named. */
const changes: Array<{ name: string; make: (project: string) => Promise<void>; names: string[] }> = [
  {
    name: 'a generated file that was edited by hand',
    make: (project) => appendFile(join(project, 'generated/schema.d.ts'), '// mine\n'),
    names: ['1 file is out of date; run "npm run build":\n  generated/schema.d.ts'],
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
    name: 'a description that changed since the last release by more than its version says',
    make: (project) => edit(join(project, 'openapi/components/responses/NotFound.yaml'), 'Usually the URL', 'The URL'),
    names: ['The description changed since the last release, but info.version is 1.0.0. These changes require at least 1.0.1;'],
  },
  {
    name: 'a version of the package that is not that of the description',
    make: (project) => edit(join(project, 'package.json'), '"version": "1.0.0"', '"version": "1.0.1"'),
    names: ['package.json has version 1.0.1 and the description 1.0.0'],
  },
];

describe('npm run check', () => {
  it('accepts the project as it is, with exit code 0', async (context) => {
    const { code, stderr } = await runProgram('src/pipeline/main.ts', ['--check'], { cwd: await copyProject(context) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it.for(changes)('names $name, and writes nothing', async ({ make, names }, context) => {
    const project = await copyProject(context);
    await make(project);
    const before = await contents(project);

    const failure = (await check(ownInput(project)).catch((error: unknown) => error)) as Error;

    for (const name of names) expect(failure.message).toContain(name);
    expect(await contents(project)).toEqual(before);
  });

  it('names a published file that was edited by hand', async (context) => {
    const project = await copyProject(context);
    await build(ownInput(project));
    await appendFile(join(project, 'dist/docs/index.html'), '<p>mine</p>');
    await writeFile(join(project, 'dist/docs/mine.html'), 'mine');
    await expect(check(ownInput(project))).rejects.toThrow(/dist\/docs\/index\.html[^]*dist\/docs\/mine\.html/);
  });
});
