import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fuzz } from '../../mock/http/fuzz.js';
import { operationOf, validRequest } from '../../mock/requests.js';
import { root, runProgram } from '../../support/command.js';
import { cacheOf, installIntoCache } from '../../support/install-into-cache.js';
import { atLeast, atMost, median } from '../figures.js';
import { load } from '../load.js';
import { busyShares } from '../profile.js';
import type { Row } from '../row.js';
import { costOf, jsonRequest, startServer, stopServer, type Cost, type RunningServer } from '../servers/running-server.js';

export const title = 'Mock: a valid POST, against Node alone and against other mocks of the same description';

/** What each server validates, and its start command. */
type Peers = Record<'node:http' | 'openapi-backend' | 'prism mock' | 'prism mock -v silent' | 'password-reset-mock', Peer>;
type Name = keyof Peers;
interface Peer {
  validates: string;
  args: string[];
}

const rounds = 11;
const starts = 3;
// Enough requests that the hot code of each server is compiled before the measurement.
const warmUp = 30_000;
const measured = 3000;
const many = 100_000;

const prism = 'node_modules/@stoplight/prism-cli/dist/index.js';

function peersFor(file: string): Peers {
  const manifest = join(cacheOf('bench'), 'package.json');
  return {
    'node:http': { validates: 'nothing: parses and sends JSON', args: ['test/bench/servers/bare-server.js'] },
    'openapi-backend': { validates: 'requests', args: ['test/bench/servers/openapi-backend-server.js', manifest, file] },
    'prism mock': { validates: 'requests, security', args: [prism, 'mock', file, '--port'] },
    'prism mock -v silent': { validates: 'requests, security', args: [prism, 'mock', '-v', 'silent', file, '--port'] },
    'password-reset-mock': {
      validates: 'requests, security, made responses',
      args: ['dist/src/mock/command.js', '--description', file, '--port'],
    },
  };
}

/** Measures the servers in short, alternating rounds, so that other load on the machine affects all of them. */
export async function measure(): Promise<Row[]> {
  if (!existsSync(join(root, 'dist/src/mock/command.js'))) await runProgram('src/build/run.js');
  await installIntoCache('bench');
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-bench-'));
  try {
    const file = join(directory, 'openapi.json');
    // openapi-backend reads OpenAPI 3.0, and does not find a path with a trailing slash.
    const older = parse(await readFile(join(root, 'generated/openapi-3.0.yaml'), 'utf8')) as { paths: Record<string, object> };
    const paths = Object.fromEntries(Object.entries(older.paths).map(([path, item]) => [withoutSlash(path), item]));
    await writeFile(file, JSON.stringify({ ...older, paths }));
    const peers = peersFor(file);
    return [
      ...(await underLoad(peers)),
      ...(await firstResponses(peers)),
      ...(await memory(peers)),
      ...(await whereTheTimeGoes(peers, directory)),
      await randomRequests(peers),
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Runs all servers in parallel. Only one at a time gets requests. */
async function underLoad(peers: Peers): Promise<Row[]> {
  const names = Object.keys(peers) as Name[];
  const servers = new Map<Name, RunningServer>();
  const costs = new Map<Name, Cost[]>(names.map((name) => [name, []]));
  try {
    for (const name of names) servers.set(name, await startServer(peers[name].args, request()));
    for (const server of servers.values()) await load(server.port, request(), warmUp);
    for (let round = 0; round < rounds; round += 1)
      for (const [name, server] of servers) costs.get(name)?.push(await costOf(server, request(), measured));
  } finally {
    await Promise.all([...servers.values()].map(stopServer));
  }
  const of = (name: Name, figure: keyof Cost): number => median((costs.get(name) ?? []).map((cost) => cost[figure]));
  // Other load differs from round to round, but hardly within one. So the ratio is taken in each round.
  const ratio = (figure: keyof Cost, name: Name): number =>
    median(
      (costs.get('password-reset-mock') ?? []).map((cost, round) => cost[figure] / (costs.get(name)?.[round]?.[figure] ?? NaN)),
    );
  return [
    ...names.map((name) => ({
      name,
      value: `${of(name, 'cpu').toFixed(0)} µs of CPU, ${of(name, 'perSecond').toFixed(0)}/s, p99 ${of(name, 'p99').toFixed(1)} ms`,
      validates: peers[name].validates,
    })),
    atMost('CPU per request, ratio to node:http', ratio('cpu', 'node:http'), 1.5),
    atLeast('requests/s, ratio to node:http', ratio('perSecond', 'node:http'), 0.65),
    atLeast('requests/s, ratio to openapi-backend', ratio('perSecond', 'openapi-backend'), 1.8),
    atLeast('requests/s, ratio to prism mock -v silent', ratio('perSecond', 'prism mock -v silent'), 7),
    atLeast('requests/s, ratio to prism mock', ratio('perSecond', 'prism mock'), 7),
    atMost('p99, ratio to prism mock', ratio('p99', 'prism mock'), 0.6),
  ];
}

async function firstResponses(peers: Peers): Promise<Row[]> {
  const names = ['prism mock', 'password-reset-mock'] as const;
  const times = { 'prism mock': [] as number[], 'password-reset-mock': [] as number[] };
  for (let start = 0; start < starts; start += 1)
    for (const name of names)
      times[name].push(await withServer(peers[name], ({ firstResponse }) => Promise.resolve(firstResponse)));
  const of = (name: (typeof names)[number]): number => median(times[name]);
  return [
    ...names.map((name) => ({ name: `${name}: first response after`, value: `${(of(name) / 1000).toFixed(2)} s` })),
    atMost('first response, ratio to prism mock', of('password-reset-mock') / of('prism mock'), 0.3),
  ];
}

async function memory(peers: Peers): Promise<Row[]> {
  const used = async (peer: Peer): Promise<{ half: number; end: number }> =>
    withServer(peer, async ({ port, child }) => {
      await load(port, request(), many / 2);
      const half = await residentMegabytes(child.pid);
      await load(port, request(), many / 2);
      return { half, end: await residentMegabytes(child.pid) };
    });
  const [stock, ours] = [await used(peers['prism mock -v silent']), await used(peers['password-reset-mock'])];
  return [
    { name: `memory after ${many} requests`, value: `${ours.end} MB, prism mock ${stock.end} MB` },
    atMost('memory, ratio to prism mock', ours.end / stock.end, 1),
    atMost('memory, ratio of the end to the half', ours.end / ours.half, 1.05),
  ];
}

async function residentMegabytes(pid: number | undefined): Promise<number> {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

/** Where the mock spends its time under load. */
async function whereTheTimeGoes(peers: Peers, directory: string): Promise<Row[]> {
  const profiles = join(directory, 'profiles');
  const { validates, args } = peers['password-reset-mock'];
  const profiled = { validates, args: ['--cpu-prof', `--cpu-prof-dir=${profiles}`, ...args] };
  // The start is not relevant here, so the load is long.
  await withServer(profiled, ({ port }) => load(port, request(), 40_000));
  return (await busyShares(profiles)).map(([what, share]) => ({
    name: `busy time: ${what}`,
    value: `${(share * 100).toFixed(0)} %`,
  }));
}

async function randomRequests(peers: Peers): Promise<Row> {
  return withServer(peers['password-reset-mock'], async ({ port, child }) => {
    const { requests, statuses } = await fuzz(`http://127.0.0.1:${port}`, 10_000, Date.now());
    const counts = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
    return {
      name: `${requests} random requests`,
      value: counts.join(', '),
      limit: 'no 5XX, alive',
      met: child.exitCode === null,
    };
  });
}

async function withServer<T>({ args }: Peer, use: (server: RunningServer) => Promise<T>): Promise<T> {
  const server = await startServer(args, request());
  try {
    return await use(server);
  } finally {
    await stopServer(server);
  }
}

/** A request whose response has a body. */
function request(): Uint8Array {
  const { path, body = '' } = validRequest(operationOf('resetPassword'));
  return jsonRequest(withoutSlash(path), JSON.parse(body));
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}
