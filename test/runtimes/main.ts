import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from '../../src/description/types.js';
import { startMock } from '../../src/mock/index.js';
import { root } from '../support/command.js';
import { tryDispatchers } from './dispatchers.js';
import { dispatcherTask, tryClient } from './matrix.js';
import { tryBuild } from './build.js';
import { allRuntimes, installRuntimes, nodePrograms } from './runtimes.js';

// Installs the runtimes, tests the client in each, and writes the rows of the table in the README of the client. Fails if the
// client does something wrong in any runtime, or if the build does not run on a version of Node.

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
const dispatchers = await tryDispatchers(dispatcherTask(description));
for (const row of dispatchers) console.log(Object.values(row).join('  '));
await writeFile(join(root, 'test/runtimes/results.json'), `${JSON.stringify(rows, null, 2)}\n`);
await writeFile(join(root, 'test/runtimes/dispatchers.json'), `${JSON.stringify(dispatchers, null, 2)}\n`);
console.log('Written: test/runtimes/results.json, test/runtimes/dispatchers.json. "npm run build" writes the tables from them.');
const builds = await tryBuild(await nodePrograms());
for (const row of builds) console.log(row);
if (JSON.stringify([rows, dispatchers]).includes('✗')) {
  console.error('The client fails in a runtime: see each ✗ above.');
  process.exitCode = 1;
}
if (builds.some((row) => row.includes('✗'))) {
  console.error('The build does not run on a version of Node: see each ✗ above.');
  process.exitCode = 1;
}
