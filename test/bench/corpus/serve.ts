import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isStatusOf } from '../../../src/description/statuses.js';
import { root } from '../../support/command.js';
import { freePort } from '../../support/free-port.js';
import type { Cost } from './run-command.js';

/** The time limit of the first response of a mock, and of each later one, in milliseconds. */
const patience = { start: 120_000, response: 20_000 };

/** A request to a mock, with the keys of the documented responses. */
export interface MockRequest {
  method: string;
  path: string;
  statuses: string[];
}

/** The cost of a mock until its first response, and the requests that failed. */
export interface Served extends Cost {
  /** Requests without a response or with an undocumented 5XX, as method and path. */
  failed: string[];
}

/**
 * Starts a mock, sends it requests and ends it.
 *
 * @param command The program and its arguments. The port is appended.
 */
export async function serve([program = '', ...args]: string[], requests: MockRequest[]): Promise<Served> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(program, [...args, String(port)], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  try {
    const end = start + patience.start;
    while ((await statusOf(url, { method: 'GET', path: '/' })) === undefined) {
      if (child.exitCode !== null) return { ...nothing, failure: output.trim().split('\n').at(-1) ?? 'It ended.' };
      if (performance.now() > end) return { ...nothing, failure: `It did not start within ${patience.start / 1000} s.` };
      await wait(10);
    }
    const seconds = (performance.now() - start) / 1000;
    const failed: string[] = [];
    for (const request of requests) {
      if (!isServed(await statusOf(url, request), request)) failed.push(`${request.method} ${request.path}`);
    }
    return { seconds, megabytes: await peakMegabytes(child.pid), failure: undefined, failed };
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
}

const nothing = { seconds: Number.NaN, megabytes: Number.NaN, failed: [] };

function isServed(status: number | undefined, { statuses }: MockRequest): boolean {
  return status !== undefined && (status < 500 || statuses.some((key) => isStatusOf(key, status)));
}

async function statusOf(url: string, { method, path }: { method: string; path: string }): Promise<number | undefined> {
  try {
    const response = await fetch(url + path, { method, redirect: 'manual', signal: AbortSignal.timeout(patience.response) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}

async function peakMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}
