import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { demandPackages } from '../../../src/command/files/demand-packages.js';
import { manifestOf, readManifest } from '../../../src/command/files/manifest.js';
import { mockCommand } from '../../../src/command/files/mock-command.js';
import { projectDirectory } from '../../../src/command/files/project-directory.js';
import { makeReportDirectory } from '../../../src/command/files/report-directory.js';
import { userPath } from '../../../src/command/files/user-path.js';
import { InputError } from '../../../src/command/input-error.js';
import { root } from '../../support/command.js';

const project = resolve(root);

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'password-reset-files-'));
  await mkdir(join(directory, 'named/below'), { recursive: true });
  await mkdir(join(directory, 'unnamed'));
  await mkdir(join(directory, 'bare'));
  await writeFile(join(directory, 'bare/package.json'), '{ "name": "bare" }');
  await writeFile(
    join(directory, 'named/package.json'),
    '{ "name": "things", "bin": { "things-mock": "a.js" }, "version": "1" }',
  );
  await writeFile(join(directory, 'unnamed/package.json'), '{}');
});
afterAll(() => rm(directory, { recursive: true }));

test('the manifest of a file is the nearest above it, where that has a name', () => {
  expect(manifestOf(join(directory, 'named/below/api.yaml'))).toEqual({ name: 'things', bin: { 'things-mock': 'a.js' } });
  expect(manifestOf(join(directory, 'unnamed/api.yaml'))).toBeUndefined();
  expect(manifestOf(join(directory, 'api.yaml'))).toBeUndefined();
});

test('a manifest without commands names none', () => {
  expect(Object.keys(manifestOf(join(directory, 'bare/api.yaml')) ?? {})).toEqual(['name']);
});

test('this project has its manifest in its directory, wherever it runs', () => {
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue('/elsewhere');
  onTestFinished(() => cwd.mockRestore());
  expect(projectDirectory()).toBe(project);
  expect(userPath('api.yaml', { INIT_CWD: '/called' })).toBe('api.yaml');
  expect(manifestOf(join(root, 'openapi/openapi.yaml'))?.name).toBe(readManifest().name);
});

test('the command for the mock names the package, and is none where the package has none', () => {
  expect(mockCommand({ name: 'things', bin: { things: 'a.js', 'things-mock': 'b.js' } })).toBe(
    'npx --package=things things-mock',
  );
  expect(mockCommand({ name: 'things', bin: { mocks: 'a.js' } })).toBeUndefined();
  expect(mockCommand({ name: 'things' })).toBeUndefined();
});

test.each<[names: string[], problem: string | undefined]>([
  [['ajv', 'vitest'], undefined],
  [['ajv', 'none-a'], 'The check needs a package that is not installed: run "npm install --save-dev none-a@latest".'],
  [
    ['none-a', 'none-b'],
    'The check needs packages that are not installed: run "npm install --save-dev none-a@latest none-b@latest".',
  ],
])('of the packages %j what is missing is named', (names, problem) => {
  const demand = (): void => demandPackages('The check', names);
  if (problem === undefined) expect(demand).not.toThrow();
  else expect(demand).toThrow(new InputError(problem));
});

test('the directory of a report is made, or refused in a sentence', async () => {
  const report = join(directory, 'reports/of/today/report.xml');
  await makeReportDirectory(report, '--junit');
  await writeFile(report, '');
  const refused = `The directory of --junit, ${report}, cannot be made: give another path.`;
  await expect(makeReportDirectory(join(report, 'report.xml'), '--junit')).rejects.toThrow(new InputError(refused));
});

test.each<[path: string, calledIn: string | undefined, read: string]>([
  ['api.yaml', undefined, 'api.yaml'],
  ['api.yaml', project, 'api.yaml'],
  ['api.yaml', '/elsewhere', '/elsewhere/api.yaml'],
  ['/api.yaml', '/elsewhere', '/api.yaml'],
  ['https://things.example/api.yaml', '/elsewhere', 'https://things.example/api.yaml'],
  ['file:///a%20b/api.yaml', '/elsewhere', '/a b/api.yaml'],
  ['file:///api.yaml', undefined, '/api.yaml'],
  ['a/file:///api.yaml', '/elsewhere', '/elsewhere/a/file:/api.yaml'],
  ['c:api.yaml', '/elsewhere', '/elsewhere/c:api.yaml'],
  ['a1:api.yaml', '/elsewhere', 'a1:api.yaml'],
  ['./ab:api.yaml', '/elsewhere', '/elsewhere/ab:api.yaml'],
])('the path %s of a script called in %s is read as %s', (path, calledIn, read) => {
  expect(userPath(path, calledIn === undefined ? {} : { INIT_CWD: calledIn })).toBe(read);
});
