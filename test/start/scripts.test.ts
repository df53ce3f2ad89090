import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/command.js';

const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

it.each(Object.entries(scripts))('the script "%s" has only commands that every shell finds', async (_, script) => {
  const installed = await readdir(join(root, 'node_modules/.bin'));
  for (const command of script.split(' && ')) {
    const [name = '', program = ''] = command.split(' ');
    const known = ['git', 'node', 'npm', ...installed];
    expect(known).toContain(name === 'exec' ? program : name);
    // Shells treat quotes, variables and globs differently.
    expect(command).not.toMatch(/['"$%*;|<>`]/);
  }
});

it('on Windows, where the shell has no exec, a file of that name runs the command', async () => {
  expect(await readFile(join(root, 'exec.cmd'), 'utf8')).toMatch(/^@rem [^\n]*\n@%\*\r?\n$/);
});

const shells = await Promise.all(
  ['/bin/sh', '/bin/bash', '/bin/zsh'].map((shell) =>
    access(shell).then(
      () => [shell],
      () => [],
    ),
  ),
);

it.each(shells.flat())('with npm_config_script_shell=%s, npm run mock ends with exit code 0 on SIGTERM', async (shell) => {
  const child = spawn('npm', ['run', 'mock', '--', '--port', '0'], {
    cwd: root,
    env: { ...process.env, npm_config_script_shell: shell },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  while (!output.includes('http://127.0.0.1:') && child.exitCode === null)
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  const closed = once(child, 'close');
  // Only npm gets the signal. It passes it on to the shell, and the shell must pass it on to the program.
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
});
