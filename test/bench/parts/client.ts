import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import createOpenapiFetchClient from 'openapi-fetch';
import type { paths } from '../../../generated/schema.js';
import { root, run } from '../../support/command.js';
import { cacheOf, installIntoCache } from '../../support/install-into-cache.js';
import type { Row } from '../row.js';

export const title = 'The client: its size in a browser (esbuild, minified, gzip -9), and its time per call against a fake fetch';

export async function measure(): Promise<Row[]> {
  return [...(await sizes()), ...(await times())];
}

async function sizes(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-bench-'));
  try {
    await installIntoCache('bench');
    const installed = cacheOf('bench');
    const args = ['-i', join(root, 'generated/openapi.json'), '-o', join(directory, 'hey-api'), '--silent'];
    const { code, stderr } = await run(join(installed, 'node_modules/.bin/openapi-ts'), args, { cwd: directory });
    if (code !== 0) throw new Error(`openapi-ts failed:\n${stderr}`);
    const programs: Array<[name: string, code: string, from: string]> = [
      ['openapi-fetch', "export { default } from 'openapi-fetch'", root],
      ['hey-api, generated', `export * from '${directory}/hey-api/sdk.gen.ts'`, root],
      ['ky', "export { default } from 'ky'", installed],
      ['axios', "export { default } from 'axios'", installed],
    ];
    const own = await size("export { createClient } from '@projectthanos/password-reset'", root);
    return [
      { name: 'size: this client', value: kilobytes(own), limit: '<= 4.6 KB', met: own <= 4600 },
      ...(await Promise.all(
        programs.map(async ([name, code, from]): Promise<Row> => ({
          name: `size: ${name}`,
          value: kilobytes(await size(code, from)),
        })),
      )),
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** @param resolveDir From where the packages that the program names are looked up. */
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

const baseUrl = 'http://api.test';
const init = { body: { email: 'jweir@projectthanos.com' } };
const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const fetch = (request: Request): Promise<Response> =>
  Promise.resolve(
    request.method === 'GET' ? new Response(null, { status: 204 }) : Response.json({ reset_token: 'G7TwCq1Vkds0DLYnfAuP' }),
  );

async function times(): Promise<Row[]> {
  // As it is published: what runs TypeScript here gives each function its name anew whenever it is made, which takes time.
  const { createClient } = (await import(
    join(root, 'dist/src/client/index.js')
  )) as typeof import('../../../src/client/index.js');
  const stock = createOpenapiFetchClient<paths>({ baseUrl, fetch });
  const plain = createClient({ baseUrl, fetch });
  const limited = createClient({ baseUrl, fetch, timeoutMs: 10_000, retries: 2 });
  // One call that is sent with a body and read as JSON, and one that may be repeated.
  const calls = {
    stock: async () => {
      await stock.POST('/api/organizations/reset-password/', init);
      await stock.GET('/api/organizations/complete-password/', { params });
    },
    plain: async () => {
      await plain.resetPassword(init);
      await plain.validatePasswordReset({ params });
    },
    limited: async () => {
      await limited.resetPassword(init);
      await limited.validatePasswordReset({ params });
    },
  };
  const total = await totals(calls);
  const plainRatio = total.plain / total.stock;
  const limitedRatio = total.limited / total.stock;
  return [
    { name: 'time: openapi-fetch', value: `${((total.stock / measuredCalls) * 1000).toFixed(0)} µs` },
    {
      name: 'time: this client, of openapi-fetch',
      value: `${plainRatio.toFixed(2)} times`,
      limit: '<= 1.5',
      met: plainRatio <= 1.5,
    },
    {
      name: 'time: this client with timeoutMs and retries, of openapi-fetch',
      value: `${limitedRatio.toFixed(2)} times`,
      limit: '<= 2.5',
      met: limitedRatio <= 2.5,
    },
  ];
}

const warmUpRounds = 50;
const measuredRounds = 1000;
const callsPerRound = 10;
/** Each round makes two calls at a time. */
const measuredCalls = measuredRounds * callsPerRound * 2;

/**
 * The time that each kind of call takes in all, in milliseconds. The rounds are short and in random order: collecting
 * garbage takes as long as dozens of calls, and in long rounds of a fixed order it hits the same kind again and again.
 */
async function totals<Name extends string>(calls: Record<Name, () => Promise<unknown>>): Promise<Record<Name, number>> {
  const names = Object.keys(calls) as Name[];
  const total = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let round = 0; round < warmUpRounds + measuredRounds; round++) {
    for (const name of shuffled(names)) {
      const start = performance.now();
      for (let call = 0; call < callsPerRound; call++) await calls[name]();
      if (round >= warmUpRounds) total[name] += performance.now() - start;
    }
  }
  return total;
}

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
