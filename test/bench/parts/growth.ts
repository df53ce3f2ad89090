import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runProgram } from '../../support/command.js';
import { atMost, median } from '../figures.js';
import { load } from '../load.js';
import type { Row } from '../row.js';
import { costOf, jsonRequest, startServer, stopServer, type RunningServer } from '../servers/running-server.js';
import { ownBuild, secondsOf, stockBuild } from '../stock-build.js';
import { listOfThings, things, thingsDescription } from '../things.js';

export const title = 'Growth: the mock and the build with more operations, the mock with larger bodies';

const rounds = 5;
const counts = [3, 1000, 5000];
const bodies = [
  { size: '100 KB', bytes: 100_000, requests: 300 },
  { size: '1 MB', bytes: 1_000_000, requests: 30 },
];

const request = jsonRequest('/things2/1', { id: 1, name: 'A thing', tags: ['new'], price: 1.5, isOpen: true });
const ours = (file: string): string[] => ['dist/src/mock/command.js', '--silent', '--description', file, '--port'];
const prism = (file: string): string[] => ['node_modules/@stoplight/prism-cli/dist/index.js', 'mock', file, '--port'];

export async function measure(): Promise<Row[]> {
  if (!existsSync(join(root, 'dist/src/mock/command.js'))) await runProgram('src/build/run.js');
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-bench-'));
  const fileOf = (count: number): string => join(directory, `${count}.json`);
  try {
    for (const count of counts) await writeFile(fileOf(count), JSON.stringify(thingsDescription(count)));
    const rows: Row[] = [];
    for (const count of counts) rows.push(...(await firstResponse(fileOf(count), count)));
    for (const count of counts) rows.push(await buildCost(directory, fileOf(count), count));
    const [few = 0, many = 0] = [counts[0], counts.at(-1)];
    const sizes = [ours(fileOf(few)), ours(fileOf(many))];
    rows.push(atMost(`CPU per request, ${many} operations to ${few}`, await ratio(sizes, request, 3000), 1.2));
    const checked = [['test/bench/servers/bare-server.js', JSON.stringify(things)], ours(fileOf(few))];
    for (const { size, bytes, requests } of bodies) {
      const large = jsonRequest('/list', listOfThings(bytes));
      rows.push(atMost(`CPU per body of ${size}, ratio to node:http and Ajv`, await ratio(checked, large, requests), 1.2));
    }
    return rows;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The time to the first response, compared with Prism. It is measured once if it is long. */
async function firstResponse(file: string, count: number): Promise<Row[]> {
  const times = { ours: [] as number[], prism: [] as number[] };
  for (let start = 0; start < (count > 1000 ? 1 : 3); start += 1) {
    times.prism.push(await startTime(prism(file)));
    times.ours.push(await startTime(ours(file)));
  }
  const [own, stock] = [median(times.ours), median(times.prism)];
  const seconds = [own, stock].map((time) => `${(time / 1000).toFixed(2)} s`);
  return [
    { name: `first response of ${count} operations`, value: `${seconds[0]}, prism mock ${seconds[1]}` },
    atMost(`first response of ${count} operations, ratio to prism mock`, own / stock, 0.3),
  ];
}

/** The CPU time of a build relative to that of the stock commands. It is measured once, since other load hardly changes it. */
async function buildCost(directory: string, file: string, count: number): Promise<Row> {
  const out = join(directory, `out-${count}`);
  await mkdir(out);
  await writeFile(join(directory, 'redocly.yaml'), 'extends: [spec]\ntelemetry: off\n');
  const [start, stock] = [await cpuOfChildren(), stockBuild(file, out, directory)];
  for (const [name, work] of stock) await secondsOf(name, work);
  const between = await cpuOfChildren();
  await secondsOf('npm run build', () => ownBuild(['--description', file, '--out', out], root));
  const [ofStock, own] = [between - start, (await cpuOfChildren()) - between];
  const seconds = `${own.toFixed(1)} s, stock ${ofStock.toFixed(1)} s`;
  return { name: `CPU to build ${count} operations`, value: `${seconds}, ratio ${(own / ofStock).toFixed(2)}` };
}

/** The CPU seconds of all programs that this process started and that have ended, with those that they started. */
async function cpuOfChildren(): Promise<number> {
  const stat = await readFile('/proc/self/stat', 'utf8');
  // The fields cutime and cstime of proc(5), in hundredths of a second.
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(14, 16).map(Number);
  return (user + system) / 100;
}

async function startTime(args: string[]): Promise<number> {
  const server = await startServer(args, request);
  await stopServer(server);
  return server.firstResponse;
}

/** The CPU time per request of the second server relative to the first, in alternating rounds. */
async function ratio(peers: string[][], sent: Uint8Array, requests: number): Promise<number> {
  const servers: RunningServer[] = [];
  try {
    for (const args of peers) servers.push(await startServer(args, sent));
    for (const { port } of servers) await load(port, sent, requests * 2);
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [first, second] = [await cpu(servers[0]), await cpu(servers[1])];
      ratios.push(second / first);
    }
    return median(ratios);
  } finally {
    await Promise.all(servers.map(stopServer));
  }

  async function cpu(server: RunningServer | undefined): Promise<number> {
    return server ? (await costOf(server, sent, requests)).cpu : Number.NaN;
  }
}
