import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../support/command.js';
import { contents, copyProject } from '../support/project.js';

it('two builds are byte-identical, whatever the path, the time zone and the locale', async (context) => {
  const [here, there] = [await copyProject(context), join(await copyProject(context), 'a folder with a space')];
  await cp(here, there, { recursive: true });
  const endings = [
    await runProgram('src/pipeline/main.ts', [], { cwd: here, env: { TZ: 'UTC', LC_ALL: 'C' } }),
    await runProgram('src/pipeline/main.ts', [], {
      cwd: there,
      env: { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    }),
  ];
  expect(endings.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
    { code: 0, stderr: '' },
    { code: 0, stderr: '' },
  ]);

  const [first, second] = [await contents(here), await contents(there)];
  expect(first.has('dist/docs/index.html')).toBe(true);
  const different = [...first.keys(), ...second.keys()].filter((path) => first.get(path) !== second.get(path));
  expect(different).toEqual([]);
});
