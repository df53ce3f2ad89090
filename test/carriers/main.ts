import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startMock } from '../../src/mock/index.js';
import { root, run } from '../support/command.js';
import { cacheOf, installIntoCache } from '../support/install-into-cache.js';
import { carriers, triedByHand, type Carrier } from './carriers.js';

// Sends a GET with a body through clients, proxies and test doubles, and writes the rows of the table in
// openapi/pages/get-with-a-body.md. Fails unless the body arrived, was dropped or was refused.

await installIntoCache('carriers');
const cache = cacheOf('carriers');
await cp(join(root, 'test/carriers/programs'), join(cache, 'programs'), { recursive: true });
const { dependencies } = JSON.parse(await readFile(join(root, 'test/carriers/package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const versions: Record<string, string> = { ...dependencies, node: process.versions.node };

/** A request whose body decides between two responses. */
function requestWith(email: string): object {
  const headers = { Authorization: 'Token a0f17278bed479ee719ea890b8caf0329e1f3e5b', 'Content-Type': 'text/plain' };
  const path = '/api/organizations/complete-password/?token=G7TwCq1Vkds0DLYnfAuP';
  return { path, headers, body: JSON.stringify({ email }) };
}

async function statusThrough({ kind, packages, program = packages[0] ?? '' }: Carrier, email: string): Promise<string> {
  const args = [join(cache, 'programs/run.js'), kind, program, mock.url, JSON.stringify(requestWith(email))];
  const { stdout, stderr } = await run(process.execPath, args, { cwd: cache });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) return `ended: ${stderr.trim().split('\n').at(-1) ?? ''}`;
  const { status, refusal } = JSON.parse(last) as { status?: number; refusal?: string };
  return refusal === undefined ? String(status) : 'refused';
}

const outcomes: Readonly<Record<string, string>> = {
  '404,204': 'carried',
  // A test double or a server only reports whether there is a body, not its content.
  '404,404': 'carried',
  '204,204': 'dropped',
  'refused,refused': 'refused',
};

const mock = await startMock({ port: 0 });
const rows: Array<Record<string, string>> = [];
const failures: string[] = [];
for (const carrier of carriers) {
  const unknown = await statusThrough(carrier, 'nobody@projectthanos.com');
  const known = await statusThrough(carrier, 'jweir@projectthanos.com');
  const body = outcomes[`${unknown},${known}`];
  const { name, kind, packages, note = '' } = carrier;
  if (body === undefined) failures.push(`${name}: ${unknown} with an unknown address, ${known} with a known one`);
  else rows.push({ what: `${name} ${versions[packages[0] ?? ''] ?? ''}`, kind, body, note });
  console.log(name, body ?? 'failed');
}
await mock.close();
// With a test double that copies each request, the client of this package must throw an error, not return a wrong response.
for (const double of ['msw', 'nock']) {
  const args = [join(cache, 'programs/client.js'), double, join(root, 'dist/src/client/index.js')];
  const { stdout, stderr } = await run(process.execPath, args, { cwd: cache });
  const ending = stdout.trim().split('\n').at(-1);
  console.log(`the client under ${double}`, ending);
  if (ending !== 'UnsupportedBodyError') failures.push(`the client under ${double}: ${String(ending)} ${stderr}`);
}
if (failures.length > 0) {
  console.error(['What became of the body is not clear:', ...failures].join('\n'));
  process.exitCode = 1;
} else {
  const byHand = triedByHand.map(({ name, ...rest }) => ({ what: name, ...rest }));
  const order = ['client', 'proxy', 'gateway', 'server', 'double'];
  const sorted = [...rows, ...byHand].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  await writeFile(join(root, 'test/carriers/results.json'), `${JSON.stringify(sorted, null, 2)}\n`);
  console.log('Written: test/carriers/results.json. "npm run build" writes the table from it.');
}
