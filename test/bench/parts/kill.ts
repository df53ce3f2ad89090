import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from '../../../src/command/is-running.js';
import { program, runProgram } from '../../support/command.js';
import { copyInto, edit } from '../../support/project.js';
import type { Row } from '../row.js';

export const title = 'Builds that are killed: what the next build leaves of them';

const rounds = 30;

/** Kills a build in each round, alternately while it works and while it writes, and then builds again. */
export async function measure(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-bench-'));
  try {
    await copyInto(directory);
    const start = performance.now();
    await build(directory);
    const duration = performance.now() - start;
    const left: string[] = [];
    const failed: string[] = [];
    let killed = 0;
    let whileWriting = 0;
    for (let round = 0; round < rounds; round += 1) {
      const from = round === 0 ? 'title: ' : `title: ${round - 1} `;
      await edit(join(directory, 'openapi/openapi.yaml'), from, `title: ${round} `);
      const moment = round % 2 === 0 ? wait(Math.random() * duration) : firstTemporaryFile(directory, duration * 3);
      if (await killedAt(directory, moment)) killed += 1;
      if ((await temporaryFiles(directory)).length > 0) whileWriting += 1;
      const { code, stderr } = await build(directory);
      if (code !== 0) failed.push(stderr.trim());
      left.push(...(await temporaryFiles(directory)), ...(await temporaryDirectories()));
    }
    return [
      { name: 'builds killed', value: `${killed} of ${rounds}, ${whileWriting} of them while they wrote` },
      { name: 'next builds that failed', value: failed.join(' ') || '0', limit: '0', met: failed.length === 0 },
      {
        name: 'files and directories left after the next build',
        value: left.join(' ') || '0',
        limit: '0',
        met: left.length === 0,
      },
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function build(directory: string): ReturnType<typeof runProgram> {
  return runProgram('src/build/run.js', [], { cwd: directory });
}

/** Starts a build and kills it at a moment. @returns Whether it still ran. */
async function killedAt(directory: string, moment: Promise<unknown>): Promise<boolean> {
  const child = spawn(...program('src/build/run.js'), { cwd: directory, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await Promise.race([moment, ended]);
  const runs = child.exitCode === null;
  child.kill('SIGKILL');
  await ended;
  return runs;
}

/** Waits for the first temporary file that a build writes, or for a time in milliseconds. */
async function firstTemporaryFile(directory: string, longest: number): Promise<void> {
  const seen = new AbortController();
  const watcher = watch(join(directory, 'generated'), (_, name) => {
    if (name?.endsWith('.tmp')) seen.abort();
  });
  await wait(longest, undefined, { signal: seen.signal }).catch(() => undefined);
  watcher.close();
}

async function temporaryFiles(directory: string): Promise<string[]> {
  return (await readdir(directory, { recursive: true })).filter((name) => /\.\d+\.tmp$/.test(name));
}

async function temporaryDirectories(): Promise<string[]> {
  const owners = (await readdir(tmpdir())).flatMap((name) => /^password-reset-build-(\d+)-/.exec(name)?.[1] ?? []);
  return owners.filter((owner) => !isRunning(Number(owner)));
}
