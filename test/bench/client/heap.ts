// Makes calls with one kind of client that get no response yet, and prints the heap bytes per call.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import createOpenapiFetchClient from 'openapi-fetch';
import type { paths } from '../../../generated/schema.js';
import { root } from '../../support/command.js';

const { createClient } = (await import(join(root, 'dist/src/client/index.js'))) as typeof import('../../../src/client/index.js');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const [, , kind] = process.argv;
const count = 4000;
const baseUrl = 'http://api.test';
const body = { email: 'jweir@projectthanos.com' };
const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
let isSilent = false;
/** Keeps the responders alive: otherwise the calls would be garbage-collected. */
const waiting: Array<(response: Response) => void> = [];
const fetch = (): Promise<Response> =>
  isSilent ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(new Response(null, { status: 204 }));
const stock = createOpenapiFetchClient<paths>({ baseUrl, fetch });
const client = createClient({ baseUrl, fetch });
const call = (): Array<Promise<unknown>> =>
  kind === 'stock'
    ? [stock.POST('/api/organizations/reset-password/', { body }), stock.GET('/api/organizations/complete-password/', { params })]
    : [client.resetPassword({ body }), client.validatePasswordReset({ params })];

/** The heap in use after garbage collection. */
async function heapUsed(): Promise<number> {
  for (let index = 0; index < 3; index++) {
    await wait(50);
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
}

// Warms up until the code is compiled.
for (let index = 0; index < 500; index++) await Promise.allSettled(call());
isSilent = true;
const before = await heapUsed();
const calls = Array.from({ length: count / 2 }, call).flat();
console.log(((await heapUsed()) - before) / calls.length);
process.exit();
