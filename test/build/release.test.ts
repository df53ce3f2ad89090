import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, run, type Ending } from '../support/command.js';
import { copyTracked, edit } from '../support/project.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

it('npm version and npm pack make a release, as openapi/README.md says', async (context) => {
  const project = await temporaryDirectory(context);
  const succeeds = async (command: string, ...args: string[]): Promise<string> => {
    const { code, stdout, stderr }: Ending = await run(command, args, { cwd: project });
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const git = (...args: string[]): Promise<string> => succeeds('git', ...args);
  await copyTracked(project);
  await git('init', '--quiet');
  await git('config', 'user.name', 'Release');
  await git('config', 'user.email', 'release@example.com');

  await edit(join(project, 'openapi/components/schemas/ResetPasswordRequest.yaml'), 'The email address', 'The address');
  await edit(join(project, 'CHANGELOG.md'), '## [Unreleased]\n', '## [Unreleased]\n\n### Changed\n\n- The words of a field.\n');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'Change the words of a field');

  const before = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const tag = (await succeeds('npm', 'version', 'patch')).trim().split('\n').at(-1) ?? '';

  const version = tag.slice(1);
  expect(version).not.toBe(before.version);
  expect(await git('tag')).toBe(`${tag}\n`);
  expect(await git('status', '--porcelain', '--untracked-files=no')).toBe('');
  const released = await readFile(join(project, 'generated/released.yaml'), 'utf8');
  expect(released).toContain(`version: ${version}\n`);
  expect(released).toContain('The address of the account');
  expect(released).toBe(await readFile(join(project, 'generated/openapi.yaml'), 'utf8'));
  const changelog = await readFile(join(project, 'CHANGELOG.md'), 'utf8');
  expect(changelog).toMatch(
    new RegExp(
      `## \\[Unreleased\\]\\n\\n## \\[${version}\\] - \\d{4}-\\d\\d-\\d\\d\\n\\n### Changed\\n\\n- The words of a field\\.\\n`,
    ),
  );

  const [{ filename, files }] = JSON.parse(await succeeds('npm', 'pack', '--json', '--ignore-scripts')) as [Packed];
  expect(filename).toContain(version);
  expect(files.map(({ path }) => path)).toContain('generated/openapi.yaml');
}, 240_000);

interface Packed {
  filename: string;
  files: Array<{ path: string }>;
}
