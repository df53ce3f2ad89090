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
import { cpuMicroseconds } from '../running-server.js';

export const title = 'Proxy: --upstream against a proxy that pipes through node:http and checks nothing';

const rounds = 9;

/** The requests: the size of the response, the number per round, and the allowed CPU time relative to the other proxy. */
const sizes = [
  { path: '/small', size: '1 KB', requests: 1500, warmUp: 6000, mostCpu: 2.5 },
  { path: '/large', size: '0.95 MB', requests: 40, warmUp: 120, mostCpu: 6 },
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
    const [server, plainPort, ourPort] = [await freePort(), await freePort(), await freePort()];
    const url = `http://127.0.0.1:${server}`;
    await start('test/bench/items-server.js', String(server));
    const plain = await start('test/bench/plain-proxy.js', url, String(plainPort));
    const flags = ['--description', 'test/bench/items.yaml', '--upstream', url, '--port', String(ourPort)];
    const ours = await start('dist/src/mock/command.js', ...flags);
    const rows: Row[] = [];
    for (const size of sizes)
      for (const connections of [1, 16])
        rows.push(...(await compared({ child: plain, port: plainPort }, { child: ours, port: ourPort }, size, connections)));
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
  plain: Running,
  ours: Running,
  { path, size, requests, warmUp, mostCpu }: (typeof sizes)[number],
  connections: number,
): Promise<Row[]> {
  const asked = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n`);
  for (const { port } of [plain, ours]) await load(port, asked, warmUp, connections);
  const measured = async ({ child, port }: Running): Promise<Cost> => {
    const before = await cpuMicroseconds(child);
    const { p50 } = await load(port, asked, requests, connections);
    // Work after the response is part of its cost.
    await wait(20);
    return { p50: p50 * 1000, cpu: ((await cpuMicroseconds(child)) - before) / requests };
  };
  const costs: Array<{ plain: Cost; ours: Cost }> = [];
  for (let round = 0; round < rounds; round += 1) costs.push({ plain: await measured(plain), ours: await measured(ours) });
  return [ratio('CPU', 'cpu', mostCpu), ratio('p50', 'p50', 1.6)];

  function ratio(what: string, figure: keyof Cost, limit: number): Row {
    const value = median(costs.map((one) => one.ours[figure] / one.plain[figure]));
    const [own, others] = [median(costs.map((one) => one.ours[figure])), median(costs.map((one) => one.plain[figure]))];
    return {
      name: `${what} of a response of ${size}, ${connections} at a time`,
      value: `${value.toFixed(2)} (${own.toFixed(0)} µs, ${others.toFixed(0)} µs)`,
      limit: `<= ${limit.toFixed(2)}`,
      met: value <= limit,
    };
  }
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
