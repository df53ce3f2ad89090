import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import { ownInput } from '../../src/pipeline/input.js';
import { runProgram } from '../support/command.js';
import { contents, copyProject } from '../support/project.js';

it('two builds are byte-identical, whatever the path, the time zone and the locale', async (context) => {
  const [here, there] = [await copyProject(context), join(await copyProject(context), 'a folder with a space')];
  await cp(here, there, { recursive: true });
  await build(ownInput(here));
  const { code, stderr } = await runProgram('src/pipeline/main.ts', [], {
    cwd: there,
    env: { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });

  const [first, second] = [await contents(here), await contents(there)];
  expect(first.has('dist/docs/index.html')).toBe(true);
  const different = [...first.keys(), ...second.keys()].filter((path) => first.get(path) !== second.get(path));
  expect(different).toEqual([]);
});
