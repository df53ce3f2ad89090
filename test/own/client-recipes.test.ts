import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryClient, QueryObserver } from '@tanstack/query-core';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { empty, json, observedFetch } from '../client/observed-fetch.js';
import { readmeBlocks } from '../readme/blocks.js';
import { root } from '../support/command.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'password-reset-recipes-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));
afterEach(() => void vi.unstubAllGlobals());

/** Imports the code under a heading of the client's README, as a bundler makes it. */
async function recipe(heading: string): Promise<Record<string, (input: string) => unknown>> {
  const block = (await readmeBlocks()).find((one) => one.readme === 'src/client/README.md' && one.heading === heading);
  const outfile = join(directory, `${heading.replaceAll(' ', '-')}.mjs`);
  await build({
    stdin: { contents: block?.code ?? '', loader: 'ts', resolveDir: root },
    alias: {
      '@projectthanos/password-reset': join(root, 'src/client/index.ts'),
      '@projectthanos/password-reset/openapi.json': join(root, 'generated/openapi.json'),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return (await import(outfile)) as Record<string, (input: string) => unknown>;
}

it('a query of TanStack Query calls a method, and ends its call when it is cancelled', async () => {
  const { resetStatus } = await recipe('With TanStack Query');
  const options = resetStatus?.('G7TwCq1Vkds0DLYnfAuP') as ConstructorParameters<typeof QueryObserver>[1];
  const { fetch, requests } = observedFetch(empty(404));
  vi.stubGlobal('fetch', fetch);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  expect(await queries.query(options)).toBe(404);
  expect(requests).toHaveLength(1);

  let signal: AbortSignal | undefined;
  vi.stubGlobal('fetch', (request: Request) => {
    signal = request.signal;
    return new Promise(() => undefined);
  });
  const unsubscribe = new QueryObserver(queries, { ...options, queryKey: ['another'] }).subscribe(() => undefined);
  await vi.waitFor(() => {
    expect(signal?.aborted).toBe(false);
  });
  unsubscribe();
  await vi.waitFor(() => {
    expect(signal?.aborted).toBe(true);
  });
  queries.clear();
});

it('a body is validated at run time by the schema of the description', async () => {
  const { validatedToken } = await recipe('Validation at run time');
  const { fetch } = observedFetch(json(200, { reset_token: 'G7TwCq1Vkds0DLYnfAuP' }), json(200, { reset_token: 7 }), empty(404));
  vi.stubGlobal('fetch', fetch);
  expect(await validatedToken?.('jweir@projectthanos.com')).toBe('G7TwCq1Vkds0DLYnfAuP');
  await expect(validatedToken?.('jweir@projectthanos.com')).rejects.toThrow('reset_token must be string');
  expect(await validatedToken?.('nobody@projectthanos.com')).toBeUndefined();
});
