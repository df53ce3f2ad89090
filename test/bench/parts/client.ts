import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root, run, runProgram, runTool } from '../../support/command.js';
import { cacheOf, installIntoCache } from '../../support/install-into-cache.js';
import { buildFirst, noFirstBuild } from '../client/first-build.js';
import { largeClient } from '../client/large-client.js';
import type { Row } from '../row.js';

export const title = 'The client: its size in a browser (esbuild, minified, gzip -9), and its time per call against a fake fetch';

export async function measure(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-bench-'));
  try {
    const first = await buildFirst(await mkdtemp(join(directory, 'first-')));
    return [
      ...(await sizes(directory, first)),
      ...(await times(first)),
      await heap(),
      await memory(),
      await wrongValues(directory),
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function sizes(directory: string, first: string | undefined): Promise<Row[]> {
  await installIntoCache('bench');
  const installed = cacheOf('bench');
  const args = ['-i', join(root, 'generated/openapi.json'), '-o', join(directory, 'hey-api'), '--silent'];
  const { code, stderr } = await run(join(installed, 'node_modules/.bin/openapi-ts'), args, { cwd: directory });
  if (code !== 0) throw new Error(`openapi-ts failed:\n${stderr}`);
  const programs: Array<[name: string, code: string]> = [
    ['openapi-fetch', "export { default } from 'openapi-fetch'"],
    ['hey-api, generated', `export * from '${directory}/hey-api/sdk.gen.ts'`],
    ['ky', "export { default } from 'ky'"],
    ['axios', "export { default } from 'axios'"],
  ];
  const own = await size("export { createClient } from '@projectthanos/password-reset'", root);
  const withAttempts = await size("export { attempts, createClient } from '@projectthanos/password-reset'", root);
  return [
    { name: 'size: this client', value: kilobytes(own), limit: '<= 6.6 KB', met: own <= 6600 },
    { name: 'size: this client with attempts', value: kilobytes(withAttempts) },
    ...(await Promise.all(
      programs.map(async ([name, code]): Promise<Row> => ({
        name: `size: ${name}`,
        value: kilobytes(await size(code, installed)),
      })),
    )),
    ...(await largeClient(directory, installed, first, size)),
  ];
}

/** @param resolveDir The folder from which the imports of the program are resolved. */
async function size(contents: string, resolveDir: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} KB`;
}

const kinds = ['stock', 'first', 'client', 'limited'] as const;
type Kind = (typeof kinds)[number];

/** How often each kind is measured, and the number of pairs of calls per measurement. */
const rounds = 7;
const pairs = 10_000;

async function times(first: string | undefined): Promise<Row[]> {
  const measured: Record<Kind, number[]> = { stock: [], first: [], client: [], limited: [] };
  // Alternately, so that other load on the machine affects all kinds.
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) if (kind !== 'first' || first) measured[kind].push(await microsecondsPerCall(kind, first));
  }
  const stock = median(measured.stock);
  const ratio = median(measured.client) / stock;
  const firstRatio = median(measured.client) / median(measured.first);
  const limitedRatio = median(measured.limited) / stock;
  return [
    { name: 'time: openapi-fetch', value: `${stock.toFixed(0)} µs` },
    { name: 'time: this client, of openapi-fetch', value: `${ratio.toFixed(2)} times`, limit: '<= 1.15', met: ratio <= 1.15 },
    first === undefined
      ? { name: 'time: this client, of its first build', value: noFirstBuild, limit: '<= 1' }
      : {
          name: 'time: this client, of its first build',
          value: `${firstRatio.toFixed(2)} times`,
          limit: '<= 1',
          met: firstRatio <= 1,
        },
    {
      name: 'time: this client with timeoutMs and retries, of openapi-fetch',
      value: `${limitedRatio.toFixed(2)} times`,
      limit: '<= 2.5',
      met: limitedRatio <= 2.5,
    },
  ];
}

async function microsecondsPerCall(kind: Kind, first = ''): Promise<number> {
  const { code, stdout, stderr } = await runProgram('test/bench/client/calls.ts', [kind, String(pairs), first]);
  if (code !== 0) throw new Error(`client/calls.ts failed:\n${stderr}`);
  return Number(stdout);
}

/** The memory of a call that waits for its response. */
async function heap(): Promise<Row> {
  const bytes: Record<'stock' | 'client', number[]> = { stock: [], client: [] };
  for (let round = 0; round < 3; round++) {
    for (const kind of ['stock', 'client'] as const) {
      const { code, stdout, stderr } = await runProgram('test/bench/client/heap.ts', [kind]);
      if (code !== 0) throw new Error(`client/heap.ts failed:\n${stderr}`);
      bytes[kind].push(Number(stdout));
    }
  }
  const ratio = median(bytes.client) / median(bytes.stock);
  return {
    name: 'heap: a call in flight, of openapi-fetch',
    value: `${ratio.toFixed(2)} times`,
    limit: '<= 1.1',
    met: ratio <= 1.1,
  };
}

/** The memory of a PUT of 200 MB that may be repeated, without its body. */
async function memory(): Promise<Row> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(204).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { code, stdout, stderr } = await runProgram('test/bench/client/memory.ts', ['1', url]);
  server.close();
  if (code !== 0) throw new Error(`client/memory.ts failed:\n${stderr}`);
  const megabytes = Number(stdout);
  return {
    name: 'memory: a PUT of 200 MB with a retry, besides the body',
    value: `${megabytes.toFixed(0)} MB`,
    limit: '<= 240 MB',
    met: megabytes <= 240,
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Runs the test that compares the returned values of public descriptions with their types. */
async function wrongValues(directory: string): Promise<Row> {
  const report = join(directory, 'values.json');
  await runTool('vitest', ['run', 'test/any-description/values.test.ts', '--reporter=json', `--outputFile=${report}`]);
  const { numFailedTests: wrong, numTotalTests: all } = JSON.parse(await readFile(report, 'utf8')) as Record<string, number>;
  const value = `${wrong} of ${all} tests fail`;
  return { name: 'types: values of public descriptions', value, limit: '0', met: wrong === 0 };
}
