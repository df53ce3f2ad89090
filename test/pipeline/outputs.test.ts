import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeOutputs } from '../../src/pipeline/outputs.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

it('removes what is no output and what an ended build has left, and leaves what another build is writing', async (context) => {
  const directory = await temporaryDirectory(context);
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  context.onTestFinished(() => void other.kill('SIGKILL'));
  const ended = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await once(ended, 'exit');
  const temporary = `kept.js.${other.pid}.tmp`;
  await mkdir(join(directory, 'dist'));
  await Promise.all(
    ['old.js', `kept.js.${ended.pid}.tmp`, temporary].map((name) => writeFile(join(directory, 'dist', name), 'before')),
  );

  await writeOutputs(directory, new Map([['dist/kept.js', 'after']]), 'dist');

  expect((await readdir(join(directory, 'dist'))).sort()).toEqual(['kept.js', temporary]);
});

it('removes what a killed build has left beside outputs that people edit next to, and no other temporary file', async (context) => {
  const directory = await temporaryDirectory(context);
  const ended = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await once(ended, 'exit');
  await mkdir(join(directory, 'generated'));
  const left = [`README.md.${ended.pid}.tmp`, `generated/schema.d.ts.${ended.pid}.tmp`];
  const foreign = `notes.md.${ended.pid}.tmp`;
  await Promise.all([...left, foreign].map((name) => writeFile(join(directory, name), 'before')));

  const outputs = new Map([
    ['README.md', 'after'],
    ['generated/schema.d.ts', 'after'],
  ]);
  await writeOutputs(directory, outputs);

  expect((await readdir(directory, { recursive: true })).sort()).toEqual(
    ['README.md', 'generated', 'generated/schema.d.ts', foreign].sort(),
  );
});
