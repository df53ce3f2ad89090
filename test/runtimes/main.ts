import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from '../../src/description/types.js';
import { startMock } from '../../src/mock/index.js';
import { root } from '../support/command.js';
import { tryClient } from './matrix.js';
import { allRuntimes, installRuntimes } from './runtimes.js';

// Installs the runtimes, tries the client in each, and writes the rows of the table in the README of the client. Fails
// when the client does anywhere what it must not.

await installRuntimes();
const description = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8')) as Description;
const mock = await startMock({ port: 0 });
const rows: Array<Record<string, string>> = [];
for (const { name, runTasks } of await allRuntimes()) {
  const row = { runtime: name, ...(await tryClient(description, mock.url, runTasks)) };
  console.log(Object.values(row).join('  '));
  rows.push(row);
}
await mock.close();
await writeFile(join(root, 'test/runtimes/results.json'), `${JSON.stringify(rows, null, 2)}\n`);
console.log('Written: test/runtimes/results.json. "npm run build" writes the table from it.');
if (JSON.stringify(rows).includes('✗')) {
  console.error('The client fails in a runtime: see each ✗ above.');
  process.exitCode = 1;
}
