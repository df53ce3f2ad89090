// Calls one kind of client over and over, against a fake fetch, and prints the microseconds that a call took. Each kind has
// a process of its own: side by side, the garbage of one would be collected in the time of another.
import { join } from 'node:path';
import createOpenapiFetchClient from 'openapi-fetch';
import type { paths } from '../../generated/schema.js';
import { root } from '../support/command.js';

// As it is published: what runs TypeScript here gives each function its name anew whenever it is made, which takes time.
const { createClient } = (await import(join(root, 'dist/src/client/index.js'))) as typeof import('../../src/client/index.js');

const [, , kind, pairs] = process.argv;
const baseUrl = 'http://api.test';
const init = { body: { email: 'jweir@projectthanos.com' } };
const params = { query: { token: 'G7TwCq1Vkds0DLYnfAuP' } };
const fetch = (request: Request): Promise<Response> =>
  Promise.resolve(
    request.method === 'GET' ? new Response(null, { status: 204 }) : Response.json({ reset_token: 'G7TwCq1Vkds0DLYnfAuP' }),
  );

/** Makes two calls: one that is sent with a body and read as JSON, and one that may be repeated. */
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

// Until the code is compiled.
for (let index = 0; index < 500; index++) await callTwice();
const start = performance.now();
for (let index = 0; index < Number(pairs); index++) await callTwice();
console.log(((performance.now() - start) / Number(pairs) / 2) * 1000);
