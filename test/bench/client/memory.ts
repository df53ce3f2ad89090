// Sends a body of 200 MB with PUT, and prints the peak growth of the process memory in MB. Arguments: the number of retries,
// and the URL of a server.
import { join } from 'node:path';
import { root } from '../../support/command.js';

const { createClient } = (await import(join(root, 'dist/src/client/index.js'))) as typeof import('../../../src/client/index.js');

const [, , retries, baseUrl = ''] = process.argv;
const operation = { method: 'PUT', path: '/', responses: { 204: [] }, contentType: 'application/octet-stream', idempotent: true };
const api = createClient<{ put: { requestBody: { content: { 'application/octet-stream': Blob } }; responses: { 204: object } } }>(
  {
    baseUrl,
    operations: { put: operation },
    retries: Number(retries),
  },
);
const body = new Uint8Array(200e6).fill(1);
const before = process.resourceUsage().maxRSS;
await api.put({ body: body as unknown as Blob });
console.log((process.resourceUsage().maxRSS - before) / 1000);
