import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, type TestContext } from 'vitest';
import { rebuild } from '../../src/build/build.js';
import { isBuilt, markBuilt, needsBuild } from '../../src/build/freshness.js';
import { ownInput } from '../../src/build/input.js';
import { copyProject } from '../support/project.js';

/** A negative number means a time in the past. */
const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

/** A project that looks built, with a source file and a README. */
async function builtProject(context: TestContext): Promise<string> {
  const project = await copyProject(context);
  for (const directory of ['dist/docs', 'src/build/docs']) await mkdir(join(project, directory), { recursive: true });
  for (const path of ['dist/docs/index.html', 'dist/docs/redoc.html', 'src/build/docs/README.md', 'src/build/docs/page.ts'])
    await writeFile(join(project, path), '');
  await markBuilt(project);
  return project;
}

it('a project is to be built again when one of its sources is newer than the build', async (context) => {
  const project = await builtProject(context);
  expect(await needsBuild(project)).toBe(false);
  const newer = inMinutes(1);
  await utimes(join(project, 'src/build/docs/page.ts'), newer, newer);
  expect(await needsBuild(project)).toBe(true);
  expect(isBuilt(project)).toBe(true);
});

it('a source that changed in the millisecond in which the build read it is not newer', async (context) => {
  const project = await builtProject(context);
  const page = join(project, 'src/build/docs/page.ts');
  const start = inMinutes(1).getTime();
  for (let time = start; time < start + 20; time += 1) {
    await utimes(page, (time + 0.2) / 1000, (time + 0.2) / 1000);
    await markBuilt(project, new Date(time));
    expect(await needsBuild(project), `${time}`).toBe(false);
  }
});

it('a README is no such source, since the build writes its tables', async (context) => {
  const project = await builtProject(context);
  const newer = inMinutes(1);
  await utimes(join(project, 'src/build/docs/README.md'), newer, newer);
  expect(await needsBuild(project)).toBe(false);
});

it('a project is to be built again when a file is missing that the build makes', async (context) => {
  const project = await builtProject(context);
  await rm(join(project, 'generated/schema.d.ts'));
  expect(await needsBuild(project)).toBe(true);
  expect(isBuilt(project)).toBe(false);
});

it('a build that finds every committed file as it should be counts like any other', async (context) => {
  const project = await copyProject(context);
  const older = inMinutes(-1);
  for (const name of await readdir(join(project, 'generated'))) await utimes(join(project, 'generated', name), older, older);
  expect(await needsBuild(project)).toBe(true);
  const { changed, makeRedocPage } = await rebuild(ownInput(project));
  expect(changed.filter((path) => path.startsWith('generated/'))).toEqual([]);
  expect(await needsBuild(project)).toBe(true);
  await makeRedocPage(new AbortController().signal);
  expect(await needsBuild(project)).toBe(false);
});
