import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/build/build.js';
import { ownInput } from '../../src/build/input.js';
import { root, runProgram } from '../support/command.js';
import { contents, copyInto, copyProject, edit } from '../support/project.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };

/** Ways in which a project becomes stale, with the sentences that must report them. Each check takes a whole build. */
const changes: Array<{ name: string; make: (project: string) => Promise<void>; names: string[] }> = [
  {
    name: 'files that were edited, are missing, or are not of the build, an interrupted build, and another version',
    make: async (project) => {
      await appendFile(join(project, 'generated/schema.d.ts'), '// mine\n');
      await rm(join(project, 'generated/operations.ts'));
      await appendFile(join(project, 'dist/docs/index.html'), '<p>mine</p>');
      await writeFile(join(project, 'dist/docs/mine.html'), 'mine');
      // Files of different states, which a build that was killed leaves. No process has this ID: it is above the maximum of
      // Linux.
      await writeFile(join(project, 'generated/schema.d.ts.4194305.tmp'), '');
      // A version of the package that is not that of the description.
      await edit(join(project, 'package.json'), `"version": "${version}"`, '"version": "99.0.1"');
    },
    names: [
      'A build was interrupted, so the generated files are of different states; run "npm run build".\n',
      '4 files are out of date; run "npm run build":\n',
      '\n  generated/schema.d.ts',
      '\n  generated/operations.ts',
      '\n  dist/docs/index.html',
      '\n  dist/docs/mine.html',
      `\npackage.json has version 99.0.1 and the description ${version}`,
    ],
  },
  {
    name: 'a description that was changed and not built, by more than its version says',
    make: async (project) => {
      await cp(join(project, 'generated/openapi.yaml'), join(project, 'generated/released.yaml'));
      await edit(join(project, 'openapi/paths/complete-password.yaml'), 'name: token', 'name: reset');
    },
    names: [
      'generated/openapi.yaml',
      'generated/openapi.json',
      'generated/schema.d.ts',
      `The description changed since the last release, but info.version is ${version}. These changes require at least `,
    ],
  },
];

describe('npm run check', () => {
  it('accepts what npm run build made, whatever the path, the time zone and the locale', async (context) => {
    const project = join(await temporaryDirectory(context), 'a folder with a space');
    await copyInto(project);
    await cp(join(root, 'dist'), join(project, 'dist'), { recursive: true });
    const { code, stderr } = await runProgram('src/build/run.js', ['--check'], {
      cwd: project,
      env: { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('accepts a clone in which nothing was built yet', async (context) => {
    await check(ownInput(await copyProject(context)));
  });

  it.for(changes)('names $name, and writes nothing', async ({ make, names }, context) => {
    const project = await copyProject(context);
    await cp(join(root, 'dist'), join(project, 'dist'), { recursive: true });
    await make(project);
    const before = await contents(project);

    const failure = (await check(ownInput(project)).catch((error: unknown) => error)) as Error;

    for (const name of names) expect(failure.message).toContain(name);
    expect(await contents(project)).toEqual(before);
  });
});
