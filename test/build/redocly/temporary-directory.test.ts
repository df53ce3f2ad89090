import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inTemporaryDirectory } from '../../../src/build/redocly/temporary-directory.js';

it('ends with its work, and takes with it what a killed process has left, but nothing of one that runs', async () => {
  // No process has this ID: it is above the maximum of Linux.
  const ended = await mkdtemp(join(tmpdir(), 'password-reset-build-4194305-'));
  const running = await mkdtemp(join(tmpdir(), `password-reset-build-${process.ppid}-`));
  const used = await inTemporaryDirectory((directory) => {
    expect(existsSync(directory)).toBe(true);
    return Promise.resolve(directory);
  });
  expect([ended, running, used].map(existsSync)).toEqual([false, true, false]);
  await rm(running, { recursive: true });
});

it('ends when its work fails', async () => {
  let used = '';
  const work = inTemporaryDirectory((directory) => {
    used = directory;
    return Promise.reject(new Error('failed'));
  });
  await expect(work).rejects.toThrow('failed');
  expect(existsSync(used)).toBe(false);
});
