import { expect, it } from 'vitest';
import { program, run } from '../support/command.js';

it('a command whose reader ends first, as head does, prints no stack trace', async () => {
  const command = program('src/verify/command.ts', ['--server', 'http://localhost', '--dry-run']);
  const line = command.flat().map((word) => `'${word}'`);
  const { code, stdout, stderr } = await run('sh', ['-c', `${line.join(' ')} | head -n 1`]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^.+\n$/);
});
