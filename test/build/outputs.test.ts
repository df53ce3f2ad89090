import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { notWritten, writeOutputs } from '../../src/build/outputs.js';
import { contents } from '../support/project.js';
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

  writeOutputs(directory, new Map([['dist/kept.js', 'after']]), 'dist');

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
  writeOutputs(directory, outputs);

  expect((await readdir(directory, { recursive: true })).sort()).toEqual(
    ['README.md', 'generated', 'generated/schema.d.ts', foreign].sort(),
  );
});

it('writes the files alone that differ, so that what watches the others stays quiet, and names what has changed', async (context) => {
  const directory = await temporaryDirectory(context);
  const outputs = new Map([
    ['dist/same.js', 'same'],
    ['dist/other.js', 'after'],
    ['dist/new.js', 'new'],
  ]);
  await mkdir(join(directory, 'dist'));
  await writeFile(join(directory, 'dist/same.js'), 'same');
  await writeFile(join(directory, 'dist/other.js'), 'before');
  await writeFile(join(directory, 'dist/old.js'), 'before');
  const before = await stat(join(directory, 'dist/same.js'));

  expect(writeOutputs(directory, outputs, 'dist')).toEqual(['dist/other.js', 'dist/new.js', 'dist/old.js']);

  expect(await contents(directory)).toEqual(outputs);
  expect((await stat(join(directory, 'dist/same.js'))).ino).toBe(before.ino);
});

it.each([
  ['#!/usr/bin/env node\n', true],
  [Buffer.from('#!/bin/sh\n'), true],
  ['#\n', false],
  [' #!\n', false],
  ['', false],
])('a file that begins with %j may be run by its owner: %s', async (content, isCommand) => {
  const directory = await temporaryDirectory({ onTestFinished });
  writeOutputs(directory, new Map([['dist/a', content]]));
  expect(((await stat(join(directory, 'dist/a'))).mode & 0o100) > 0).toBe(isCommand);
});

describe('where a file cannot be written, one sentence says why and nothing is changed:', () => {
  const outputs = new Map([
    ['README.md', 'after'],
    ['generated/schema.d.ts', 'after'],
  ]);

  /** A project with outputs of an earlier build. */
  async function builtBefore(context: TestContext): Promise<string> {
    const directory = await temporaryDirectory(context);
    await mkdir(join(directory, 'generated'));
    await Promise.all([...outputs.keys()].map((path) => writeFile(join(directory, path), 'before')));
    return directory;
  }

  it.skipIf(process.platform !== 'linux')('a full disk', async (context) => {
    const directory = await builtBefore(context);
    // Like a full disk, the device accepts no data.
    await symlink('/dev/full', join(directory, `generated/schema.d.ts.${process.pid}.tmp`));
    expect(() => writeOutputs(directory, outputs)).toThrow(
      /^generated\/schema\.d\.ts cannot be written because the disk is full: free some space, then build again; all files are as before\.$/,
    );
    expect([...(await contents(directory))].sort()).toEqual([...outputs.keys()].map((path) => [path, 'before']));
  });

  it('a file in the place of a directory', async (context) => {
    const directory = await temporaryDirectory(context);
    await writeFile(join(directory, 'generated'), 'before');
    expect(() => writeOutputs(directory, outputs)).toThrow(
      'generated/schema.d.ts cannot be written because a file has the name of its directory',
    );
    expect([...(await contents(directory))]).toEqual([['generated', 'before']]);
  });

  it('a directory without the permission', async (context) => {
    const directory = await builtBefore(context);
    await chmod(directory, 0o777);
    await chmod(join(directory, 'generated'), 0o555);
    // Most containers run tests as root, which may write anywhere. So this test uses another user.
    const isSuperuser = process.getuid?.() === 0;
    context.onTestFinished(() => chmod(join(directory, 'generated'), 0o755));
    if (isSuperuser) {
      process.seteuid?.('nobody');
      context.onTestFinished(() => process.seteuid?.(0));
    }
    expect(() => writeOutputs(directory, outputs)).toThrow('because you may not write there: change the permissions');
    expect([...(await contents(directory))].sort()).toEqual([...outputs.keys()].map((path) => [path, 'before']));
  });

  it.each([
    ['EACCES', 'you may not write there: change the permissions'],
    ['EROFS', 'the disk is read-only: choose another directory'],
    ['EDQUOT', 'the disk quota is used up: free some space'],
    ['EFBIG', 'it is larger than the system allows'],
  ])('%s', (code, reason) => {
    const error = Object.assign(new Error(`${code}: as the system says it`), { code });
    expect(notWritten('README.md', error).message).toContain(`README.md cannot be written because ${reason}`);
    expect(notWritten('README.md', error).message).not.toContain(code);
  });

  it('an error of another kind is as it was', () => {
    const error = new Error('EIO: i/o error, write');
    expect(notWritten('README.md', error)).toBe(error);
  });
});
