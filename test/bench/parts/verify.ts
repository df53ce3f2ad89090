import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { faults } from '../../own/verify/faults/all.js';
import { walkOn, walkThroughProxy } from '../../own/verify/faulty-walk.js';
import { account, startHonestServer, type HonestServer } from '../../own/verify/honest-server.js';
import { operationOf } from '../../mock/requests.js';
import { program, root } from '../../support/command.js';
import { freePort } from '../../support/free-port.js';
import { load } from '../load.js';
import type { Row } from '../row.js';

export const title = 'Verify: planted faults, and --upstream against a proxy that checks nothing';

const rounds = 9;
const warmUp = 3000;
const measured = 1500;

export async function measure(): Promise<Row[]> {
  return [...(await plantedFaults()), ...(await overhead())];
}

/** Switches each fault of a server on alone. */
async function plantedFaults(): Promise<Row[]> {
  const server = await startHonestServer();
  const missed = { walk: [] as string[], proxy: [] as string[] };
  for (const fault of faults) {
    server.plant(fault);
    if (!fault.walk.test((await walkOn(server.url)).text)) missed.walk.push(fault.name);
    if (!fault.proxy?.test((await walkThroughProxy(server.url)).text)) missed.proxy.push(fault.name);
  }
  const falseAlarms = await alarmsOnHonest(server);
  server.close();
  return [
    caught('the walk', missed.walk),
    caught('the proxy', missed.proxy),
    { name: 'differences named on an honest server', value: String(falseAlarms), limit: '0', met: falseAlarms === 0 },
  ];
}

function caught(name: string, missed: string[]): Row {
  const value = `${faults.length - missed.length} of ${faults.length}${missed.length > 0 ? `, not: ${missed.join('; ')}` : ''}`;
  return { name: `planted faults named by ${name}`, value, limit: 'all', met: missed.length === 0 };
}

async function alarmsOnHonest(server: HonestServer): Promise<number> {
  server.plant();
  const { results } = await walkOn(server.url);
  const { exchanges } = await walkThroughProxy(server.url);
  return (
    results.filter(({ verdict }) => verdict.kind !== 'as documented').length +
    exchanges.filter(({ responseViolations }) => responseViolations.length > 0).length
  );
}

/** Sends the same request through both proxies in turn, in short rounds, and takes the ratio of each round. */
async function overhead(): Promise<Row[]> {
  const children: ChildProcess[] = [];
  const start = (command: string, args: string[]): ChildProcess => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    return child;
  };
  try {
    const upstream = start(...program('test/own/verify/honest-program.ts'));
    const url = String((await once(upstream.stdout!, 'data'))[0]).trim();
    const ports = { plain: await freePort(), ours: await freePort() };
    start(process.execPath, [join(root, 'test/bench/plain-proxy.js'), url, String(ports.plain)]);
    // The log is written, as by default, and read by nobody.
    start(...program('src/mock/command.ts', ['--upstream', url, '--port', String(ports.ours)])).stdout?.resume();
    await Promise.all(Object.values(ports).map(responding));
    const rows: Row[] = [];
    for (const connections of [1, 16]) rows.push(await compared(ports, connections));
    return rows;
  } finally {
    await Promise.all(children.map(ended));
  }
}

async function compared({ plain, ours }: { plain: number; ours: number }, connections: number): Promise<Row> {
  for (const port of [plain, ours]) await load(port, request(), warmUp, connections);
  const times: Array<{ plain: number; ours: number }> = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push({
      plain: (await load(plain, request(), measured, connections)).p50,
      ours: (await load(ours, request(), measured, connections)).p50,
    });
  }
  const ratio = median(times.map((one) => one.ours / one.plain));
  const [slower, faster] = [median(times.map((one) => one.ours)), median(times.map((one) => one.plain))];
  return {
    name: `p50 of a request, ${connections} at a time, ratio to a proxy that checks nothing`,
    value: `${ratio.toFixed(2)} (${slower.toFixed(2)} ms, ${faster.toFixed(2)} ms)`,
    limit: '<= 3.00',
    met: ratio <= 3,
  };
}

/** A request that gets a body. */
function request(): Uint8Array {
  const { method, path } = operationOf('resetPassword');
  const body = JSON.stringify({ email: account.email });
  const head = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

async function responding(port: number): Promise<void> {
  for (;;) {
    try {
      await load(port, request(), 1, 1);
      return;
    } catch {
      await wait(50);
    }
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
