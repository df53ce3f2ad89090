import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root, runProgram } from '../../support/command.js';
import { freePort } from '../../support/free-port.js';
import { median } from '../figures.js';
import { load } from '../load.js';
import type { Row } from '../row.js';
import { cpuMicroseconds } from '../servers/running-server.js';

export const title = 'Proxy: --upstream against a proxy that pipes through node:http and checks nothing';

const rounds = 9;

/**
 * The requests: the size of the response, the number per round, and the allowed CPU time relative to the other proxy.
 *
 * A header names the differences of a response, so the proxy has to have the whole body, and has to parse it, before it sends
 * the first byte. A proxy that pipes sends the first bytes of a large response while the server still sends the others, and
 * parsing takes several times as long as piping. So a large response is also compared with a proxy that only parses it: no proxy
 * that keeps the promise is faster.
 */
const sizes = [
  { path: '/small', size: '1 KB', requests: 1500, warmUp: 6000, mostCpu: 2.5, isParsed: false },
  { path: '/large', size: '0.95 MB', requests: 40, warmUp: 120, mostCpu: 6, isParsed: true },
];

/** Sends the same requests through both proxies in short, alternating rounds, and takes the ratio of each round. */
export async function measure(): Promise<Row[]> {
  if (!existsSync(join(root, 'dist/src/mock/command.js'))) await runProgram('src/build/run.js');
  const children: ChildProcess[] = [];
  const start = async (script: string, ...args: string[]): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    await once(child.stdout, 'data');
    // The log is written, as by default, and ignored.
    child.stdout.resume();
    return child;
  };
  try {
    const [server, plainPort, parsingPort, ourPort] = [await freePort(), await freePort(), await freePort(), await freePort()];
    const url = `http://127.0.0.1:${server}`;
    await start('test/bench/servers/items-server.js', String(server));
    const others = {
      plain: { child: await start('test/bench/servers/plain-proxy.js', url, String(plainPort)), port: plainPort },
      parsing: { child: await start('test/bench/servers/plain-proxy.js', url, String(parsingPort), 'parses'), port: parsingPort },
    };
    const flags = ['--description', 'test/bench/servers/items.yaml', '--upstream', url, '--port', String(ourPort)];
    const ours = await start('dist/src/mock/command.js', ...flags);
    const rows: Row[] = [];
    for (const size of sizes)
      for (const connections of [1, 16])
        rows.push(...(await compared({ ...others, ours: { child: ours, port: ourPort } }, size, connections)));
    return rows;
  } finally {
    await Promise.all(children.map(ended));
  }
}

interface Running {
  child: ChildProcess;
  port: number;
}

async function compared(
  proxies: { plain: Running; parsing: Running; ours: Running },
  { path, size, requests, warmUp, mostCpu, isParsed }: (typeof sizes)[number],
  connections: number,
): Promise<Row[]> {
  const asked = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n`);
  const { plain, parsing, ours } = proxies;
  const measured = async ({ child, port }: Running): Promise<Cost> => {
    const before = await cpuMicroseconds(child);
    const { p50 } = await load(port, asked, requests, connections);
    // Work after the response is part of its cost.
    await wait(20);
    return { p50: p50 * 1000, cpu: ((await cpuMicroseconds(child)) - before) / requests };
  };
  const compared = isParsed ? [plain, parsing, ours] : [plain, ours];
  for (const { port } of compared) await load(port, asked, warmUp, connections);
  const costs = new Map(compared.map((proxy): [Running, Cost[]] => [proxy, []]));
  for (let round = 0; round < rounds; round += 1) for (const [proxy, all] of costs) all.push(await measured(proxy));
  const ratio = (other: Running, what: string, figure: keyof Cost, limit: number): Row => {
    const [own, others] = [ours, other].map((one) => costs.get(one)?.map((cost) => cost[figure]) ?? []) as [number[], number[]];
    const value = median(own.map((cost, round) => cost / (others[round] ?? Number.NaN)));
    return {
      name: `${what} of a response of ${size}, ${connections} at a time${other === parsing ? ', against one that parses it' : ''}`,
      value: `${value.toFixed(2)} (${median(own).toFixed(0)} µs, ${median(others).toFixed(0)} µs)`,
      limit: `<= ${limit.toFixed(2)}`,
      met: value <= limit,
    };
  };
  const rows = [ratio(plain, 'CPU', 'cpu', mostCpu), ratio(plain, 'p50', 'p50', 1.6)];
  return isParsed ? [...rows, ratio(parsing, 'CPU', 'cpu', 1.4), ratio(parsing, 'p50', 'p50', 1.6)] : rows;
}

/** The cost of a request in microseconds: the median time `p50` and the CPU time `cpu`. */
interface Cost {
  p50: number;
  cpu: number;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
