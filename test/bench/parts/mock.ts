import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fuzz } from '../../mock/http/fuzz.js';
import { operationOf, validRequest } from '../../mock/requests.js';
import { root, runProgram } from '../../support/command.js';
import { freePort } from '../../support/free-port.js';
import { load, type Load } from '../load.js';
import { busyShares } from '../profile.js';
import type { Row } from '../row.js';

export const title = 'Mock: password-reset-mock against prism mock of the same version, on the same description';

const description = 'generated/openapi.yaml';
const prism = ['node_modules/@stoplight/prism-cli/dist/index.js', 'mock', description, '--port'];
const servers = {
  'prism mock': prism,
  'prism mock -v silent': ['node_modules/@stoplight/prism-cli/dist/index.js', 'mock', '-v', 'silent', description, '--port'],
  'node:http': ['--import', 'tsx/esm', 'test/bench/bare-server.ts'],
  'password-reset-mock': ['dist/src/mock/command.js', '--description', description, '--port'],
};
type Name = keyof typeof servers;

const names = Object.keys(servers) as Name[];
const mocks = names.filter((name) => name !== 'node:http');

const starts = 3;
const rounds = 12;
const warmUp = 4000;
const measured = 1500;
const many = 100_000;

/**
 * Measures the servers in turn, in short rounds, and takes the ratio of each
 * round: whatever else the machine does weighs on all of them.
 */
export async function measure(): Promise<Row[]> {
  if (!existsSync(join(root, 'dist/src/mock/command.js'))) await runProgram('src/build/main.ts');
  const firstResponses: Array<Record<Name, number>> = [];
  for (let start = 0; start < starts; start += 1) {
    firstResponses.push(await inTurn((name) => withServer(name, ({ firstAnswer }) => Promise.resolve(firstAnswer)), mocks));
  }
  const loads = await underLoad();
  const perSecond = loads.map((round) => mapped(round, ({ requestsPerSecond }) => requestsPerSecond));
  const p99 = loads.map((round) => mapped(round, (load) => load.p99));
  const memory = { stock: await memoryOf('prism mock'), ours: await memoryOf('password-reset-mock') };
  return [
    ...names.map((name): Row => ({
      name,
      value: `${medianOf(perSecond, name).toFixed(0)} requests/s, p99 ${medianOf(p99, name).toFixed(1)} ms`,
    })),
    ...mocks.map((name): Row => ({
      name: `${name}: first response after`,
      value: `${(medianOf(firstResponses, name) / 1000).toFixed(2)} s`,
    })),
    atLeast('requests/s, ratio to node:http that reads and answers the same JSON', ratioTo('node:http', perSecond), 0.4),
    atLeast('requests/s, ratio to prism mock', ratioTo('prism mock', perSecond), 4),
    atLeast('requests/s, ratio to prism mock -v silent', ratioTo('prism mock -v silent', perSecond), 1),
    atMost('p99, ratio to prism mock', ratioTo('prism mock', p99), 0.6),
    atMost('first response, ratio to prism mock', ratioTo('prism mock', firstResponses), 0.8),
    { name: `memory after ${many} requests`, value: `${memory.ours.end} MB, prism mock ${memory.stock.end} MB` },
    atMost('memory, ratio to prism mock', memory.ours.end / memory.stock.end, 1),
    atMost('memory, ratio of the end to the half', memory.ours.end / memory.ours.half, 1.1),
    ...(await whereTheTimeGoes()),
    await randomRequests(),
  ];
}

/** Runs all servers side by side, of which one at a time has work. */
async function underLoad(): Promise<Array<Record<Name, Load>>> {
  return withServer('prism mock', (stock) =>
    withServer('prism mock -v silent', (silent) =>
      withServer('node:http', (bare) =>
        withServer('password-reset-mock', async (ours) => {
          const ports = {
            'prism mock': stock.port,
            'prism mock -v silent': silent.port,
            'node:http': bare.port,
            'password-reset-mock': ours.port,
          };
          await inTurn((name) => load(ports[name], request(), warmUp));
          const loads: Array<Record<Name, Load>> = [];
          for (let round = 0; round < rounds; round += 1)
            loads.push(await inTurn((name) => load(ports[name], request(), measured)));
          return loads;
        }),
      ),
    ),
  );
}

async function inTurn<T>(work: (name: Name) => Promise<T>, chosen: Name[] = names): Promise<Record<Name, T>> {
  const results = {} as Record<Name, T>;
  for (const name of chosen) results[name] = await work(name);
  return results;
}

function mapped<T>(round: Record<Name, T>, figure: (value: T) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, figure(round[name])])) as Record<Name, number>;
}

function medianOf(figures: Array<Record<Name, number>>, name: Name): number {
  return median(figures.map((round) => round[name]));
}

function ratioTo(stock: Name, figures: Array<Record<Name, number>>): number {
  return median(figures.map((round) => round['password-reset-mock'] / round[stock]));
}

/** Where the mock is busy under load. */
async function whereTheTimeGoes(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-profile-'));
  try {
    // The start is not of interest here, so the load is long.
    await withServer('password-reset-mock', ({ port }) => load(port, request(), 40_000), [
      '--cpu-prof',
      `--cpu-prof-dir=${directory}`,
    ]);
    return (await busyShares(directory)).map(([what, share]) => ({
      name: `busy time: ${what}`,
      value: `${(share * 100).toFixed(0)} %`,
    }));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function randomRequests(): Promise<Row> {
  return withServer('password-reset-mock', async ({ port, child }) => {
    const { requests, statuses } = await fuzz(`http://127.0.0.1:${port}`, 10_000, Date.now());
    const value = [...statuses]
      .sort()
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ');
    return { name: `${requests} random requests`, value, limit: 'no 5XX, alive', met: child.exitCode === null };
  });
}

async function memoryOf(name: Name): Promise<{ half: number; end: number }> {
  return withServer(name, async ({ port, child }) => {
    await load(port, request(), many / 2);
    const half = await residentMegabytes(child);
    await load(port, request(), many / 2);
    return { half, end: await residentMegabytes(child) };
  });
}

async function residentMegabytes({ pid }: ChildProcess): Promise<number> {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

interface Running {
  port: number;
  child: ChildProcess;
  /** From the start of the process to the end of the first response, in milliseconds. */
  firstAnswer: number;
}

async function withServer<T>(name: Name, use: (running: Running) => Promise<T>, nodeFlags: string[] = []): Promise<T> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, ...servers[name], String(port)], { cwd: root, stdio: 'ignore' });
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode} before it answered.`);
      await wait(5);
    }
    return await use({ port, child, firstAnswer: performance.now() - start });
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(request());
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A request that is answered with a body. */
function request(): Uint8Array {
  const { method, path, headers, body = '' } = validRequest(operationOf('resetPassword'));
  const lines = Object.entries({ host: '127.0.0.1', ...headers, 'content-length': String(Buffer.byteLength(body)) }).map(
    ([field, value]) => `${field}: ${value}\r\n`,
  );
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

function atLeast(name: string, value: number, limit: number): Row {
  return { name, value: value.toFixed(2), limit: `>= ${limit.toFixed(2)}`, met: value >= limit };
}

function atMost(name: string, value: number, limit: number): Row {
  return { name, value: value.toFixed(2), limit: `<= ${limit.toFixed(2)}`, met: value <= limit };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
