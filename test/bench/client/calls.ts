// Calls one kind of client repeatedly, with a fake fetch, and prints the microseconds per call. Arguments: the kind, the number
// of pairs of calls, and the directory of the first build. Each kind has its own process:
// in a shared process, the garbage of one would be collected during the time of another.
import { join } from 'node:path';
import createOpenapiFetchClient from 'openapi-fetch';
import type { paths } from '../../../generated/schema.js';
import { root } from '../../support/command.js';

const [, , kind, pairs, first = ''] = process.argv;
const built = kind === 'first' ? first : root;
// Uses the published JavaScript: tsx adds code that sets the name of each function at run time, which takes time.
const { createClient } = (await import(join(built, 'dist/src/client/index.js'))) as typeof import('../../../src/client/index.js');

const baseUrl = 'http://api.test';
const init = { body: { email: 'jweir@projectthanos.com' } };
const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const fetch = (request: Request): Promise<Response> =>
  Promise.resolve(
    request.method === 'GET' ? new Response(null, { status: 204 }) : Response.json({ reset_token: 'G7TwCq1Vkds0DLYnfAuP' }),
  );

/** Makes two calls: one with a body and a JSON response, and one that may be repeated. */
let callTwice: () => Promise<void>;
if (kind === 'stock') {
  const stock = createOpenapiFetchClient<paths>({ baseUrl, fetch });
  callTwice = async () => {
    await stock.POST('/api/organizations/reset-password/', init);
    await stock.GET('/api/organizations/complete-password/', { params });
  };
} else {
  const client = createClient({ baseUrl, fetch, ...(kind === 'limited' && { timeoutMs: 10_000, retries: 2 }) });
  callTwice = async () => {
    await client.resetPassword(init);
    await client.validatePasswordReset({ params });
  };
}

// Warms up until the code is compiled.
for (let index = 0; index < 500; index++) await callTwice();
const start = performance.now();
for (let index = 0; index < Number(pairs); index++) await callTwice();
console.log(((performance.now() - start) / Number(pairs) / 2) * 1000);
