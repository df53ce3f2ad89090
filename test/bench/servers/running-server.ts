import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../support/command.js';
import { freePort } from '../../support/free-port.js';
import { load } from '../load.js';

/** A server to measure, in its own process. */
export interface RunningServer {
  port: number;
  child: ChildProcess;
  /** From the start of the process to the first response, in milliseconds. */
  firstResponse: number;
}

/** The cost of requests: requests per second, CPU microseconds per request, and the 99th percentile in milliseconds. */
export interface Cost {
  perSecond: number;
  cpu: number;
  p99: number;
}

/**
 * Starts a server, and waits until it responds.
 *
 * @param args The arguments of Node. The port is the last one.
 * @param request The bytes of a request that it should respond to.
 */
export async function startServer(args: string[], request: Uint8Array): Promise<RunningServer> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, [...args, String(port)], { cwd: root, stdio: 'ignore' });
  while (!(await responds(port, request))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode} before it responded.`);
    await wait(5);
  }
  return { port, child, firstResponse: performance.now() - start };
}

export async function stopServer({ child }: RunningServer): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'exit');
}

/** Sends the same request many times, 16 at a time. */
export async function costOf({ port, child }: RunningServer, request: Uint8Array, requests: number): Promise<Cost> {
  const before = await cpuMicroseconds(child);
  const { requestsPerSecond, p99 } = await load(port, request, requests);
  // Work after the response is part of its cost.
  await wait(20);
  return { perSecond: requestsPerSecond, cpu: ((await cpuMicroseconds(child)) - before) / requests, p99 };
}

/** The CPU time of all threads of a process. */
export async function cpuMicroseconds({ pid }: ChildProcess): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const stats = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')));
  return stats.reduce((sum, stat) => sum + Number(stat.split(' ')[0]), 0) / 1000;
}

/** The bytes of a request with a JSON body. */
export function jsonRequest(path: string, value: unknown): Uint8Array {
  const body = Buffer.from(JSON.stringify(value));
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

async function responds(port: number, request: Uint8Array): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(request);
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
