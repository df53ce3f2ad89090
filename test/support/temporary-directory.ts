import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

/** Creates a directory that is removed at the end of the test. */
export async function temporaryDirectory({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-test-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
