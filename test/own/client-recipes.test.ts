import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryClient, QueryObserver } from '@tanstack/query-core';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Client } from '../../src/client/index.js';
import { empty, json, observedFetch } from '../client/observed-fetch.js';
import { readmeBlocks } from '../readme/blocks.js';
import { root } from '../support/command.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'password-reset-recipes-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));
afterEach(() => void vi.unstubAllGlobals());

/** Imports the code under a heading of the client's README, bundled. */
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
  const { resetCheck } = await recipe('With TanStack Query');
  const options = resetCheck?.('G7TwCq1Vkds0DLYnfAuP') as ConstructorParameters<typeof QueryObserver>[1];
  const { fetch, requests } = observedFetch(empty(404), empty(204));
  vi.stubGlobal('fetch', fetch);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await expect(queries.query(options)).rejects.toMatchObject({ name: 'StatusError', status: 404 });
  expect(await queries.query(options)).toBe(true);
  expect(requests).toHaveLength(2);

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

it('ten calls at once share one refresh of the token, and those after it need none', async () => {
  const { clientThatRefreshes } = (await recipe('Logging, metrics and new tokens')) as unknown as {
    clientThatRefreshes: (firstToken: string, refresh: () => Promise<string>) => Client;
  };
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  const refresh = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return `new-${refresh.mock.calls.length}`;
  });
  let valid = 'Token new-1';
  const received: Array<string | null> = [];
  vi.stubGlobal('fetch', async ({ headers }: Request) => {
    received.push(headers.get('authorization'));
    // Some 401s arrive during the refresh of the token, some after it.
    await new Promise((resolve) => setTimeout(resolve, received.length * 5));
    return empty(headers.get('authorization') === valid ? 204 : 401);
  });
  const api = clientThatRefreshes('old', refresh);
  const call = async (): Promise<number> => (await api.validatePasswordReset({ params: { query: { token: 'x' } } })).status;
  expect(await Promise.all(Array.from({ length: 10 }, call))).toEqual(Array(10).fill(204));
  expect([refresh.mock.calls.length, received.filter((token) => token === 'Token old').length]).toEqual([1, 10]);
  expect(await call()).toBe(204);
  expect(refresh).toHaveBeenCalledTimes(1);
  valid = 'Token new-2';
  expect(await Promise.all([call(), call()])).toEqual([204, 204]);
  expect(refresh).toHaveBeenCalledTimes(2);
  printed.mockRestore();
});
